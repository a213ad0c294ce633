using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary><c>Umbraco.TimeOnly</c>: a time of day, stored as JSON and published as <see cref="System.TimeOnly"/>.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.TimeOnly, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
internal sealed class TimeOnlyPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    ITimeOnlyPropertyIndexValueFactory indexValueFactory)
    : DateTimeJsonPropertyEditor(dataValueEditorFactory, ioHelper, indexValueFactory);
