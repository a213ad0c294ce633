using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Site.Tests.Api.Website;
using Site.Tests.Support;

namespace Site.Tests.Browser;

/// <summary>The pages on which the OpenAPI documents are read: without a script, under the site's own policy, and for everybody.</summary>
[Collection(WebsiteSite.Name)]
public sealed class OpenApiPageTests(SqliteSiteProcess site, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    public static TheoryData<string, string> Pages => new()
    {
        { "/umbraco/swagger", "Umbraco Delivery API" },
        { "/umbraco/swagger/delivery-typed/index.html", "Umbraco Delivery API, with this site's types" },
        { "/umbraco/swagger/site/index.html", "Site API" },
    };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_browser_has_nothing_to_complain_of(string path, string title)
    {
        IPage page = await browser.OpenAsync(site.Address, "/");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        page.PageError += (_, error) => complaints.Add(error);
        IResponse response = (await page.GotoAsync(path))!;

        Assert.Equal(title, await page.Locator("h1").InnerTextAsync());
        Assert.Contains("default-src 'none'", await response.HeaderValueAsync("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", await response.HeaderValueAsync("Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Empty(complaints);
        Assert.Empty(await page.EvaluateAsync<string[]>("[...document.querySelectorAll('a[href^=\"#\"]')].map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_leads_to_every_document_and_shows_operations_and_schemas()
    {
        IPage page = await browser.OpenAsync(site.Address, "/umbraco/swagger");
        string[] documents = await page.EvaluateAsync<string[]>("[...document.querySelectorAll('nav a[href$=\"swagger.json\"]')].map(a => a.pathname)");
        await page.Locator("#operation-GetContent2\\.0 summary").ClickAsync();

        Assert.Equal(["/umbraco/swagger/delivery/swagger.json", "/umbraco/swagger/delivery-typed/swagger.json", "/umbraco/swagger/site/swagger.json"], documents);
        Assert.True(await page.GetByText("Start-Item").First.IsVisibleAsync());
        Assert.Equal("GET /umbraco/delivery/api/v2/content", await page.Locator("#operation-GetContent2\\.0 h3").InnerTextAsync());
        Assert.Contains("cultures: object with values of ApiContentRouteModel", await page.Locator("#schema-ApiContentResponseModel").InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/umbraco/swagger/index.html", ColorScheme.Light)]
    [InlineData("/umbraco/swagger/index.html", ColorScheme.Dark)]
    [InlineData("/umbraco/swagger/delivery-typed/index.html", ColorScheme.Light)]
    public async Task Axe_finds_nothing(string path, ColorScheme scheme)
    {
        IPage page = await browser.OpenAsync(site.Address, path, new BrowserNewContextOptions { ColorScheme = scheme, BypassCSP = true });
        AxeResult result = await page.RunAxe();
        await page.Context.CloseAsync();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }

    [Fact]
    public async Task The_page_fits_a_screen_of_320_pixels()
    {
        IPage page = await browser.OpenAsync(
            site.Address,
            "/umbraco/swagger/delivery-typed/index.html",
            new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 320, Height = 800 } });

        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }
}
