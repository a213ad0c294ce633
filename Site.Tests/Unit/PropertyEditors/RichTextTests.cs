using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What rich text stores, refers to and publishes.</summary>
public sealed class RichTextTests
{
    private readonly EditorBench _bench = new();
    private readonly DataType _richText;

    public RichTextTests() => _richText = _bench.DataType("Umbraco.RichText");

    [Fact]
    public void It_is_stored_clean_with_its_blocks()
    {
        object? stored = EditorBench.FromEditor(_richText, new JsonObject { ["markup"] = "<p onclick=\"x\">Été<script>x</script></p>", ["blocks"] = null });

        Assert.Equal("""{"markup":"\u003Cp\u003EÉté\u003C/p\u003E","blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{"Umbraco.RichText":[]}}}""", stored);
        Assert.Equal(stored, EditorBench.FromEditor(_richText, stored));
    }

    [Fact]
    public void Blocks_that_the_markup_does_not_show_are_dropped()
    {
        ContentType element = _bench.ElementType("quote", [("text", _bench.DataType("Umbraco.TextBox"))]);
        JsonObject blocks = BlockJson.List(element.Key, BlockJson.Value("text", "x"));
        blocks["layout"] = new JsonObject { ["Umbraco.RichText"] = new JsonArray(BlockJson.Layout(BlockJson.Key)) };

        string With(string markup) => (string)EditorBench.FromEditor(_richText, new JsonObject { ["markup"] = markup, ["blocks"] = blocks.DeepClone() })!;

        Assert.Contains("\"value\":\"x\"", With($"<umb-rte-block data-content-key=\"{BlockJson.Key}\"></umb-rte-block>"), StringComparison.Ordinal);
        Assert.DoesNotContain("\"value\":\"x\"", With("<p>a</p>"), StringComparison.Ordinal);
    }

    [Fact]
    public void Bare_HTML_of_older_sites_is_read()
        => Assert.Equal("<p>a</p>", ((RichTextContent)_bench.Published(_richText, "<p>a</p>").GetValue()!).Markup);

    [Theory]
    [InlineData("")]
    [InlineData("<p></p>")]
    [InlineData("""{"markup":"<p> </p>","blocks":null}""")]
    public void Empty_markup_is_no_value(string source)
    {
        IPublishedProperty property = _bench.Published(_richText, source);

        Assert.False(property.HasValue());
        Assert.Null(property.GetDeliveryApiValue(false));
    }

    [Fact]
    public void Links_and_images_are_tracked()
    {
        IPublishedContent page = _bench.PublishedItem("page", "page");
        IPublishedContent image = _bench.PublishedItem("image", "Image");
        string markup = $"<p><a href=\"/{{localLink:{page.Key}}}\" type=\"document\">a</a><img src=\"/x.png\" data-udi=\"umb://media/{image.Key:N}\"></p>";

        var editor = (IDataValueReference)_richText.Editor!.GetValueEditor();
        Assert.Equal(
            [$"umb://document/{page.Key:N} umbDocument", $"umb://media/{image.Key:N} umbMedia"],
            editor.GetReferences(markup).Select(reference => $"{reference.Udi} {reference.RelationTypeAlias}").Order());
    }

