using System.Globalization;
using System.Xml.Linq;
using Site.Core.Organisations;
using Site.Web.Website.Addresses;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace Site.Web.Website.Feeds;

/// <summary>
/// <c>/sitemap.xml</c> (sitemaps.org 0.9): each page in each culture that it exists in, with its translations. It needs absolute
/// addresses: without <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c> or a bound domain there is none.
/// </summary>
internal sealed class SitemapEndpoint(IUmbracoContextFactory contexts, ContentTree tree, SiteAddresses addresses)
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    /// <summary>Answers with the map; false when the site does not know where it stands.</summary>
    public async Task<bool> TryServeAsync(HttpContext context)
    {
        if (addresses.Origin is null)
            return false;
        using UmbracoContextReference reference = contexts.EnsureUmbracoContext();
        XElement root = new(
            Map + "urlset",
            new XAttribute(XNamespace.Xmlns + "xhtml", Xhtml),
            tree.Pages().Where(IsIndexed).SelectMany(Entries));
        await XmlText.WriteAsync(context, root, "application/xml; charset=utf-8");
        return true;
    }

    private bool IsIndexed(IPublishedContent content) =>
        !new SearchMetadata(content, new ReadingCulture(addresses.DefaultCulture, addresses.DefaultCulture)).NoIndex;

    private IEnumerable<XElement> Entries(IPublishedContent content)
    {
        (string Culture, string Address)[] translations =
            [.. from culture in addresses.Cultures
                where content.ExistsIn(culture)
                let address = addresses.Absolute(addresses.PathOf(content, culture))
                where address is not null
                select (culture, address)];
        XElement[] alternates = translations.Length < 2
            ? []
            : [.. translations.Select(translation => new XElement(
                Xhtml + "link",
                new XAttribute("rel", "alternate"),
                new XAttribute("hreflang", translation.Culture),
                new XAttribute("href", translation.Address)))];
        return translations.Select(translation => new XElement(
            Map + "url",
            new XElement(Map + "loc", translation.Address),
            new XElement(Map + "lastmod", PublishedPages.ChangedIn(content, translation.Culture).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture)),
            alternates));
    }
}
