using Site.Core.PropertyEditors.Blocks;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Writes the blocks of rich text for the Delivery API.</summary>
internal static class RichTextApiBlocks
{
    /// <summary>The blocks in their order; settings are <c>null</c> where there are none.</summary>
    public static ApiBlockItem[] Build(RichTextBlockModel? blocks, IApiElementBuilder elementBuilder)
        => blocks is null
            ? []
            : [.. blocks.Select(block => elementBuilder.BuildBlock(block.Content, block.Settings))];
}
