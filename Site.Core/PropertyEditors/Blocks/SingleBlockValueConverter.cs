using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Publishes a single block as <see cref="BlockListItem"/>, or <c>null</c> when it is not shown.</summary>
internal sealed class SingleBlockValueConverter(
    IJsonSerializer jsonSerializer,
    PublishedBlockFactory blockFactory,
    IApiElementBuilder apiElementBuilder)
    : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.SingleBlock;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(BlockListItem);

    /// <inheritdoc />
    /// <remarks>Whether the block is shown depends on the culture of the request, and its contents on other items.</remarks>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => BlockValueReader.TryRead<SingleBlockValue, SingleBlockLayoutItem>(jsonSerializer, source, out SingleBlockValue? value) ? value : null;

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
        => Block(propertyType, inter, preview) is { } block
            ? new BlockListItem(block.Layout.ContentKey, block.Content, block.Layout.SettingsKey, block.Settings)
            : null;

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiBlockItem);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => Block(propertyType, inter, preview) is { } block ? apiElementBuilder.BuildBlock(block.Content, block.Settings) : null;

    private PublishedBlock? Block(IPublishedPropertyType propertyType, object? inter, bool preview)
        => inter is SingleBlockValue value && blockFactory.Create(value, propertyType, preview) is [var block, ..] ? block : null;
}
