using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Parses rich text for the Delivery API.</summary>
internal static class ApiRichTextDocument
{
    private static readonly HtmlParser Parser = new();

    /// <summary>An element that holds the parsed fragment.</summary>
    public static IHtmlElement Parse(string html)
    {
        IHtmlElement body = Parser.ParseDocument(string.Empty).Body!;
        body.InnerHtml = html;
        return body;
    }

    /// <summary>Whether an element stands for a block.</summary>
    public static bool IsBlock(this IElement element) => element.LocalName is "umb-rte-block" or "umb-rte-block-inline";

    /// <summary>Key of the block for which an element stands, by key or, as older versions wrote it, by UDI.</summary>
    public static Guid? BlockKey(this IElement element)
        => RichTextBlockMarkup.Key(element.GetAttribute("data-content-key")) ?? RichTextBlockMarkup.Key(element.GetAttribute("data-content-udi"));
}
