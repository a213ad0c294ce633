using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary><c>Umbraco.DateTimeUnspecified</c>: a date and time without zone, stored as JSON and published as <see cref="DateTime"/>.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DateTimeUnspecified, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
internal sealed class DateTimeUnspecifiedPropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    IDateTimeUnspecifiedPropertyIndexValueFactory indexValueFactory)
    : DateTimeJsonPropertyEditor(dataValueEditorFactory, ioHelper, indexValueFactory);
