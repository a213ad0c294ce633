using AngleSharp.Dom;
using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>What can be checked in the markup of a page of each template (specs/search-language.md, section 2).</summary>
[Collection(WebsiteSite.Name)]
public sealed class MarkupTests(SqliteSiteProcess site)
{
    public static TheoryData<string> Pages => [.. WebsiteSite.Templates];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_well_built(string path)
    {
        using var page = await WebsiteSite.PageAsync(site, path);

        Assert.Contains(page.DocumentElement.GetAttribute("lang"), new[] { "fr", "en" });
        Assert.NotEmpty(page.Title!);
        Assert.Single(page.QuerySelectorAll("h1"));
        AssertHeadings(page);
        Assert.All(new[] { "body > header", "body > main", "body > footer" }, landmark => Assert.Single(page.QuerySelectorAll(landmark)));
        AssertSkipLink(page);
        string[] ids = [.. page.QuerySelectorAll("[id]").Select(element => element.Id!)];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(page.QuerySelectorAll("img"), image => Assert.True(image.HasAttribute("alt"), image.OuterHtml));
        Assert.All(page.QuerySelectorAll("a"), link => Assert.True(link.TextContent.Trim().Length > 0 && link.GetAttribute("href") is { Length: > 0 }, link.OuterHtml));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.NotEmpty(table.QuerySelectorAll("th[scope]")));
        Assert.All(page.QuerySelectorAll("nav"), nav => Assert.True(nav.HasAttribute("aria-label") || nav.HasAttribute("aria-labelledby")));
        Assert.All(page.QuerySelectorAll("[tabindex]"), element => Assert.Contains(element.GetAttribute("tabindex"), new[] { "0", "-1" }));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_runs_nothing_and_fetches_nothing_from_elsewhere(string path)
    {
        using var page = await WebsiteSite.PageAsync(site, path);

        Assert.Empty(page.QuerySelectorAll("script:not([type='application/ld+json']), style, iframe, object, embed"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute =>
            attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.All(page.QuerySelectorAll("img, link[rel=stylesheet], link[rel=icon]"), element =>
            Assert.StartsWith("/", element.GetAttribute(element.LocalName == "img" ? "src" : "href")!, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_link_inside_the_site_leads_to_a_page(string path)
    {
        using var page = await WebsiteSite.PageAsync(site, path);
        string[] targets = [.. page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!.Split('#')[0]).Distinct()];

        foreach (string target in targets)
        {
            using HttpResponseMessage response = await site.Client.GetAsync(target);
            Assert.True(response.IsSuccessStatusCode, $"{path} links to {target}: {(int)response.StatusCode}");
        }

        Assert.All(page.QuerySelectorAll("a[href^='#']"), link => Assert.NotNull(page.GetElementById(link.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task No_two_pages_have_the_same_title()
    {
        List<string> titles = [];
        foreach (string path in WebsiteSite.Templates)
        {
            using var page = await WebsiteSite.PageAsync(site, path);
            titles.Add($"{page.Title} [{page.DocumentElement.GetAttribute("lang")}]");
        }

        Assert.Equal(titles.Count, titles.Distinct().Count());
    }

    private static void AssertHeadings(IParentNode page)
    {
        int previous = 0;
        foreach (IElement heading in page.QuerySelectorAll("h1, h2, h3, h4, h5, h6"))
        {
            int level = heading.LocalName[1] - '0';
            Assert.NotEmpty(heading.TextContent.Trim());
            Assert.True(level <= previous + 1, $"{heading.OuterHtml} follows a heading of level {previous}");
            previous = level;
        }
    }

    private static void AssertSkipLink(IDocument page)
    {
        IElement first = page.QuerySelector("body a")!;
        Assert.Equal("skip", first.ClassName);
        Assert.Equal("main", page.GetElementById(first.GetAttribute("href")![1..])!.LocalName);
    }
}
