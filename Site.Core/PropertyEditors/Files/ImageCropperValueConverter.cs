using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Files;

/// <summary>Publishes an image cropper as <see cref="ImageCropperValue"/> with the configured crops.</summary>
internal sealed class ImageCropperValueConverter(IJsonSerializer jsonSerializer) : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.ImageCropper;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(ImageCropperValue);

    /// <inheritdoc />
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <inheritdoc />
    public override bool? IsValue(object? value, PropertyValueLevel level)
        => level == PropertyValueLevel.Inter ? value is ImageCropperValue : base.IsValue(value, level) is false ? false : null;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => ImageCropperValueReader.Read(jsonSerializer, source)?.WithConfiguration(propertyType.DataType.ConfigurationAs<ImageCropperConfiguration>()?.Crops);

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiImageCropperValue);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => inter is ImageCropperValue { Src: { } url } value ? new ApiImageCropperValue(url, value.ApiFocalPoint(), value.ApiCrops()) : null;
}
