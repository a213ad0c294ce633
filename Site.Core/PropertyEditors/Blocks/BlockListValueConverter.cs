using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Publishes a block list as <see cref="BlockListModel"/>, or as one <see cref="BlockListItem"/> in single-block mode.</summary>
internal sealed class BlockListValueConverter(
    IJsonSerializer jsonSerializer,
    PublishedBlockFactory blockFactory,
    IApiElementBuilder apiElementBuilder)
    : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.BlockList;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType)
        => IsSingleBlock(propertyType) ? typeof(BlockListItem) : typeof(BlockListModel);

    /// <inheritdoc />
    /// <remarks>Which blocks are shown depends on the culture of the request, and their contents on other items.</remarks>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => BlockValueReader.TryRead<BlockListValue, BlockListLayoutItem>(jsonSerializer, source, out BlockListValue? value) ? value : null;

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
    {
        BlockListModel model = Model(propertyType, inter, preview);
        return IsSingleBlock(propertyType) ? model.FirstOrDefault() : model;
    }

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiBlockListModel);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => new ApiBlockListModel([.. Model(propertyType, inter, preview).Select(item => apiElementBuilder.BuildBlock(item.Content, item.Settings))]);

    private static bool IsSingleBlock(IPublishedPropertyType propertyType)
    {
#pragma warning disable CS0618 // Stock data types of Umbraco 17 still carry single-block mode.
        return propertyType.DataType.ConfigurationAs<BlockListConfiguration>() is { UseSingleBlockMode: true, ValidationLimit: { Min: 1, Max: 1 } };
#pragma warning restore CS0618
    }

    private BlockListModel Model(IPublishedPropertyType propertyType, object? inter, bool preview)
        => inter is BlockListValue value
            ? new BlockListModel([.. blockFactory.Create(value, propertyType, preview).Select(block
                => new BlockListItem(block.Layout.ContentKey, block.Content, block.Layout.SettingsKey, block.Settings))])
            : BlockListModel.Empty;
}
