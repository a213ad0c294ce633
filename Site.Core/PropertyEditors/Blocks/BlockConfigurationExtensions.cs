using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Helpers for the blocks that a data type offers.</summary>
internal static class BlockConfigurationExtensions
{
    /// <summary>Keys of all element types used for contents and settings.</summary>
    public static IEnumerable<Guid> ElementTypeKeys(this IEnumerable<IBlockConfiguration> blocks)
        => blocks.SelectMany(block => block.SettingsElementTypeKey is { } settings
            ? new[] { block.ContentElementTypeKey, settings }
            : [block.ContentElementTypeKey]);
}
