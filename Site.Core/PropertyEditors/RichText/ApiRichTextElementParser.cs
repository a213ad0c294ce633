using AngleSharp.Dom;
using AngleSharp.Html;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Turns the markup of rich text into the element tree of the Delivery API.</summary>
internal sealed class ApiRichTextElementParser(ApiRichTextLinks links, IApiElementBuilder elementBuilder) : IApiRichTextElementParser
{
    private const string DataPrefix = "data-";

    /// <inheritdoc />
    public IRichTextElement? Parse(string html, RichTextBlockModel? richTextBlockModel)
        => new RichTextRootElement(
            [],
            Children(ApiRichTextDocument.Parse(html)),
            RichTextApiBlocks.Build(richTextBlockModel, elementBuilder));

    private IRichTextElement[] Children(IElement parent)
        => [.. parent.ChildNodes.Select(Node).OfType<IRichTextElement>()];

    private IRichTextElement? Node(INode node)
        => node switch
        {
            IText text => Text(text),
            IElement element => new RichTextGenericElement(
                element.LocalName,
                Attributes(element),
                element.IsBlock() ? [] : Children(element)),
            _ => null,
        };

    // Line breaks between elements come from the layout of the markup; a blank between words belongs to the text.
    private static RichTextTextElement? Text(IText text)
        => text.Data.AsSpan().Trim("\r\n").IsEmpty ? null : new RichTextTextElement(HtmlMarkupFormatter.EscapeText(text.Data));

    private Dictionary<string, object> Attributes(IElement element)
    {
        var attributes = new Dictionary<string, object>();
        ApiRichTextLink? link = element.LocalName == "a" ? links.Resolve(element.GetAttribute("href"), element.GetAttribute("type")) : null;
        foreach (IAttr attribute in element.Attributes)
        {
            if (link is null || attribute.Name is not ("href" or "type"))
                attributes[attribute.Name] = attribute.Value;
        }

        if (link?.Destination is not null)
            AddLink(attributes, link);
        if (element.LocalName == "img" && attributes.Remove("data-udi", out object? udi) && links.MediaUrl(udi as string) is { } url)
            attributes["src"] = url;
        if (element.IsBlock() && element.BlockKey() is { } key)
            attributes = new Dictionary<string, object> { ["content-id"] = key.ToString("D") };

        RemoveDataPrefix(attributes);
        return attributes;
    }

    private static void AddLink(Dictionary<string, object> attributes, ApiRichTextLink link)
    {
        if (link.Route is { } route)
        {
            route.QueryString = link.Postfix.Length > 0 ? link.Postfix : null;
            attributes["route"] = route;
        }
        else
        {
            attributes["href"] = link.Url + link.Postfix;
        }

        attributes["destinationId"] = link.Destination!.Key.ToString("D");
        attributes["destinationType"] = link.Destination.ContentType.Alias;
        attributes["linkType"] = link.Type.ToString();
    }

    private static void RemoveDataPrefix(Dictionary<string, object> attributes)
    {
        foreach (string name in attributes.Keys.Where(name => name.StartsWith(DataPrefix, StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            attributes.Remove(name, out object? value);
            attributes.TryAdd(name[DataPrefix.Length..], value!);
        }
    }
}
