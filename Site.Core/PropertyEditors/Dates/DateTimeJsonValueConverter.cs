using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;

namespace Site.Core.PropertyEditors.Dates;

/// <summary>Publishes the date editors of Umbraco 17 as <see cref="DateTime"/>, <see cref="DateTimeOffset"/>, <see cref="DateOnly"/> or <see cref="TimeOnly"/>.</summary>
internal sealed class DateTimeJsonValueConverter : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => DateEditorKind.Of(propertyType.EditorAlias) is not null;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => Kind(propertyType).ValueType;

    /// <inheritdoc />
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => DateTimeValueReader.Read(Kind(propertyType), source) is { } value ? Kind(propertyType).Publish(value.Date) : null;

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => Kind(propertyType).ValueType;

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => inter;

    private static DateEditorKind Kind(IPublishedPropertyType propertyType)
        => DateEditorKind.Of(propertyType.EditorAlias) ?? throw new InvalidOperationException($"{propertyType.EditorAlias} is no date editor.");
}
