using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>What the value editors of blocks share: the list, the grid, the single block and the rich text.</summary>
internal sealed class BlockEditing(BlockPropertyResolver resolver, BlockNestedValues nestedValues, BlockMerger merger, BlockLanguages languages)
{
    private readonly BlockChanges _changes = new(merger);

    /// <summary>Ties the values inside the blocks to their property types.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public TValue? Resolve<TValue, TLayout>(TValue? value)
        where TValue : BlockValue<TLayout>
        where TLayout : IBlockLayoutItem, new()
    {
        if (value is not null)
            resolver.Resolve(value);

        return value;
    }

    /// <summary>Turns posted blocks into what is stored.</summary>
    /// <param name="posted">The blocks, with property types resolved; changed in place.</param>
    /// <param name="current">What is stored now, so that editors of files know what they replace.</param>
    /// <param name="contentKey">Key of the content item that holds the blocks.</param>
    public void FromEditor<TLayout>(BlockValue<TLayout> posted, BlockValue? current, Guid contentKey)
        where TLayout : IBlockLayoutItem, new()
    {
        posted.RemoveOrphans();
        nestedValues.MapFromEditor(posted, current, contentKey);
    }

    /// <summary>Turns stored blocks into what the editor shows.</summary>
    /// <param name="stored">The blocks, with property types resolved; changed in place.</param>
    public void ToEditor(BlockValue stored) => nestedValues.MapToEditor(stored);

    /// <summary>Everything that the values inside the blocks refer to.</summary>
    public IEnumerable<UmbracoEntityReference> References(BlockValue? value) => value is null ? [] : nestedValues.References(value);

    /// <summary>The tags in the values inside the blocks.</summary>
    /// <param name="value">The blocks, with property types resolved.</param>
    /// <param name="languageId">The language of the property that holds the blocks, <c>null</c> when it is invariant.</param>
    public IEnumerable<ITag> Tags(BlockValue? value, int? languageId)
        => value is null ? [] : nestedValues.Tags(value, culture => languages.Id(culture) ?? languageId);

    /// <inheritdoc cref="BlockMerger.Merge" />
    public TValue Merge<TValue, TLayout>(TValue? source, TValue? target, string? culture)
        where TValue : BlockValue<TLayout>, new()
        where TLayout : IBlockLayoutItem, new()
        => merger.Merge<TValue, TLayout>(source, target, culture);

    /// <inheritdoc cref="BlockChanges.ChangedCultures" />
    public IEnumerable<string> ChangedCultures<TValue, TLayout>(TValue? source, TValue? target, string defaultCulture)
        where TValue : BlockValue<TLayout>, new()
        where TLayout : IBlockLayoutItem, new()
        => _changes.ChangedCultures<TValue, TLayout>(source, target, defaultCulture);
}
