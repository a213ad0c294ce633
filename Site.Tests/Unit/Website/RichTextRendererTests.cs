using AngleSharp.Html.Parser;
using Site.Core.Organisations;
using Site.Core.Security;
using Site.Web.Website.Rendering;

namespace Site.Tests.Unit.Website;

/// <summary>What becomes of an editor's HTML on a page.</summary>
public sealed class RichTextRendererTests
{
    [Theory]
    [InlineData("<h2>Un</h2><h3>Deux</h3>", 3, "<h3>Un</h3><h4>Deux</h4>")]
    [InlineData("<h1>Un</h1><h4>Deux</h4>", 2, "<h2>Un</h2><h3>Deux</h3>")]
    [InlineData("<h4>Un</h4>", 2, "<h2>Un</h2>")]
    [InlineData("<h2>Un</h2><h3>Deux</h3><h2>Trois</h2>", 6, "<h6>Un</h6><h6>Deux</h6><h6>Trois</h6>")]
    public void Headings_stand_below_those_of_the_page_and_skip_no_level(string html, int level, string expected) =>
        Assert.Equal(expected, Render(html, "fr", level));

    [Theory]
    [InlineData("<p>Pourquoi ? <code>a ? b</code></p>", "fr", "<p>Pourquoi\u202F? <code>a ? b</code></p>")]
    [InlineData("<p>Vision <em lang=\"en\">why ?</em></p>", "fr", "<p>Vision <em lang=\"en\">why ?</em></p>")]
    [InlineData("<p>Why ?</p>", "en", "<p>Why ?</p>")]
    [InlineData("<p>A &amp; B ; C</p>", "fr", "<p>A &amp; B\u202F; C</p>")]
    public void Texts_are_set_as_their_language_is_printed(string html, string culture, string expected) =>
        Assert.Equal(expected, Render(html, culture, 2));

    [Theory]
    [InlineData("<script>alert(1)</script><p>a</p>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg><script>alert(1)</script></svg>")]
    [InlineData("<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">")]
    [InlineData("<a href=\"java\tscript:alert(1)\">x</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">x</a>")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\"></noscript>")]
    [InlineData("<p style=\"background:url(javascript:alert(1))\">x</p>")]
    [InlineData("<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>")]
    [InlineData("<form action=\"https://ailleurs.example\"><input name=a></form>")]
    public void Nothing_that_runs_reaches_the_page(string html)
    {
        using var page = new HtmlParser().ParseDocument($"<body>{Render(html, "fr", 2)}</body>");

        Assert.Empty(page.QuerySelectorAll("script, style, iframe, object, embed, svg, math, form, input, base, meta, link, noscript"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute =>
            attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Name == "style"
            || (attribute.Name is "href" or "src" && attribute.Value.Contains("script", StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void A_block_that_is_not_there_leaves_nothing_behind() =>
        Assert.Equal("<p>avant</p><p>après</p>", Render($"<p>avant</p><umb-rte-block data-content-key=\"{Guid.NewGuid()}\"></umb-rte-block><p>après</p>", "fr", 2));

    [Fact]
    public void A_table_scrolls_on_its_own_and_can_be_reached_by_keyboard() =>
        Assert.StartsWith("<div class=\"scroll\" tabindex=\"0\"><table>", Render("<table><tbody><tr><td>1</td></tr></tbody></table>", "fr", 2), StringComparison.Ordinal);

    private static string Render(string html, string culture, int level) =>
        new RichTextRenderer(new HtmlCleaner(), null!).Render(new RichPassage(html, culture, new Dictionary<Guid, ElementReader>()), level);
}
