using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Site.Core.Organisations;
using Site.Web.Website.Addresses;
using Site.Web.Website.Typography;
using Umbraco.Cms.Core.Security;

namespace Site.Web.Website.Rendering;

/// <summary>
/// Makes an editor's HTML fit for a page: cleaned once more (it may have been written past the editor), set as French is printed, with
/// headings below those of the page, pictures that load when they are needed and tables that scroll on their own on a phone.
/// </summary>
internal sealed class RichTextRenderer(IHtmlSanitizer sanitizer, SiteAddresses addresses)
{
    private static readonly HtmlParser Parser = new();

    /// <summary>Renders a rich text.</summary>
    /// <param name="passage">The text.</param>
    /// <param name="headingLevel">The level of its highest headings.</param>
    public string Render(RichPassage passage, int headingLevel)
    {
        using IHtmlDocument document = Parser.ParseDocument(string.Empty);
        IHtmlElement body = document.Body!;
        body.InnerHtml = sanitizer.Sanitize(passage.Html);
        foreach (IElement place in body.QuerySelectorAll("umb-rte-block, umb-rte-block-inline"))
            Fill(document, place, passage.Blocks);
        if (FrenchTypography.AppliesTo(passage.Culture))
            Typeset(body);
        MoveHeadings(document, body, headingLevel);
        foreach (IElement image in body.QuerySelectorAll("img"))
            image.SetAttribute("loading", "lazy");
        foreach (IElement table in body.QuerySelectorAll("table"))
            Wrap(document, table);
        return body.InnerHtml;
    }

    private void Fill(IDocument document, IElement place, IReadOnlyDictionary<Guid, ElementReader> blocks)
    {
        IElement? element = Guid.TryParse(place.GetAttribute("data-content-key"), out Guid key) && blocks.TryGetValue(key, out ElementReader? block)
            ? block.Element.ContentType.Alias switch
            {
                ContentTypes.Quote => Quote(document, block),
                ContentTypes.Illustration => Illustration(document, block),
                _ => null,
            }
            : null;
        if (element is null)
            place.Remove();
        else
            place.Replace(element);
    }

    private static IElement Quote(IDocument document, ElementReader block)
    {
        IElement quote = document.CreateElement("blockquote");
        Add(quote, "p", block.Text("text"));
        Add(quote, "footer", block.Text("source"));
        return quote;
    }

    private IElement? Illustration(IDocument document, ElementReader block)
    {
        if (block.Media("image") is not { } image || addresses.PathOf(image) is not { } path)
            return null;
        IElement figure = document.CreateElement("figure");
        figure.ClassName = "picture";
        IElement picture = document.CreateElement("img");
        picture.SetAttribute("src", path);
        picture.SetAttribute("alt", image.AltText?.Text ?? string.Empty);
        if (image is { Width: { } width, Height: { } height })
        {
            picture.SetAttribute("width", width.ToString(CultureInfo.InvariantCulture));
            picture.SetAttribute("height", height.ToString(CultureInfo.InvariantCulture));
        }

        figure.AppendChild(picture);
        Add(figure, "figcaption", block.Text("caption"));
        return figure;
    }

    private static void Add(IElement parent, string name, Passage? text)
    {
        if (text is null)
            return;
        IElement child = parent.Owner!.CreateElement(name);
        child.TextContent = text.Text;
        parent.AppendChild(child);
    }

    private static void Typeset(IElement root)
    {
        foreach (IText text in root.Descendants<IText>().ToArray())
        {
            if (text.ParentElement?.Closest("code, pre, kbd, [lang]:not([lang|=fr]):not([lang|=bm])") is null)
                text.Data = FrenchTypography.Apply(text.Data);
        }
    }

    private static void MoveHeadings(IDocument document, IElement root, int top)
    {
        IElement[] headings = [.. root.QuerySelectorAll("h1, h2, h3, h4, h5, h6")];
        if (headings.Length == 0)
            return;
        int previous = top - 1;
        int shift = top - headings.Min(Level);
        foreach (IElement heading in headings)
        {
            // No level is skipped on the way down, whatever the editor chose for its looks.
            int level = Math.Clamp(Level(heading) + shift, top, Math.Min(previous + 1, 6));
            previous = level;
            if (level != Level(heading))
                Rename(document, heading, $"h{level}");
        }
    }

    private static int Level(IElement heading) => heading.LocalName[1] - '0';

    private static void Rename(IDocument document, IElement element, string name)
    {
        IElement renamed = document.CreateElement(name);
        foreach (IAttr attribute in element.Attributes)
            renamed.SetAttribute(attribute.Name, attribute.Value);
        while (element.FirstChild is { } child)
            renamed.AppendChild(child);
        element.Replace(renamed);
    }

    private static void Wrap(IDocument document, IElement table)
    {
        IElement scroller = document.CreateElement("div");
        scroller.ClassName = "scroll";
        scroller.SetAttribute("tabindex", "0");
        table.Replace(scroller);
        scroller.AppendChild(table);
    }
}
