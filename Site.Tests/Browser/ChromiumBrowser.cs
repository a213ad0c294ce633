using Microsoft.Playwright;
using Site.Tests.Support;

namespace Site.Tests.Browser;

/// <summary>Debian's chromium, driven by Playwright: <c>SITE_TEST_CHROMIUM</c>, else <c>/usr/bin/chromium</c>.</summary>
public sealed class ChromiumBrowser : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    /// <inheritdoc />
    public async Task InitializeAsync()
    {
        string path = Environment.GetEnvironmentVariable("SITE_TEST_CHROMIUM") is { Length: > 0 } set ? set : "/usr/bin/chromium";
        if (!File.Exists(path))
        {
            await SystemPackage.TryInstallAsync("chromium");
        }

        Assert.True(File.Exists(path), $"{path} is missing: install it (apt-get install chromium), or name the browser in SITE_TEST_CHROMIUM.");
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = Environment.IsPrivilegedProcess ? ["--no-sandbox"] : [],
        });
    }

    /// <inheritdoc />
    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    /// <summary>Opens a page of the site.</summary>
    public async Task<IPage> OpenAsync(Uri site, string path, BrowserNewContextOptions? options = null)
    {
        options ??= new BrowserNewContextOptions();
        options.BaseURL = site.ToString();
        IBrowserContext context = await _browser.NewContextAsync(options);
        IPage page = await context.NewPageAsync();
        await page.GotoAsync(path);
        return page;
    }
}
