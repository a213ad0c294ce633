using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Layout and selection helpers for the values of block editors.</summary>
internal static class BlockValueExtensions
{
    /// <summary>The blocks in the order of the editor, in a grid those outside of any area; empty when there is no layout.</summary>
    public static TLayout[] Layouts<TLayout>(this BlockValue<TLayout> value)
        where TLayout : IBlockLayoutItem, new()
        => value.GetLayouts()?.ToArray() ?? [];

    /// <summary>Replaces the order of the blocks.</summary>
    public static void SetLayouts<TLayout>(this BlockValue<TLayout> value, IReadOnlyCollection<TLayout> layouts)
        where TLayout : IBlockLayoutItem, new()
        => value.Layout = new Dictionary<string, IEnumerable<IBlockLayoutItem>>
        {
            [value.PropertyEditorAlias] = [.. layouts.Cast<IBlockLayoutItem>()],
        };

    /// <summary>
    /// Drops data and exposure of blocks that the layout does not show: nobody can see or edit them any more. What is there twice
    /// under one key stays once.
    /// </summary>
    public static void RemoveOrphans<TLayout>(this BlockValue<TLayout> value)
        where TLayout : IBlockLayoutItem, new()
    {
        HashSet<Guid> contentKeys = [];
        value.SetLayouts(value.Layouts().Keep(layout => contentKeys.Add(layout.ContentKey)));
        HashSet<Guid> settingsKeys = [.. value.Layouts().Flatten().Select(layout => layout.SettingsKey).OfType<Guid>()];
        value.ContentData = [.. value.ContentData.Where(item => contentKeys.Contains(item.Key)).DistinctBy(item => item.Key)];
        value.SettingsData = [.. value.SettingsData.Where(item => settingsKeys.Contains(item.Key)).DistinctBy(item => item.Key)];
        value.Expose = [.. value.Expose.Where(row => contentKeys.Contains(row.ContentKey))];
    }

    /// <summary>All values inside the blocks, of contents and settings.</summary>
    public static IEnumerable<BlockPropertyValue> AllValues(this BlockValue value)
        => value.ContentData.Concat(value.SettingsData).SelectMany(item => item.Values);

    /// <summary>Compares culture codes as Umbraco does: without regard to case, <c>null</c> and empty both meaning invariant.</summary>
    public static bool IsCulture(this string? culture, string? other)
        => string.Equals(culture ?? string.Empty, other ?? string.Empty, StringComparison.OrdinalIgnoreCase);
}
