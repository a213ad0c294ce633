using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.Models;

/// <summary>A rich text as views get it: markup with resolved links and media, and its blocks.</summary>
/// <remarks>Blocks stand in the markup as empty <c>umb-rte-block</c> elements whose <c>data-content-key</c> names an item of <see cref="RichTextBlockModel"/>.</remarks>
public sealed class RichTextContent(string markup, RichTextBlockModel blocks) : IHtmlEncodedString, IRichTextEditorIntermediateValue
{
    /// <inheritdoc />
    public string Markup { get; } = markup;

    /// <inheritdoc />
    public RichTextBlockModel RichTextBlockModel { get; } = blocks;

    /// <inheritdoc />
    public string ToHtmlString() => Markup;

    /// <inheritdoc />
    public override string ToString() => Markup;
}
