namespace Site.Core.PropertyEditors.Blocks;

/// <summary>What the editors of block lists and rich text share.</summary>
/// <param name="Resolver">Ties values inside blocks to their property types.</param>
/// <param name="NestedValues">Runs the editors of values inside blocks.</param>
/// <param name="Languages">The site's languages.</param>
internal sealed record BlockEditing(BlockPropertyResolver Resolver, BlockNestedValues NestedValues, BlockLanguages Languages);
