using System.Text.Json;

namespace Site.Core.Persistence.Install;

/// <summary>The configurations of stock data types that are too long for a line, as JSON.</summary>
internal static class StockConfigurations
{
    /// <summary>The rich text editor of a stock Umbraco: without a toolbar nobody could format a text.</summary>
    public static string RichText { get; } = JsonSerializer.Serialize(new
    {
        extensions = Named(
            "Umb.Tiptap.",
            "RichTextEssentials", "Anchor", "Block", "Blockquote", "Bold", "BulletList", "CodeBlock", "Embed", "Figure", "Heading", "HorizontalRule",
            "HtmlAttributeClass", "HtmlAttributeDataset", "HtmlAttributeId", "HtmlAttributeStyle", "HtmlTagDiv", "HtmlTagSpan", "Image", "Italic",
            "Link", "MediaUpload", "OrderedList", "Strike", "Subscript", "Superscript", "Table", "TextAlign", "TextDirection", "TrailingNode", "Underline"),
        toolbar = new[]
        {
            new[]
            {
                Toolbar("SourceEditor"),
                Toolbar("Bold", "Italic", "Underline"),
                Toolbar("TextAlignLeft", "TextAlignCenter", "TextAlignRight"),
                Toolbar("BulletList", "OrderedList"),
                Toolbar("Blockquote", "HorizontalRule"),
                Toolbar("Link", "Unlink"),
                Toolbar("MediaPicker", "EmbeddedMedia"),
            },
        },
        maxImageSize = 500,
        overlaySize = "medium",
    });

    /// <summary>A collection of documents: a table and a grid of what was edited last.</summary>
    public static string DocumentCollection { get; } = Collection("Document");

    /// <summary>A collection of media: a grid and a table of what was edited last.</summary>
    public static string MediaCollection { get; } = Collection("Media");

    private static string Collection(string kind) => JsonSerializer.Serialize(new
    {
        pageSize = 100,
        orderBy = "updateDate",
        orderDirection = "desc",
        layouts = new[]
        {
            new { name = "Grid", icon = "icon-thumbnails-small", collectionView = $"Umb.CollectionView.{kind}.Grid", isSystem = true, selected = true },
            new { name = "Table", icon = "icon-list", collectionView = $"Umb.CollectionView.{kind}.Table", isSystem = true, selected = true },
        },
        includeProperties = new[]
        {
            new { alias = "updateDate", header = "Last edited", isSystem = true },
            new { alias = "creator", header = "Updated by", isSystem = true },
        },
    });

    private static string[] Toolbar(params string[] names) => Named("Umb.Tiptap.Toolbar.", names);

    private static string[] Named(string prefix, params string[] names) => [.. names.Select(x => prefix + x)];
}
