using System.Net;
using AngleSharp.Dom;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>French, English, and what is not translated.</summary>
[Collection(WebsiteSite.Name)]
public sealed class LanguageTests(SqliteSiteProcess site)
{
    [Theory]
    [InlineData("/", "/en/")]
    [InlineData("/ap-mali/", "/en/ap-mali/")]
    [InlineData("/accountability-lab-mali/publications/rapport-annuel-2020/", "/en/accountability-lab-mali/publications/annual-report-2020/")]
    [InlineData("/accountability-lab-mali/evenements/friendraising/", "/en/accountability-lab-mali/evenements/friendraising/")]
    public async Task The_switch_keeps_the_place_and_leads_back(string french, string english)
    {
        using var page = await WebsiteSite.PageAsync(site, french);
        using var other = await WebsiteSite.PageAsync(site, english);

        Assert.Equal([french, english], Switch(page));
        Assert.Equal([french, english], Switch(other));
        Assert.Equal("Français", page.QuerySelector(".languages [aria-current]")!.TextContent);
        Assert.Equal("English", other.QuerySelector(".languages [aria-current]")!.TextContent);
    }

    [Theory]
    [InlineData("/ap-mali/")]
    [InlineData("/en/ap-mali/")]
    public async Task Translations_name_each_other(string path)
    {
        using var page = await WebsiteSite.PageAsync(site, path);

        Assert.Equal(WebsiteSite.Origin + path, page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal(
            [$"fr {WebsiteSite.Origin}/ap-mali/", $"en {WebsiteSite.Origin}/en/ap-mali/"],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(link => $"{link.GetAttribute("hreflang")} {link.GetAttribute("href")}"));
    }

    [Fact]
    public async Task A_page_without_translation_says_so_and_shows_French()
    {
        using HttpResponseMessage response = await site.Client.GetAsync("/en/accountability-lab-mali/evenements/friendraising/");
        using var page = await WebsiteSite.PageAsync(site, "/en/accountability-lab-mali/evenements/friendraising/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("This page does not exist in English yet. Here it is in French.", WebsiteSite.Plain(page.QuerySelector(".notice")!.TextContent));
        Assert.Equal("fr", page.QuerySelector(".lead [lang]")!.GetAttribute("lang"));
        Assert.Equal("fr", page.QuerySelector(".prose [lang]")!.GetAttribute("lang"));
        Assert.Equal("noindex", page.QuerySelector("meta[name=robots]")!.GetAttribute("content"));
        Assert.Equal($"{WebsiteSite.Origin}/accountability-lab-mali/evenements/friendraising/", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Empty(page.QuerySelectorAll("link[hreflang]"));
    }

    [Fact]
    public async Task An_English_page_speaks_English()
    {
        using var page = await WebsiteSite.PageAsync(site, "/en/ap-mali/");

        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Contains("To fight poverty and inequality.", page.QuerySelector("#identite")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Secretary general", page.QuerySelector("#gouvernance")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".notice"));
    }

    private static string[] Switch(IParentNode page) => [.. page.QuerySelectorAll(".languages a").Select(link => link.GetAttribute("href")!)];
}
