using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.PropertyEditors.Blocks.Grid;

/// <summary>Publishes a block grid as <see cref="BlockGridModel"/>.</summary>
internal sealed class BlockGridValueConverter(
    IJsonSerializer jsonSerializer,
    PublishedBlockFactory blockFactory,
    IApiElementBuilder apiElementBuilder)
    : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    private const int DefaultColumns = 12;

    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.BlockGrid;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(BlockGridModel);

    /// <inheritdoc />
    /// <remarks>Which blocks are shown depends on the culture of the request, and their contents on other items.</remarks>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => BlockValueReader.TryRead<BlockGridValue, BlockGridLayoutItem>(jsonSerializer, source, out BlockGridValue? value) ? value : null;

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
        => Model(propertyType, inter, preview);

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(ApiBlockGridModel);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
    {
        BlockGridModel model = Model(propertyType, inter, preview);
        return new ApiBlockGridModel(model.GridColumns ?? DefaultColumns, [.. model.Select(Item)]);
    }

    private BlockGridModel Model(IPublishedPropertyType propertyType, object? inter, bool preview)
    {
        if (inter is not BlockGridValue value || propertyType.DataType.ConfigurationAs<BlockGridConfiguration>() is not { } configuration)
            return BlockGridModel.Empty;

        var items = new PublishedGridItems(blockFactory.Create(value, propertyType, preview), configuration);
        return new BlockGridModel(items.Create(value.Layouts(), items.Columns), configuration.GridColumns);
    }

    private ApiBlockGridItem Item(BlockGridItem item)
        => new(
            apiElementBuilder.Build(item.Content),
            item.Settings is { } settings ? apiElementBuilder.Build(settings) : null,
            item.RowSpan,
            item.ColumnSpan,
            item.AreaGridColumns ?? item.GridColumns ?? DefaultColumns,
            [.. item.Areas.Select(area => new ApiBlockGridArea(area.Alias, area.RowSpan, area.ColumnSpan, [.. area.Select(Item)]))]);

    /// <summary>Puts published blocks into the places of a grid.</summary>
    private sealed class PublishedGridItems(IReadOnlyList<PublishedBlock> blocks, BlockGridConfiguration configuration)
    {
        private readonly Dictionary<Guid, PublishedBlock> _blocks = blocks.DistinctBy(block => block.Content.Key).ToDictionary(block => block.Content.Key);

        public int Columns { get; } = Math.Max(1, configuration.GridColumns ?? DefaultColumns);

        /// <summary>The items of one level; those that are not shown are left out with their areas.</summary>
        public IList<BlockGridItem> Create(IEnumerable<BlockGridLayoutItem> layouts, int columns)
            => [.. layouts.Select(layout => _blocks.TryGetValue(layout.ContentKey, out PublishedBlock? block) ? Item(layout, block, columns) : null).OfType<BlockGridItem>()];

        // A block that was stored before the columns were changed may be wider than what is there now.
        private BlockGridItem Item(BlockGridLayoutItem layout, PublishedBlock block, int columns)
        {
            BlockGridConfiguration.BlockGridBlockConfiguration? own = configuration.Blocks.FirstOrDefault(candidate => candidate.ContentElementTypeKey == block.Content.ContentType.Key);
            int areaColumns = Math.Max(1, own?.AreaGridColumns ?? Columns);
            return new BlockGridItem(layout.ContentKey, block.Content, layout.SettingsKey, block.Settings)
            {
                RowSpan = Math.Max(1, layout.RowSpan ?? 1),
                ColumnSpan = Math.Clamp(layout.ColumnSpan ?? columns, 1, columns),
                AreaGridColumns = own?.AreaGridColumns,
                GridColumns = configuration.GridColumns,
                Areas = [.. (own?.Areas ?? []).Select(area => Area(area, layout, areaColumns))],
            };
        }

        private BlockGridArea Area(BlockGridConfiguration.BlockGridAreaConfiguration area, BlockGridLayoutItem layout, int areaColumns)
        {
            int columns = Math.Clamp(area.ColumnSpan ?? areaColumns, 1, areaColumns);
            IEnumerable<BlockGridLayoutItem> items = layout.Areas.Where(stored => stored.Key == area.Key).SelectMany(stored => stored.Items);
            return new BlockGridArea(Create(items, columns), area.Alias ?? string.Empty, Math.Max(1, area.RowSpan ?? 1), columns);
        }
    }
}
