using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>Gives the search index the moment in UTC, or the time of day as text, of the date editors of Umbraco 17.</summary>
internal sealed class DateTimePropertyIndexValueFactory
    : IDateTimeUnspecifiedPropertyIndexValueFactory,
        IDateTimeWithTimeZonePropertyIndexValueFactory,
        IDateOnlyPropertyIndexValueFactory,
        ITimeOnlyPropertyIndexValueFactory
{
    /// <inheritdoc />
    public IEnumerable<IndexValue> GetIndexValues(
        IProperty property,
        string? culture,
        string? segment,
        bool published,
        IEnumerable<string> availableCultures,
        IDictionary<Guid, IContentType> contentTypeDictionary)
        => DateEditorKind.Of(property.PropertyType.PropertyEditorAlias) is { } kind
            && DateTimeValueReader.Read(kind, property.GetValue(culture, segment, published)) is { } value
                ? [new IndexValue { Culture = culture, FieldName = property.Alias, Values = [kind.IsTime ? kind.Format(value.Date) : value.Date.UtcDateTime] }]
                : [];
}
