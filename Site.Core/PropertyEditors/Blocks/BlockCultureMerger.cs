using System.Text.Json;
using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>
/// Merges two values of an invariant block property whose blocks hold values per culture, so that one culture can be
/// published or saved without carrying along unfinished work in another.
/// </summary>
internal static class BlockCultureMerger
{
    /// <summary>Takes the data of one culture from <paramref name="source"/> into <paramref name="target"/>.</summary>
    /// <param name="source">The edited value; <c>null</c> when it was emptied.</param>
    /// <param name="target">The published value; <c>null</c> when there is none yet.</param>
    /// <param name="culture">
    /// The culture whose values and exposure are taken; blocks that only it shows are added. <c>null</c> takes what is
    /// invariant instead: the order and presence of blocks and the values without culture.
    /// </param>
    /// <returns>A new value; neither argument is changed. Without any block when nothing is left.</returns>
    public static TValue Merge<TValue, TLayout>(TValue? source, TValue? target, string? culture)
        where TValue : BlockValue<TLayout>, new()
        where TLayout : IBlockLayoutItem, new()
    {
        source ??= new TValue();
        target ??= new TValue();
        TLayout[] layouts = string.IsNullOrEmpty(culture) ? source.Layouts() : CultureLayouts(source, target, culture);
        var merged = new TValue
        {
            ContentData = MergeItems(layouts.Select(layout => layout.ContentKey), source.ContentData, target.ContentData, culture),
            SettingsData = MergeItems(layouts.Select(layout => layout.SettingsKey).OfType<Guid>(), source.SettingsData, target.SettingsData, culture),
            Expose = [.. target.Expose.Where(row => !row.Culture.IsCulture(culture)), .. source.Expose.Where(row => row.Culture.IsCulture(culture))],
        };
        merged.SetLayouts(layouts);
        merged.RemoveOrphans();
        return merged;
    }

    /// <summary>The cultures whose data differ between the two values.</summary>
    /// <param name="source">The edited value.</param>
    /// <param name="target">The published value.</param>
    /// <param name="defaultCulture">Stands for every change that belongs to no single culture.</param>
    public static IEnumerable<string> ChangedCultures<TValue, TLayout>(TValue? source, TValue? target, string defaultCulture)
        where TValue : BlockValue<TLayout>, new()
        where TLayout : IBlockLayoutItem, new()
    {
        source ??= new TValue();
        target ??= new TValue();
        Dictionary<string, string> before = Fingerprints<TValue, TLayout>(target);
        Dictionary<string, string> after = Fingerprints<TValue, TLayout>(source);
        return before.Keys.Union(after.Keys, StringComparer.OrdinalIgnoreCase)
            .Where(culture => before.GetValueOrDefault(culture) != after.GetValueOrDefault(culture))
            .Select(culture => culture.Length == 0 ? defaultCulture : culture)
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    // The target's order stays; a block that only the merged culture brings is put behind its neighbour in the source.
    private static TLayout[] CultureLayouts<TLayout>(BlockValue<TLayout> source, BlockValue<TLayout> target, string culture)
        where TLayout : IBlockLayoutItem, new()
    {
        List<TLayout> layouts = [.. target.Layouts()];
        HashSet<Guid> exposed = [.. source.Expose.Where(row => row.Culture.IsCulture(culture)).Select(row => row.ContentKey)];
        int position = 0;
        foreach (TLayout layout in source.Layouts())
        {
            int existing = layouts.FindIndex(candidate => candidate.ContentKey == layout.ContentKey);
            if (existing >= 0)
                position = existing + 1;
            else if (exposed.Contains(layout.ContentKey))
                layouts.Insert(position++, layout);
        }

        return [.. layouts];
    }

    private static List<BlockItemData> MergeItems(
        IEnumerable<Guid> keys,
        List<BlockItemData> source,
        List<BlockItemData> target,
        string? culture)
        => [.. keys
            .Select(key => (From: source.Find(item => item.Key == key), To: target.Find(item => item.Key == key)))
            .Where(pair => pair.From is not null || pair.To is not null)
            .Select(pair => MergeItem(pair.From, pair.To, culture))];

    private static BlockItemData MergeItem(BlockItemData? from, BlockItemData? to, string? culture)
    {
        BlockItemData model = (from ?? to)!;
        // A block that is new to the target cannot do without its invariant values.
        bool TakenFromSource(BlockPropertyValue value)
            => value.Culture.IsCulture(culture) || (to is null && value.Culture.IsCulture(null));

        IEnumerable<BlockPropertyValue> kept = to?.Values.Where(value => !value.Culture.IsCulture(culture)) ?? [];
        IEnumerable<BlockPropertyValue> taken = from?.Values.Where(TakenFromSource) ?? [];
        return new BlockItemData(model.Key, model.ContentTypeKey, model.ContentTypeAlias) { Values = [.. kept, .. taken] };
    }

    private static Dictionary<string, string> Fingerprints<TValue, TLayout>(TValue value)
        where TValue : BlockValue<TLayout>
        where TLayout : IBlockLayoutItem, new()
    {
        IEnumerable<(string Culture, string Mark)> marks =
        [
            .. value.Layouts().Select(layout => (string.Empty, $"layout {layout.ContentKey} {layout.SettingsKey}")),
            .. value.Expose.Select(row => (row.Culture ?? string.Empty, $"expose {row.ContentKey} {row.Segment}")).Order(),
            .. value.ContentData.Concat(value.SettingsData).SelectMany(item => item.Values.Select(nested => Mark(item, nested))).Order(),
        ];
        return marks
            .GroupBy(mark => mark.Culture, mark => mark.Mark, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join('\n', group), StringComparer.OrdinalIgnoreCase);
    }

    private static (string Culture, string Mark) Mark(BlockItemData item, BlockPropertyValue nested)
        => (nested.Culture ?? string.Empty, $"{item.Key} {nested.Alias} {nested.Segment} {JsonSerializer.Serialize(nested.Value)}");
}
