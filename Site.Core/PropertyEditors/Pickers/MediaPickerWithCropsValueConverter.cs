using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Publishes picked media as <see cref="MediaWithCrops"/>, several of them where the data type allows it; the Delivery API always gets a list.</summary>
internal sealed class MediaPickerWithCropsValueConverter(
    IJsonSerializer jsonSerializer,
    IPublishedMediaCache mediaCache,
    IPublishedValueFallback publishedValueFallback,
    ApiMediaWithCropsBuilder apiBuilder)
    : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MediaPicker3;

    /// <inheritdoc />
    public override bool? IsValue(object? value, PropertyValueLevel level)
        => level == PropertyValueLevel.Source ? StoredList.HasItems(value) : base.IsValue(value, level);

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType)
        => Configuration(propertyType) is { Multiple: true } ? typeof(IEnumerable<MediaWithCrops>) : typeof(MediaWithCrops);

    /// <inheritdoc />
    /// <remarks>The picked items change on their own.</remarks>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => MediaPicker3Item.Read(jsonSerializer, source);

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
    {
        MediaWithCrops[] media = Media(propertyType, inter, preview);
        return Configuration(propertyType) is { Multiple: true } ? media : media.FirstOrDefault();
    }

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(IEnumerable<IApiMediaWithCrops>);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => Media(propertyType, inter, preview).Select(apiBuilder.Build).ToArray();

    private static MediaPicker3Configuration? Configuration(IPublishedPropertyType propertyType)
        => propertyType.DataType.ConfigurationAs<MediaPicker3Configuration>();

    private MediaWithCrops[] Media(IPublishedPropertyType propertyType, object? inter, bool preview)
    {
        MediaPicker3Configuration? configuration = Configuration(propertyType);
        IEnumerable<MediaPicker3Item> items = inter as IEnumerable<MediaPicker3Item> ?? [];
        if (configuration is not { Multiple: true })
            items = items.Take(1);

        return [.. items
            .Select(item => mediaCache.GetById(preview, item.MediaKey) is { } media
                ? new MediaWithCrops(media, publishedValueFallback, LocalCrops(item, configuration))
                : null)
            .OfType<MediaWithCrops>()];
    }

    private static ImageCropperValue LocalCrops(MediaPicker3Item item, MediaPicker3Configuration? configuration)
        => new ImageCropperValue { Crops = item.Crops, FocalPoint = configuration is { EnableLocalFocalPoint: true } ? item.FocalPoint : null }
            .WithConfiguration(configuration?.Crops?.Select(crop => new ImageCropperCrop { Alias = crop.Alias, Width = crop.Width, Height = crop.Height }));
}
