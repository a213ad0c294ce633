using Umbraco.Cms.Core;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary><c>Umbraco.DateTimeWithTimeZone</c>: a moment with the zone in which it was entered, stored as JSON and published as <see cref="DateTimeOffset"/>.</summary>
[DataEditor(Constants.PropertyEditors.Aliases.DateTimeWithTimeZone, ValueType = ValueTypes.Json, ValueEditorIsReusable = true)]
internal sealed class DateTimeWithTimeZonePropertyEditor(
    IDataValueEditorFactory dataValueEditorFactory,
    IIOHelper ioHelper,
    IDateTimeWithTimeZonePropertyIndexValueFactory indexValueFactory)
    : DateTimeJsonPropertyEditor(dataValueEditorFactory, ioHelper, indexValueFactory);
