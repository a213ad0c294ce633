using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Media;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Rewrites the markup of rich text for the Delivery API: links and media get addresses, blocks become references by id.</summary>
internal sealed class ApiRichTextMarkupParser(ApiRichTextLinks links, IImageUrlTokenGenerator imageUrlTokenGenerator) : IApiRichTextMarkupParser
{
    /// <inheritdoc />
    public string Parse(string html)
    {
        IHtmlElement body = ApiRichTextDocument.Parse(html);
        foreach (IElement link in body.QuerySelectorAll("a[href]"))
            RewriteLink(link);
        foreach (IElement image in body.QuerySelectorAll("img[data-udi]"))
            RewriteImage(image);
        foreach (IElement block in body.QuerySelectorAll("umb-rte-block, umb-rte-block-inline"))
            RewriteBlock(block);

        return body.InnerHtml;
    }

    private void RewriteLink(IElement element)
    {
        if (links.Resolve(element.GetAttribute("href"), element.GetAttribute("type")) is not { } link)
            return;

        element.RemoveAttribute("type");
        if (link.Destination is not { } destination)
        {
            element.RemoveAttribute("href");
            return;
        }

        element.SetAttribute("href", (link.Route?.Path ?? link.Url) + link.Postfix);
        element.SetAttribute("data-destination-id", destination.Key.ToString("D"));
        element.SetAttribute("data-destination-type", destination.ContentType.Alias);
        if (link.Route is { } route)
        {
            element.SetAttribute("data-start-item-path", route.StartItem.Path);
            element.SetAttribute("data-start-item-id", route.StartItem.Id.ToString("D"));
        }

        element.SetAttribute("data-link-type", link.Type.ToString());
    }

    private void RewriteImage(IElement element)
    {
        if (links.MediaUrl(element.GetAttribute("data-udi")) is { } url)
        {
            string source = element.GetAttribute("src") ?? string.Empty;
            int query = source.IndexOf('?', StringComparison.Ordinal);
            element.SetAttribute("src", query < 0 ? url : imageUrlTokenGenerator.RefreshSignature(url + source[query..]));
        }

        element.RemoveAttribute("data-udi");
        element.RemoveAttribute("data-caption");
    }

    private static void RewriteBlock(IElement element)
    {
        if (element.BlockKey() is { } key)
        {
            element.SetAttribute("data-content-id", key.ToString("D"));
            element.RemoveAttribute("data-content-key");
            element.RemoveAttribute("data-content-udi");
        }

        element.InnerHtml = string.Empty;
    }
}
