using Umbraco.Cms.Core.Models;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>A value editor of blocks, which keeps values per culture in a value without culture.</summary>
internal interface IBlockValueEditor : IDataValueEditor
{
    /// <summary>The stored value with one culture's data, or for <c>null</c> the invariant data, taken from <paramref name="source"/> into <paramref name="target"/>.</summary>
    object? Merge(object? source, object? target, string? culture);

    /// <summary>The cultures whose data differ between two stored values; the default culture stands for what is invariant.</summary>
    IEnumerable<string> ChangedCultures(object? source, object? target, string defaultCulture);
}
