using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Site.Tests.Api.DeliveryApi;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.OpenApi;

/// <summary>@charlietango/umbraco-rich-text makes of our rich text as JSON what the API gives as HTML (specs/delivery-cases.md part C).</summary>
[Collection(SiteFixture.Collection)]
public sealed class RichTextRendererTests(SqliteReferencesSite site) : IClassFixture<SqliteReferencesSite>
{
    [Fact]
    public async Task The_JSON_renders_as_the_HTML()
    {
        var block = Guid.NewGuid();
        IContent story = site.Publish(site.Story, "Rendered", null, ("text", site.RichText(
            $"""
            <h2 class="first">Sécurité &amp; droits</h2>
            <p>L’accès <strong>à l’eau</strong> <em>pour tous</em> &lt;2025&gt;&nbsp;: <a href="/{"{"}localLink:{site.Amadou.Key}{"}"}" type="document" title="Lui">Amadou</a>,
            <a href="https://ap.ml/?a=1&amp;b=2" target="_blank">ailleurs</a></p>
            <ul><li>un</li><li>deux<br>trois</li></ul>
            <table><tbody><tr><td colspan="2">x</td></tr></tbody></table>
            <p><img src="{"/media/x.png"}" alt="Port" data-udi="{ReferencesSite.Udi(site.Picture)}"></p>
            <umb-rte-block data-content-key="{block}"></umb-rte-block>
            """,
            block,
            Guid.NewGuid(),
            site.Amadou)));
        string path = $"{DeliverySite.Content}/item/{story.Key}?fields=properties[text]";
        string markup = (await site.JsonAsync(path)).Property("text").GetProperty("markup").GetString()!;
        JsonElement tree;
        using (site.With(("Umbraco:CMS:DeliveryApi:RichTextOutputAsJson", "true")))
        {
            tree = (await site.JsonAsync(path)).Property("text");
        }

        await ClientsProject.InstallAsync();
        string rendered = await ClientsProject.NodeAsync(["rich-text.mjs"], tree.GetRawText());

        string headline = tree.GetProperty("blocks")[0].GetProperty("content").Property("headline").GetString()!;
        Assert.Contains($"<aside>{headline}</aside>", rendered, StringComparison.Ordinal);
        Assert.Equal(Structure(markup), Structure(rendered));
        Assert.Contains("href=\"/amadou/\"", rendered, StringComparison.Ordinal);
    }

    // Each element with its attributes and its own text. What tells of a link's target, and where a block stands, has no common form.
    private static string[] Structure(string html)
    {
        IElement body = new HtmlParser().ParseDocument(html).Body!;
        return [.. body.QuerySelectorAll("*:not(aside, umb-rte-block)").Select(x => $"<{x.LocalName} {string.Join(
            ' ',
            x.Attributes.Where(y => !y.Name.StartsWith("data-", StringComparison.Ordinal)).OrderBy(y => y.Name, StringComparer.Ordinal).Select(y => $"{y.Name}=\"{y.Value}\""))}> {SitePages.Normalise(x.TextContent)}")];
    }
}
