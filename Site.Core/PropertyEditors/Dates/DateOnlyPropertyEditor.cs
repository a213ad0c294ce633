using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary><c>Umbraco.DateOnly</c>: a date, stored as JSON and published as <see cref="System.DateOnly"/>.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DateOnly, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
internal sealed class DateOnlyPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    IDateOnlyPropertyIndexValueFactory indexValueFactory)
    : DateTimeJsonPropertyEditor(dataValueEditorFactory, ioHelper, indexValueFactory);