    [Fact]
    public void Views_get_links_and_media_with_their_addresses()
    {
        IPublishedContent page = _bench.PublishedItem("equipe", "page");
        IPublishedContent image = _bench.PublishedItem("photo", "Image");
        string markup = $"<p><a href=\"/{{localLink:{page.Key}}}#a\" type=\"document\">a</a><img src=\"?width=10\" data-udi=\"umb://media/{image.Key:N}\"></p>";

        string html = _bench.Published(_richText, markup).GetValue()!.ToString()!;
        Assert.Contains("href=\"/equipe/#a\"", html, StringComparison.Ordinal);
        Assert.Contains("src=\"/photo/?width=10\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_markup_of_the_Delivery_API_says_where_links_lead()
    {
        IPublishedContent page = _bench.PublishedItem("equipe", "page");
        IPublishedContent file = _bench.PublishedItem("rapport", "Article");
        string Link(string target, string type, string postfix = "") => $"<a href=\"/{{localLink:{target}}}{postfix}\" type=\"{type}\">a</a>";
        IApiRichTextMarkupParser parser = _bench.Get<IApiRichTextMarkupParser>();

        string content = $"<a href=\"/equipe/#a\" data-destination-id=\"{page.Key}\" data-destination-type=\"page\" data-start-item-path=\"portal\" data-start-item-id=\"{EditorBench.StartItem}\" data-link-type=\"Content\">a</a>";
        Assert.Equal(content, parser.Parse(Link(page.Key.ToString(), "DOCUMENT", "#a")));
        Assert.Equal(content, parser.Parse($"<a href=\"/{{localLink:umb://document/{page.Key:N}}}#a\">a</a>"));
        Assert.Equal($"<a href=\"/rapport/\" data-destination-id=\"{file.Key}\" data-destination-type=\"Article\" data-link-type=\"Media\">a</a>", parser.Parse(Link(file.Key.ToString(), "media")));
        Assert.Equal("<a>a</a>", parser.Parse(Link(Guid.NewGuid().ToString(), "document")));
        Assert.Equal("<a href=\"https://ap.ml\">a</a>", parser.Parse("<a href=\"https://ap.ml\">a</a>"));
        Assert.Equal("<img src=\"/rapport/?rmode=max&amp;width=5\">", parser.Parse($"<img src=\"/old.png?rmode=max&amp;width=5\" data-udi=\"umb://media/{file.Key:N}\" data-caption=\"x\">"));
        Assert.Equal(
            $"<p data-x=\"1\">b</p><umb-rte-block data-content-id=\"{BlockJson.Key}\"></umb-rte-block>",
            parser.Parse($"<p data-x=\"1\">b</p><umb-rte-block data-content-key=\"{BlockJson.Key}\"><p>old</p></umb-rte-block>"));
    }

    [Fact]
    public void The_element_tree_keeps_text_as_written_and_links_as_routes()
    {
        IPublishedContent page = _bench.PublishedItem("equipe", "page");
        string html = $"<p>L&amp;l <em>a</em> <em>b</em></p>\n<!-- c --><a href=\"/{{localLink:{page.Key}}}?q=1\" type=\"document\" data-anchor=\"#x\">d</a><umb-rte-block data-content-key=\"{BlockJson.Key}\"><p>x</p></umb-rte-block>";

        var root = Assert.IsType<RichTextRootElement>(_bench.Get<IApiRichTextElementParser>().Parse(html, null));
        RichTextGenericElement[] elements = [.. root.Elements.Cast<RichTextGenericElement>()];
        Assert.Equal("#root", root.Tag);
        Assert.Empty(root.Blocks);
        Assert.Equal(["p", "a", "umb-rte-block"], elements.Select(element => element.Tag));
        Assert.Equal(["L&amp;l ", "em", " ", "em"], elements[0].Elements.Select(element => element is RichTextTextElement text ? text.Text : element.Tag));

        Dictionary<string, object> link = elements[1].Attributes;
        Assert.Equal(["anchor", "destinationId", "destinationType", "linkType", "route"], link.Keys.Order(StringComparer.Ordinal));
        var route = (IApiContentRoute)link["route"];
        Assert.Equal(("/equipe/", "?q=1", "portal"), (route.Path, route.QueryString, route.StartItem.Path));
        Assert.Equal(("content-id", (object)BlockJson.Key), (Assert.Single(elements[2].Attributes).Key, elements[2].Attributes["content-id"]));
        Assert.Empty(elements[2].Elements);
    }

    [Theory]
    [InlineData(false, typeof(RichTextModel))]
    [InlineData(true, typeof(RichTextRootElement))]
    public void The_setting_chooses_between_markup_and_tree(bool asJson, Type expected)
    {
        var bench = new EditorBench(services => services.Configure<DeliveryApiSettings>(settings => settings.RichTextOutputAsJson = asJson));

        Assert.IsType(expected, bench.Published(bench.DataType("Umbraco.RichText"), "<p>a</p>").GetDeliveryApiValue(false));
        Assert.Equal(asJson, bench.Get<IOptions<DeliveryApiSettings>>().Value.RichTextOutputAsJson);
    }
}
