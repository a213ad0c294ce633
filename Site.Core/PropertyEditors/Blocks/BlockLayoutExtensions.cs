using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Walks through layouts. Those of lists are flat; items of a grid have areas that hold items again.</summary>
internal static class BlockLayoutExtensions
{
    /// <summary>All items, each followed by those in its areas.</summary>
    public static IEnumerable<TLayout> Flatten<TLayout>(this IEnumerable<TLayout> layouts)
        where TLayout : IBlockLayoutItem
        => layouts.SelectMany(layout => layout is BlockGridLayoutItem grid
            ? grid.Areas.SelectMany(area => area.Items.Flatten()).Cast<TLayout>().Prepend(layout)
            : [layout]);

    /// <summary>The items that <paramref name="predicate"/> accepts, copied; one that it refuses goes with all that stands in its areas.</summary>
    public static TLayout[] Keep<TLayout>(this IEnumerable<TLayout> layouts, Func<IBlockLayoutItem, bool> predicate)
        where TLayout : IBlockLayoutItem, new()
        => [.. layouts.Where(layout => predicate(layout)).Select(layout => layout.Copy(area => area.Items.Keep(predicate)))];

    /// <summary>A copy of an item, with other items in the areas.</summary>
    public static TLayout Copy<TLayout>(this TLayout layout, Func<BlockGridLayoutAreaItem, BlockGridLayoutItem[]> items)
        where TLayout : IBlockLayoutItem, new()
    {
        var copy = new TLayout { ContentKey = layout.ContentKey, SettingsKey = layout.SettingsKey };
        if (layout is BlockGridLayoutItem from && copy is BlockGridLayoutItem to)
        {
            to.ColumnSpan = from.ColumnSpan;
            to.RowSpan = from.RowSpan;
            to.Areas = [.. from.Areas.Select(area => new BlockGridLayoutAreaItem(area.Key) { Items = items(area) })];
        }

        return copy;
    }
}
