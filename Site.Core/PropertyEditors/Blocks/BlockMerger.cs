using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>
/// Merges two values of an invariant block property whose blocks hold values per culture, so that one culture can be
/// published or saved without carrying along unfinished work in another. Blocks inside blocks are merged by their own editors.
/// </summary>
internal sealed class BlockMerger(PropertyEditorCollection propertyEditors)
{
    /// <summary>Takes the data of one culture from <paramref name="source"/> into <paramref name="target"/>.</summary>
    /// <param name="source">The edited value, with property types resolved; <c>null</c> when it was emptied.</param>
    /// <param name="target">The published value, with property types resolved; <c>null</c> when there is none yet.</param>
    /// <param name="culture">
    /// The culture whose values and exposure are taken; blocks that only it shows are added. <c>null</c> takes what is
    /// invariant instead: the order and presence of blocks and the values without culture.
    /// </param>
    /// <returns>A new value; neither argument is changed. Without any block when nothing is left.</returns>
    public TValue Merge<TValue, TLayout>(TValue? source, TValue? target, string? culture)
        where TValue : BlockValue<TLayout>, new()
        where TLayout : IBlockLayoutItem, new()
    {
        source ??= new TValue();
        target ??= new TValue();
        TLayout[] layouts = string.IsNullOrEmpty(culture) ? source.Layouts().Keep(_ => true) : LayoutMerge.Of(source, target, culture);
        TLayout[] all = [.. layouts.Flatten()];
        var merged = new TValue
        {
            ContentData = MergeItems(all.Select(layout => layout.ContentKey), source.ContentData, target.ContentData, culture),
            SettingsData = MergeItems(all.Select(layout => layout.SettingsKey).OfType<Guid>(), source.SettingsData, target.SettingsData, culture),
            Expose = [.. target.Expose.Where(row => !row.Culture.IsCulture(culture)), .. source.Expose.Where(row => row.Culture.IsCulture(culture))],
        };
        merged.SetLayouts(layouts);
        merged.RemoveOrphans();
        return merged;
    }

    /// <summary>The editor of the value when it keeps values per culture in a value without culture, as editors of blocks do.</summary>
    public IDataEditor? MergingEditor(BlockPropertyValue? value)
        => value is { PropertyType: { } propertyType, Culture: null or "" }
            && propertyEditors[propertyType.PropertyEditorAlias] is { } editor
            && editor.CanMergePartialPropertyValues(propertyType)
                ? editor
                : null;

    private List<BlockItemData> MergeItems(IEnumerable<Guid> keys, List<BlockItemData> source, List<BlockItemData> target, string? culture)
        => [.. keys
            .Select(key => (From: source.Find(item => item.Key == key), To: target.Find(item => item.Key == key)))
            .Where(pair => pair.From is not null || pair.To is not null)
            .Select(pair => MergeItem(pair.From, pair.To, culture))];

    private BlockItemData MergeItem(BlockItemData? from, BlockItemData? to, string? culture)
    {
        BlockItemData model = (from ?? to)!;
        List<BlockPropertyValue> values = [];
        foreach (BlockPropertyValue slot in (to?.Values ?? []).Concat(from?.Values ?? []).DistinctBy(Slot))
        {
            BlockPropertyValue? edited = from?.Values.FirstOrDefault(value => Slot(value) == Slot(slot));
            BlockPropertyValue? published = to?.Values.FirstOrDefault(value => Slot(value) == Slot(slot));
            if (MergeValue(edited, published, culture, isNewBlock: to is null) is { } merged)
                values.Add(merged);
        }

        return new BlockItemData(model.Key, model.ContentTypeKey, model.ContentTypeAlias) { Values = values };
    }

    private BlockPropertyValue? MergeValue(BlockPropertyValue? edited, BlockPropertyValue? published, string? culture, bool isNewBlock)
    {
        if (MergingEditor(edited ?? published) is { } editor)
        {
            object? merged = editor.MergePartialPropertyValueForCulture(edited?.Value.ToSource(), published?.Value.ToSource(), culture);
            return merged is null ? null : With((edited ?? published)!, merged);
        }

        // A block that is new to the target cannot do without its invariant values.
        bool isTaken = (edited ?? published)!.Culture is var own && (own.IsCulture(culture) || (isNewBlock && own.IsCulture(null)));
        return isTaken ? edited : published;
    }

    private static BlockPropertyValue With(BlockPropertyValue model, object value)
        => new() { Alias = model.Alias, Culture = model.Culture, Segment = model.Segment, PropertyType = model.PropertyType, Value = value };

    private static (string Alias, string Culture, string Segment) Slot(BlockPropertyValue value)
        => (value.Alias.ToUpperInvariant(), (value.Culture ?? string.Empty).ToUpperInvariant(), (value.Segment ?? string.Empty).ToUpperInvariant());

    /// <summary>Layouts when a culture is merged: the target's order stays, and blocks that only the culture brings are put in.</summary>
    private static class LayoutMerge
    {
        public static TLayout[] Of<TLayout>(BlockValue<TLayout> source, BlockValue<TLayout> target, string culture)
            where TLayout : IBlockLayoutItem, new()
        {
            HashSet<Guid> present = [.. target.Layouts().Flatten().Select(layout => layout.ContentKey)];
            HashSet<Guid> added = [.. source.Expose.Where(row => row.Culture.IsCulture(culture)).Select(row => row.ContentKey)];
            added.ExceptWith(present);
            return Merge(source.Layouts(), target.Layouts(), added);
        }

        // A new block is put behind its neighbour in the source.
        private static TLayout[] Merge<TLayout>(IReadOnlyList<TLayout> source, IReadOnlyList<TLayout> target, HashSet<Guid> added)
            where TLayout : IBlockLayoutItem, new()
        {
            List<TLayout> layouts = [.. target.Select(layout => MergeAreas(source.FirstOrDefault(item => item.ContentKey == layout.ContentKey), layout, added))];
            int position = 0;
            foreach (TLayout layout in source)
            {
                int existing = layouts.FindIndex(candidate => candidate.ContentKey == layout.ContentKey);
                if (existing >= 0)
                    position = existing + 1;
                else if (added.Contains(layout.ContentKey))
                    layouts.Insert(position++, layout.Copy(area => area.Items.Keep(item => added.Contains(item.ContentKey))));
            }

            return [.. layouts];
        }

        private static TLayout MergeAreas<TLayout>(TLayout? source, TLayout target, HashSet<Guid> added)
            where TLayout : IBlockLayoutItem, new()
        {
            BlockGridLayoutAreaItem[] sourceAreas = (source as BlockGridLayoutItem)?.Areas ?? [];
            TLayout merged = target.Copy(area => Merge(sourceAreas.FirstOrDefault(other => other.Key == area.Key)?.Items ?? [], area.Items, added));
            if (merged is BlockGridLayoutItem grid)
            {
                grid.Areas = [.. grid.Areas, .. sourceAreas
                    .Where(area => grid.Areas.All(other => other.Key != area.Key))
                    .Select(area => new BlockGridLayoutAreaItem(area.Key) { Items = Merge(area.Items, [], added) })];
            }

            return merged;
        }
    }
}
