using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Site.Core.Security;

namespace Site.Tests.Unit.Security;

/// <summary>What the server keeps of rich text, whatever the browser sent.</summary>
public sealed class HtmlCleanerTests
{
    private static readonly HtmlCleaner Cleaner = new();

    [Theory]
    [InlineData("<p>Été à <strong>Ségou</strong>, <em lang=\"bm\">Faso</em></p>")]
    [InlineData("<h2 id=\"missions\">Missions</h2><ul><li>un</li><li>deux</li></ul>")]
    [InlineData("<p><a href=\"/{localLink:3fa85f64-5717-4562-b3fc-2c963f66afa6}#a\" type=\"document\">lien</a></p>")]
    [InlineData("<p><a href=\"/{localLink:umb://document/3fa85f6457174562b3fc2c963f66afa6}\">lien</a></p>")]
    [InlineData("<p><img src=\"/media/a/b.png?width=10\" alt=\"x\" width=\"10\" data-udi=\"umb://media/3fa85f6457174562b3fc2c963f66afa6\"></p>")]
    [InlineData("<figure><img src=\"/media/a/b.png\" alt=\"\"><figcaption>Photo</figcaption></figure>")]
    [InlineData("<table><thead><tr><th scope=\"col\">a</th></tr></thead><tbody><tr><td colspan=\"2\">b</td></tr></tbody></table>")]
    [InlineData("<umb-rte-block data-content-key=\"3fa85f64-5717-4562-b3fc-2c963f66afa6\"></umb-rte-block>")]
    [InlineData("<p>a <umb-rte-block-inline data-content-key=\"3fa85f64-5717-4562-b3fc-2c963f66afa6\"></umb-rte-block-inline> b</p>")]
    [InlineData("<p><a href=\"mailto:a@b.ml\">a</a> <a href=\"tel:+22320000000\">b</a> <a href=\"?q=1\">c</a></p>")]
    public void What_editors_write_stays_as_it_is(string html) => Assert.Equal(html, Cleaner.Sanitize(html));

    [Theory]
    [InlineData("<script>alert(1)</script>a", "a")]
    [InlineData("<p onclick=\"x()\">a</p>", "<p>a</p>")]
    [InlineData("<p style=\"position:fixed\">a</p>", "<p>a</p>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"JaVa\tScRiPt:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"&#106;avascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\" \u0001javascript:alert(1)\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"vbscript:x\">a</a>", "<a>a</a>")]
    [InlineData("<a href=\"data:text/html,<script>alert(1)</script>\">a</a>", "<a>a</a>")]
    [InlineData("<img src=x onerror=alert(1)>", "<img src=\"x\">")]
    [InlineData("<img src=\"data:image/svg+xml,<svg onload=alert(1)>\">", "")]
    [InlineData("<svg><script>alert(1)</script></svg>a", "a")]
    [InlineData("<svg><a xlink:href=\"javascript:alert(1)\"><text>a</text></a></svg>", "")]
    [InlineData("<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>", "")]
    [InlineData("<iframe src=\"//evil\"></iframe>a", "a")]
    [InlineData("<object data=x></object><embed src=x>a", "a")]
    [InlineData("<form action=\"//evil\"><input name=a>b</form>", "b")]
    [InlineData("<base href=\"//evil\">a", "a")]
    [InlineData("<meta http-equiv=refresh content=\"0;url=//evil\">a", "a")]
    [InlineData("<link rel=stylesheet href=//evil>a", "a")]
    [InlineData("<template><script>x</script></template>a", "a")]
    [InlineData("<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">", "")]
    [InlineData("<!--<img src=x onerror=x>-->a", "a")]
    [InlineData("<frameset onload=x><frame></frameset>a", "a")]
    [InlineData("<p data-udi=\"javascript:x\">a</p>", "<p>a</p>")]
    [InlineData("<blink><marquee onstart=x>a</marquee></blink>", "a")]
    [InlineData("<a href=\"https://ap.ml\" target=\"_blank\">a</a>", "<a href=\"https://ap.ml\" target=\"_blank\" rel=\"noopener\">a</a>")]
    [InlineData("<umb-rte-block data-content-key=\"x\"><script>x</script></umb-rte-block>", "<umb-rte-block></umb-rte-block>")]
    public void What_could_run_or_steer_is_dropped(string html, string expected) => Assert.Equal(expected, Cleaner.Sanitize(html));

    [Fact]
    public void Nothing_alive_is_left_and_cleaning_twice_changes_nothing()
    {
        int count = Environment.GetEnvironmentVariable("SITE_TEST_SCALE") == "full" ? 1_000_000 : 20_000;
        var random = new Random(20260101);
        for (int index = 0; index < count; index++)
        {
            string html = Hostile(random);
            string cleaned = Cleaner.Sanitize(html);

            Assert.True(cleaned == Cleaner.Sanitize(cleaned), $"Not idempotent: {html}");
            Assert.True(IsDead(cleaned), $"Something is left in {cleaned}, made from {html}");
        }
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<foo>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<ul><li>")]
    public void Deep_nesting_is_survived(string tag)
        => Assert.DoesNotContain("<script", Cleaner.Sanitize(string.Concat(Enumerable.Repeat(tag, 5_000)) + "<script>x</script>"), StringComparison.Ordinal);

    private static string Hostile(Random random)
    {
        string[] pieces =
        [
            "<p>", "</p>", "<a href=\"", "javascript:", "\"", "'", ">", "<", "<svg>", "</svg>", "<math>", "<mtext>", "<style>", "</style>", "<script>",
            "</script>", "<img src=x onerror=alert(1)>", "<table>", "<tr>", "<td>", "</table>", "<foo>", "</foo>", "<noscript>", "<template>", "<!--", "-->",
            "<select>", "<option>", "<textarea>", "</textarea>", "<title>", "</title>", "<xmp>", "<plaintext>", "&lt;", "&#106;", "&amp;", "\0", "\r\n",
            "<pre>\n", "<umb-rte-block data-content-key=", "on", "click=x ", "<b>", "<i>", "</b>", "<form>", "<h1>", "<li>", "<button>", "a", " ", "é",
            "<frameset>", "<body onload=x>", "<html>", "<annotation-xml encoding=text/html>", "<foreignObject>", "<desc>", "<mglyph>", "<caption>", "<col>",
        ];
        return string.Concat(Enumerable.Range(0, random.Next(1, 14)).Select(_ => pieces[random.Next(pieces.Length)]));
    }

    private static bool IsDead(string html)
    {
        IElement body = new HtmlParser(new HtmlParserOptions { IsScripting = true }).ParseDocument($"<body>{html}").Body!;
        return body.QuerySelectorAll("*").All(element
            => HtmlAllowList.IsAllowed(element.LocalName)
                && element.Attributes.All(attribute
                    => !attribute.Name.StartsWith("on", StringComparison.Ordinal)
                        && attribute.Name != "style"
                        && (attribute.Name.StartsWith("data-", StringComparison.Ordinal) || !attribute.Value.Trim().StartsWith("javascript:", StringComparison.OrdinalIgnoreCase))));
    }
}
