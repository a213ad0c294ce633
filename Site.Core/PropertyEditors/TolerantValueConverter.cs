using System.Text.Json;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;

namespace Site.Core.PropertyEditors;

/// <summary>One of Core's own converters, which gives an empty value instead of an error when what is stored is malformed.</summary>
/// <remarks>Such values come with imports. They must not take the page down that shows them.</remarks>
[HideFromTypeFinder]
[DefaultPropertyValueConverter(typeof(MustBeStringValueConverter))]
internal sealed class TolerantValueConverter<TConverter>(TConverter converter, ILogger<TConverter> logger) : IDeliveryApiPropertyValueConverter
    where TConverter : class, IPropertyValueConverter
{
    /// <inheritdoc />
    public bool IsConverter(IPublishedPropertyType propertyType) => converter.IsConverter(propertyType);

    /// <inheritdoc />
    public bool? IsValue(object? value, PropertyValueLevel level) => converter.IsValue(value, level);

    /// <inheritdoc />
    public Type GetPropertyValueType(IPublishedPropertyType propertyType) => converter.GetPropertyValueType(propertyType);

    /// <inheritdoc />
    public PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => converter.GetPropertyCacheLevel(propertyType);

    /// <inheritdoc />
    public object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => Tolerate(propertyType, source, value => converter.ConvertSourceToIntermediate(owner, propertyType, value, preview));

    /// <inheritdoc />
    public object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
        => Tolerate(propertyType, inter, value => converter.ConvertIntermediateToObject(owner, propertyType, referenceCacheLevel, value, preview));

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType)
        => converter is IDeliveryApiPropertyValueConverter delivery
            ? delivery.GetDeliveryApiPropertyCacheLevel(propertyType)
            : converter.GetPropertyCacheLevel(propertyType);

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevelForExpansion(IPublishedPropertyType propertyType)
        => converter is IDeliveryApiPropertyValueConverter delivery
            ? delivery.GetDeliveryApiPropertyCacheLevelForExpansion(propertyType)
            : converter.GetPropertyCacheLevel(propertyType);

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType)
        => converter is IDeliveryApiPropertyValueConverter delivery
            ? delivery.GetDeliveryApiPropertyValueType(propertyType)
            : converter.GetPropertyValueType(propertyType);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => Tolerate(propertyType, inter, value => converter is IDeliveryApiPropertyValueConverter delivery
            ? delivery.ConvertIntermediateToDeliveryApiObject(owner, propertyType, referenceCacheLevel, value, preview, expanding)
            : converter.ConvertIntermediateToObject(owner, propertyType, referenceCacheLevel, value, preview));

    private object? Tolerate(IPublishedPropertyType propertyType, object? value, Func<object?, object?> convert)
    {
        try
        {
            return convert(value);
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            logger.LogWarning("The stored value of {Alias} is malformed and shown empty: {Reason}", propertyType.Alias, exception.Message);
            return convert(null);
        }
    }
}
