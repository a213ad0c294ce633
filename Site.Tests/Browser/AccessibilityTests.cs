using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Site.Tests.Api.Website;
using Site.Tests.Support;

namespace Site.Tests.Browser;

/// <summary>A page of each template as axe judges it, in light and in dark.</summary>
[Collection(WebsiteSite.Name)]
public sealed class AccessibilityTests(SqliteSiteProcess site, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    public static TheoryData<string> Pages => [.. WebsiteSite.Templates];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_light(string path) => await JudgeAsync(path, ColorScheme.Light);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Axe_finds_nothing_in_dark(string path) => await JudgeAsync(path, ColorScheme.Dark);

    private async Task JudgeAsync(string path, ColorScheme scheme)
    {
        IPage page = await browser.OpenAsync(site.Address, path, new BrowserNewContextOptions
        {
            ColorScheme = scheme,
            BypassCSP = true,
            ViewportSize = new ViewportSize { Width = 1280, Height = 900 },
        });
        AxeResult result = await page.RunAxe();
        await page.Context.CloseAsync();

        Assert.NotEmpty(result.Passes);
        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
    }
}
