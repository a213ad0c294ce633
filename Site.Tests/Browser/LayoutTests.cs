using Microsoft.Playwright;
using Site.Tests.Api.Website;
using Site.Tests.Support;

namespace Site.Tests.Browser;

/// <summary>How pages behave on small screens, with large text, without a stylesheet, and by keyboard.</summary>
[Collection(WebsiteSite.Name)]
public sealed class LayoutTests(SqliteSiteProcess site, ChromiumBrowser browser) : IClassFixture<ChromiumBrowser>
{
    private const string Overflow =
        "[...document.querySelectorAll('body *')].filter(e => !e.closest('.skip, .scroll')).filter(e => e.getBoundingClientRect().right > innerWidth + 1).map(e => e.outerHTML.slice(0, 120))";

    public static TheoryData<string> Pages => [.. WebsiteSite.Templates];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_fits_a_screen_of_320_pixels(string path)
    {
        IPage page = await OpenAsync(path, 320);

        Assert.Empty(await page.EvaluateAsync<string[]>(Overflow));
        Assert.Equal(320, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_page_can_be_read_at_twice_the_text_size(string path)
    {
        IPage page = await OpenAsync(path, 640);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '225%'");

        Assert.Empty(await page.EvaluateAsync<string[]>(Overflow));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_stylesheet_and_the_pictures_pass_the_site_s_own_policy()
    {
        IPage page = await browser.OpenAsync(site.Address, "/");
        List<string> complaints = [];
        page.Console += (_, message) => complaints.Add(message.Text);
        foreach (string path in WebsiteSite.Templates.Where(path => !path.Contains("no-such", StringComparison.Ordinal) && !path.Contains("n-existe", StringComparison.Ordinal)))
            await page.GotoAsync(path);

        Assert.Empty(complaints);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_a_stylesheet_the_page_reads_from_top_to_bottom_and_hides_nothing()
    {
        IPage page = await browser.OpenAsync(site.Address, "/robots.txt");
        await page.RouteAsync("**/*.css", route => route.AbortAsync());
        await page.GotoAsync("/ap-mali/");
        float[] tops = await page.EvaluateAsync<float[]>(
            "['.skip', 'body > header', 'nav.menu a', 'h1', '#identite', '#action', '#gouvernance', '#moyens', 'body > footer'].map(s => document.querySelector(s).getBoundingClientRect().top)");

        Assert.Equal(tops.Order(), tops);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_everything_in_order_beginning_with_the_skip_link()
    {
        IPage page = await OpenAsync("/accountability-lab-mali/", 1280);
        int links = await page.EvaluateAsync<int>("[...document.querySelectorAll('a[href], summary, [tabindex=\"0\"]')].filter(e => e.checkVisibility()).length");
        List<string> reached = [];
        for (int i = 0; i < links; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            reached.Add(await page.EvaluateAsync<string>("document.activeElement.outerHTML"));
            Assert.NotEqual("none", await page.EvaluateAsync<string>("getComputedStyle(document.activeElement).outlineStyle"));
        }

        Assert.Contains("class=\"skip\"", reached[0], StringComparison.Ordinal);
        Assert.DoesNotContain(reached, html => html.StartsWith("<body", StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_skip_link_shows_itself_and_leads_to_the_content()
    {
        IPage page = await OpenAsync("/ap-mali/", 1280);
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("document.activeElement.getBoundingClientRect().top >= 0"));
        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("contenu", await page.EvaluateAsync<string>("document.activeElement.id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_the_sections_open_without_a_script()
    {
        IPage page = await browser.OpenAsync(site.Address, "/accountability-lab-mali/", new BrowserNewContextOptions
        {
            JavaScriptEnabled = false,
            ViewportSize = new ViewportSize { Width = 360, Height = 800 },
        });
        ILocator menu = page.Locator("nav.menu");
        Assert.False(await menu.IsVisibleAsync());
        await page.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        Assert.True(await menu.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_can_be_touched_is_large_enough_to_touch()
    {
        IPage page = await OpenAsync("/ap-mali/", 360);
        string[] small = await page.EvaluateAsync<string[]>(
            "[...document.querySelectorAll('nav a, summary, .button, .chips a, .contact a')].filter(e => e.checkVisibility()).filter(e => { const r = e.getBoundingClientRect(); return r.width < 24 || r.height < 24; }).map(e => e.outerHTML)");

        Assert.Empty(small);
        await page.Context.CloseAsync();
    }

    private Task<IPage> OpenAsync(string path, int width) => browser.OpenAsync(site.Address, path, new BrowserNewContextOptions
    {
        ViewportSize = new ViewportSize { Width = width, Height = 800 },
    });
}
