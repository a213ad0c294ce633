using System.Globalization;
using System.Xml.Linq;
using Site.Core.Organisations;
using Site.Web.Website.Addresses;
using Site.Web.Website.Routing;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Web;

namespace Site.Web.Website.Feeds;

/// <summary>
/// The Atom feed of an organisation (RFC 4287) at <c>flux.xml</c> below its page, in each of its cultures. Like the site map it is
/// offered only when the site knows its own address.
/// </summary>
internal sealed class AtomFeedEndpoint(IUmbracoContextFactory contexts, ContentTree tree, SiteAddresses addresses, PageFinder finder)
{
    /// <summary>The feed's name below the organisation's page.</summary>
    public const string FileName = "flux.xml";

    private const int MaximumEntries = 30;
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    /// <summary>Answers with the feed of the path's organisation; false when there is none.</summary>
    public async Task<bool> TryServeAsync(HttpContext context)
    {
        string path = context.Request.Path.Value ?? string.Empty;
        if (!path.EndsWith($"/{FileName}", StringComparison.Ordinal) || addresses.Origin is not { } origin)
            return false;
        using UmbracoContextReference reference = contexts.EnsureUmbracoContext();
        UriBuilder page = new(origin) { Path = path[..^FileName.Length] };
        if (await finder.FindAsync(page.Uri) is not PageFound { Content: { ContentType.Alias: ContentTypes.Organisation } organisation, Culture: { } culture }
            || !organisation.ExistsIn(culture))
        {
            return false;
        }

        await XmlText.WriteAsync(context, Feed(organisation, culture), "application/atom+xml; charset=utf-8");
        return true;
    }

    private XElement Feed(IPublishedContent organisation, string culture)
    {
        ReadingCulture reading = new(culture, addresses.DefaultCulture);
        string home = addresses.PathOf(organisation, culture)!;
        string name = XmlText.Clean(organisation.NameIn(reading).Text);
        IPublishedContent[] news = [.. tree.NewsOf(organisation).Take(MaximumEntries)];
        return new XElement(
            Atom + "feed",
            new XAttribute(XNamespace.Xml + "lang", culture),
            new XElement(Atom + "id", $"tag:{addresses.Origin!.Host},2026:{organisation.Key}:{culture}"),
            new XElement(Atom + "title", name),
            new XElement(Atom + "updated", Stamp(news.Append(organisation).Max(content => PublishedPages.ChangedIn(content, culture)))),
            Link("self", home + FileName, "application/atom+xml"),
            Link("alternate", home, "text/html"),
            new XElement(Atom + "author", new XElement(Atom + "name", name)),
            news.Select(content => Entry(content, reading)));
    }

    private XElement Entry(IPublishedContent content, ReadingCulture reading)
    {
        Passage title = content.NameIn(reading);
        Passage? summary = new SearchMetadata(content, reading).Description;
        return new XElement(
            Atom + "entry",
            new XElement(Atom + "id", $"urn:uuid:{content.Key}"),
            new XElement(Atom + "title", Language(title, reading), XmlText.Clean(title.Text)),
            new XElement(Atom + "updated", Stamp(PublishedPages.ChangedIn(content, reading.Culture))),
            new XElement(Atom + "published", Stamp(DateTime.SpecifyKind(PublishedPages.DateOf(content), DateTimeKind.Utc))),
            addresses.PathOf(content, reading.Culture) is { } path ? Link("alternate", path, "text/html") : null,
            summary is null ? null : new XElement(Atom + "summary", Language(summary, reading), XmlText.Clean(summary.Text)));
    }

    private XElement Link(string relation, string path, string type) => new(
        Atom + "link",
        new XAttribute("rel", relation),
        new XAttribute("type", type),
        new XAttribute("href", addresses.Absolute(path)!));

    private static XAttribute? Language(Passage passage, ReadingCulture reading) =>
        passage.Culture is { } culture && culture != reading.Culture ? new XAttribute(XNamespace.Xml + "lang", culture) : null;

    private static string Stamp(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
