using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using AngleSharp.Dom;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>What the site says to machines: site map, feeds, robots, structured data.</summary>
[Collection(WebsiteSite.Name)]
public sealed class MachineReadableTests(SqliteSiteProcess site)
{
    private static readonly XNamespace _map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace _xhtml = "http://www.w3.org/1999/xhtml";
    private static readonly XNamespace _atom = "http://www.w3.org/2005/Atom";

    [Fact]
    public async Task The_site_map_names_pages_only_and_each_of_them_answers()
    {
        XElement map = XElement.Parse(await site.Client.GetStringAsync("/sitemap.xml"));
        string[] addresses = [.. map.Elements(_map + "url").Select(url => url.Element(_map + "loc")!.Value)];

        Assert.True(addresses.Length >= 40, $"{addresses.Length} addresses");
        Assert.Equal(addresses.Length, addresses.Distinct().Count());
        foreach (string address in addresses)
        {
            Assert.StartsWith(WebsiteSite.Origin + "/", address, StringComparison.Ordinal);
            using HttpResponseMessage response = await site.Client.GetAsync(new Uri(address).PathAndQuery);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{address}: {response.StatusCode}");
        }
    }

    [Fact]
    public async Task The_site_map_gives_each_page_its_translations()
    {
        XElement map = XElement.Parse(await site.Client.GetStringAsync("/sitemap.xml"));
        XElement page = map.Elements(_map + "url").Single(url => url.Element(_map + "loc")!.Value == $"{WebsiteSite.Origin}/ap-mali/");

        Assert.Equal(
            ["fr", "en"],
            page.Elements(_xhtml + "link").Select(link => link.Attribute("hreflang")!.Value));
    }

    [Theory]
    [InlineData("/ap-mali/", "fr")]
    [InlineData("/en/accountability-lab-mali/", "en")]
    public async Task An_organisation_has_a_feed_as_RFC_4287_wants_it(string home, string language)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(home + "flux.xml");
        XElement feed = XElement.Parse(await response.Content.ReadAsStringAsync());
        XElement[] entries = [.. feed.Elements(_atom + "entry")];

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(language, feed.Attribute(XNamespace.Xml + "lang")!.Value);
        Assert.NotEmpty(entries);
        Assert.All(entries.Prepend(feed), element =>
        {
            Assert.True(Uri.IsWellFormedUriString(element.Element(_atom + "id")!.Value, UriKind.Absolute));
            Assert.NotEmpty(element.Element(_atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(element.Element(_atom + "updated")!.Value, out _));
            Assert.All(element.Elements(_atom + "link"), link => Assert.StartsWith(WebsiteSite.Origin + "/", link.Attribute("href")!.Value, StringComparison.Ordinal));
            Assert.Single(element.Elements(_atom + "link"), link => link.Attribute("rel")!.Value == "alternate");
        });
        Assert.Equal(entries.Length, entries.Select(entry => entry.Element(_atom + "id")!.Value).Distinct().Count());
        Assert.NotEmpty(feed.Element(_atom + "author")!.Element(_atom + "name")!.Value);
    }

    [Fact]
    public async Task A_page_names_the_feed_of_its_organisation()
    {
        using var page = await WebsiteSite.PageAsync(site, "/ap-mali/articles/");

        Assert.Equal("/ap-mali/flux.xml", page.QuerySelector("link[type='application/atom+xml']")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Robots_are_told_where_the_site_map_is()
    {
        string robots = await site.Client.GetStringAsync("/robots.txt");

        Assert.StartsWith("User-agent: *\n", robots, StringComparison.Ordinal);
        Assert.Contains($"\nSitemap: {WebsiteSite.Origin}/sitemap.xml\n", robots, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/ap-mali/", "NGO")]
    [InlineData("/accountability-lab-mali/publications/rapport-annuel-2020/", "Report", "BreadcrumbList")]
    [InlineData("/accountability-lab-mali/articles/repondre-aux-rumeurs-par-des-faits/", "Article", "BreadcrumbList")]
    public async Task Pages_say_what_they_are(string path, params string[] types)
    {
        using var page = await WebsiteSite.PageAsync(site, path);
        JsonElement[] data = [.. page.QuerySelectorAll("script").Select(script =>
        {
            Assert.Equal("application/ld+json", script.GetAttribute("type"));
            return JsonDocument.Parse(script.TextContent).RootElement;
        })];

        Assert.Superset(types.ToHashSet(), data.Select(item => item.GetProperty("@type").GetString()!).ToHashSet());
        Assert.All(data, item => Assert.Equal("https://schema.org", item.GetProperty("@context").GetString()));
        Assert.Equal(page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"), page.QuerySelector("meta[property='og:url']")!.GetAttribute("content"));
    }

    [Fact]
    public async Task An_event_without_dates_claims_none()
    {
        using var page = await WebsiteSite.PageAsync(site, "/accountability-lab-mali/evenements/friendraising/");

        Assert.DoesNotContain(page.QuerySelectorAll("script"), script => script.TextContent.Contains("\"Event\"", StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("main time"));
    }
}
