using Site.Tests.Support;

namespace Site.Tests.Api.Website;

/// <summary>What a page weighs on the line, compressed (specs/performance-and-weight.md, section 4).</summary>
[Collection(WebsiteSite.Name)]
public sealed class WeightTests(SqliteSiteProcess site)
{
    private const int Html = 14_000;
    private const int TextPage = 20_000;
    private const int Page = 60_000;
    private const int Requests = 8;

    public static TheoryData<string> Pages => [.. WebsiteSite.Templates];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_is_light(string path)
    {
        using var page = await WebsiteSite.PageAsync(site, path);
        int html = await WeightAsync(path);
        int style = await WeightAsync(page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!);
        int icon = await WeightAsync(page.QuerySelector("link[rel=icon]")!.GetAttribute("href")!);
        List<int> pictures = [];
        foreach (string source in page.QuerySelectorAll("img").Select(image => image.GetAttribute("src")!).Distinct())
            pictures.Add(await WeightAsync(source));

        Assert.InRange(html, 1, Html);
        Assert.InRange(html + style + icon, 1, TextPage);
        Assert.InRange(html + style + icon + pictures.Sum(), 1, Page);
        Assert.InRange(pictures.Count + 3, 1, Requests);
    }

    private async Task<int> WeightAsync(string path)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "br" } } };
        using HttpResponseMessage response = await site.Client.SendAsync(request);
        return (await response.Content.ReadAsByteArrayAsync()).Length;
    }
}
