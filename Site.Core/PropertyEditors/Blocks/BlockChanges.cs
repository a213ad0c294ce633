using System.Text.Json;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Finds the cultures in which two values of an invariant block property differ.</summary>
internal sealed class BlockChanges(BlockMerger merger)
{
    /// <summary>The cultures whose data differ between the two values.</summary>
    /// <param name="source">The edited value, with property types resolved.</param>
    /// <param name="target">The published value, with property types resolved.</param>
    /// <param name="defaultCulture">Stands for every change that belongs to no single culture.</param>
    public IEnumerable<string> ChangedCultures<TValue, TLayout>(TValue? source, TValue? target, string defaultCulture)
        where TValue : BlockValue<TLayout>, new()
        where TLayout : IBlockLayoutItem, new()
    {
        source ??= new TValue();
        target ??= new TValue();
        Dictionary<string, string> before = Marks(target);
        Dictionary<string, string> after = Marks(source);
        return before.Keys.Union(after.Keys, StringComparer.OrdinalIgnoreCase)
            .Where(culture => before.GetValueOrDefault(culture) != after.GetValueOrDefault(culture))
            .Select(culture => culture.Length == 0 ? defaultCulture : culture)
            .Concat(NestedChanges(source, target, defaultCulture))
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    private Dictionary<string, string> Marks<TLayout>(BlockValue<TLayout> value)
        where TLayout : IBlockLayoutItem, new()
    {
        IEnumerable<(string Culture, string Mark)> marks =
        [
            .. value.Layouts().Select(layout => (string.Empty, $"layout {JsonSerializer.Serialize(layout)}")),
            .. value.Expose.Select(row => (row.Culture ?? string.Empty, $"expose {row.ContentKey} {row.Segment}")).Order(),
            .. value.ContentData.Concat(value.SettingsData).SelectMany(item => item.Values
                .Where(nested => merger.MergingEditor(nested) is null)
                .Select(nested => Mark(item, nested))).Order(),
        ];
        return marks
            .GroupBy(mark => mark.Culture, mark => mark.Mark, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => string.Join('\n', group), StringComparer.OrdinalIgnoreCase);
    }

    private static (string Culture, string Mark) Mark(BlockItemData item, BlockPropertyValue nested)
        => (nested.Culture ?? string.Empty, $"{item.Key} {nested.Alias} {nested.Segment} {JsonSerializer.Serialize(nested.Value)}");

    private IEnumerable<string> NestedChanges(BlockValue source, BlockValue target, string defaultCulture)
    {
        Dictionary<(Guid Block, string Alias), BlockPropertyValue> after = Nested(source);
        Dictionary<(Guid Block, string Alias), BlockPropertyValue> before = Nested(target);
        return after.Keys.Union(before.Keys).SelectMany(key =>
        {
            BlockPropertyValue? edited = after.GetValueOrDefault(key);
            BlockPropertyValue? published = before.GetValueOrDefault(key);
            IDataEditor editor = merger.MergingEditor(edited ?? published)!;
            return editor.GetChangedCulturesForPartialPropertyValues(edited?.Value.ToSource(), published?.Value.ToSource(), defaultCulture);
        });
    }

    private Dictionary<(Guid Block, string Alias), BlockPropertyValue> Nested(BlockValue value)
        => value.ContentData.Concat(value.SettingsData)
            .SelectMany(item => item.Values.Where(nested => merger.MergingEditor(nested) is not null), (item, nested) => (Key: (item.Key, nested.Alias), Value: nested))
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Value);
}
