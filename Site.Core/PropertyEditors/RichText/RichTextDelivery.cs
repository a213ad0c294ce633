using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>The two forms in which the Delivery API gives rich text.</summary>
internal sealed class RichTextDelivery(
    IApiRichTextMarkupParser markupParser,
    IApiRichTextElementParser elementParser,
    IApiElementBuilder elementBuilder)
{
    /// <summary>HTML with links resolved, and the blocks beside it.</summary>
    public RichTextModel Markup(string markup, RichTextBlockModel blocks)
        => new() { Markup = markupParser.Parse(markup), Blocks = RichTextApiBlocks.Build(blocks, elementBuilder) };

    /// <summary>The element tree, holding the blocks in its root; <c>null</c> when the markup cannot be parsed.</summary>
    public IRichTextElement? Tree(string markup, RichTextBlockModel blocks) => elementParser.Parse(markup, blocks);
}
