using Umbraco.Cms.Core.Models.Blocks;

namespace Site.Core.PropertyEditors.Models;

/// <summary>The stored value of a rich text property: markup, and the blocks that stand in it.</summary>
public sealed class RichTextEditorValue
{
    /// <summary>The HTML as edited: links to content as <c>/{localLink:…}</c>, media with <c>data-udi</c>, blocks as empty elements.</summary>
    public string Markup { get; set; } = string.Empty;

    /// <summary>Data of the blocks that the markup refers to by key; <c>null</c> when there are none.</summary>
    public RichTextBlockValue? Blocks { get; set; }
}
