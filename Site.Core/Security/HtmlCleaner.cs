using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Umbraco.Cms.Core.Security;

namespace Site.Core.Security;

/// <summary>
/// Keeps of an HTML fragment what <see cref="HtmlAllowList"/> names and drops the rest, on the server, whatever the editor
/// in the browser let through. Umbraco's own constructs (local links, media UDIs, blocks in rich text) are kept.
/// </summary>
/// <remarks>
/// Cleaning is repeated until the result parses to itself. Otherwise markup that a browser repairs differently once
/// something was removed from it ("mutation XSS") could come alive on the second reading.
/// </remarks>
internal sealed class HtmlCleaner : IHtmlSanitizer
{
    // Editors' texts nest a handful of levels; a thousand only occurs in attacks on recursive readers.
    private const int MaximumDepth = 100;
    private const int MaximumPasses = 12;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false });

    /// <inheritdoc />
    public string Sanitize(string html)
    {
        if (string.IsNullOrWhiteSpace(html))
            return string.Empty;

        string current = html;
        for (int pass = 0; pass < MaximumPasses; pass++)
        {
            string cleaned = Clean(current);
            if (cleaned == current)
                return string.IsNullOrWhiteSpace(cleaned) ? string.Empty : cleaned;

            current = cleaned;
        }

        // Markup that never settles was made to confuse; its text is all that can be kept.
        return HtmlMarkupFormatter.EscapeText(Parse(current).TextContent);
    }

    private static string Clean(string html)
    {
        IHtmlElement body = Parse(html);
        CleanChildren(body);
        return body.InnerHtml;
    }

    // Parsed as a fragment: in a whole document, a frameset in the text would replace the body.
    private static IHtmlElement Parse(string html)
    {
        IHtmlElement body = Parser.ParseDocument(string.Empty).Body!;
        body.InnerHtml = html;
        return body;
    }

    // A loop with a stack of its own: recursion would let a deeply nested text end the process.
    private static void CleanChildren(IElement root)
    {
        var pending = new Stack<(INode Node, int Depth)>();
        Push(pending, root, 0);
        while (pending.TryPop(out (INode Node, int Depth) entry))
        {
            switch (entry.Node)
            {
                case IElement element:
                    CleanElement(element, entry.Depth, pending);
                    break;
                case IText:
                    break;
                default:
                    entry.Node.Parent?.RemoveChild(entry.Node);
                    break;
            }
        }
    }

    private static void CleanElement(IElement element, int depth, Stack<(INode Node, int Depth)> pending)
    {
        if (element.NamespaceUri != NamespaceNames.HtmlUri || HtmlAllowList.IsDroppedWithContent(element.LocalName) || depth > MaximumDepth)
        {
            element.Remove();
            return;
        }

        if (!HtmlAllowList.IsAllowed(element.LocalName))
        {
            Push(pending, element, depth);
            Unwrap(element);
            return;
        }

        foreach (IAttr attribute in element.Attributes.ToArray())
        {
            if (!HtmlAllowList.IsAllowed(element.LocalName, attribute.Name, attribute.Value))
                element.RemoveAttribute(attribute.Name);
        }

        ProtectOpener(element);
        if (element.LocalName == "pre")
            TrimLeadingLineBreaks(element);
        if (element.LocalName == "img" && !element.HasAttribute("src") && !element.HasAttribute("data-udi"))
            element.Remove();
        else if (HtmlAllowList.IsBlock(element.LocalName))
            element.InnerHtml = string.Empty;
        else
            Push(pending, element, depth + 1);
    }

    // A page opened in a new window must not be able to steer the one it was opened from.
    private static void ProtectOpener(IElement element)
    {
        if (element.LocalName == "a" && element.GetAttribute("target") is { Length: > 0 })
            element.SetAttribute("rel", "noopener");
    }

    // Every reading of a "pre" eats one line break after its start tag, so they would go one by one.
    private static void TrimLeadingLineBreaks(IElement element)
    {
        if (element.FirstChild is IText text)
            text.Data = text.Data.TrimStart('\n');
    }

    private static void Unwrap(IElement element)
    {
        INode parent = element.Parent!;
        while (element.FirstChild is { } child)
            parent.InsertBefore(child, element);

        parent.RemoveChild(element);
    }

    private static void Push(Stack<(INode Node, int Depth)> pending, INode parent, int depth)
    {
        for (INode? child = parent.LastChild; child is not null; child = child.PreviousSibling)
            pending.Push((child, depth));
    }
}
