using System.Net;
using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>What every property editor gives over HTTP (specs/content-delivery-api-v2.md section 10; specs/delivery-cases.md 65 and 78 to 91).</summary>
public abstract class EditorOutputTests(ReferencesSite site)
{
    private const string RichTextAsJson = "Umbraco:CMS:DeliveryApi:RichTextOutputAsJson";

    private static readonly TestProperty[] _properties =
    [
        new("textBox", "Umbraco.TextBox"),
        new("textArea", "Umbraco.TextArea"),
        new("integer", "Umbraco.Integer"),
        new("decimal", "Umbraco.Decimal"),
        new("trueFalse", "Umbraco.TrueFalse"),
        new("dateTime", "Umbraco.DateTime"),
        new("unspecified", "Umbraco.DateTimeUnspecified"),
        new("withZone", "Umbraco.DateTimeWithTimeZone"),
        new("dateOnly", "Umbraco.DateOnly"),
        new("timeOnly", "Umbraco.TimeOnly"),
        new("slider", "Umbraco.Slider", """{"maxVal":10}"""),
        new("range", "Umbraco.Slider", """{"enableRange":true,"maxVal":10}"""),
        new("tags", "Umbraco.Tags", """{"group":"topics","storageType":"Json"}"""),
        new("colour", "Umbraco.ColorPicker", """{"items":[{"value":"#00ff7f","label":"Green"}]}"""),
        new("eyeDropper", "Umbraco.ColorPicker.EyeDropper"),
        new("one", "Umbraco.DropDown.Flexible", """{"items":["a","b"],"multiple":false}"""),
        new("several", "Umbraco.DropDown.Flexible", """{"items":["a","b"],"multiple":true}"""),
        new("checkBoxes", "Umbraco.CheckBoxList", """{"items":["a","b"]}"""),
        new("radio", "Umbraco.RadioButtonList", """{"items":["a","b"]}"""),
        new("lines", "Umbraco.MultipleTextstring"),
        new("email", "Umbraco.EmailAddress"),
        new("upload", "Umbraco.UploadField"),
        new("markdown", "Umbraco.MarkdownEditor"),
        new("cropper", "Umbraco.ImageCropper", """{"crops":[{"alias":"card","width":4,"height":3}]}"""),
        new("members", "Umbraco.MultiNodeTreePicker", """{"startNode":{"type":"member"}}"""),
        new("tree", "Umbraco.MultiNodeTreePicker", """{"maxNumber":1}"""),
        new("mediaTree", "Umbraco.MultiNodeTreePicker", """{"startNode":{"type":"media"}}"""),
        new("picker", "Umbraco.ContentPicker"),
        new("media", "Umbraco.MediaPicker3", """{"multiple":false,"enableLocalFocalPoint":true,"crops":[{"alias":"card","width":4,"height":3}]}"""),
        new("links", "Umbraco.MultiUrlPicker"),
        new("json", "Umbraco.Plain.Json"),
        new("label", "Umbraco.Label", """{"umbracoDataValueType":"STRING"}"""),
        new("list", "Umbraco.BlockList"),
        new("grid", "Umbraco.BlockGrid"),
        new("single", "Umbraco.SingleBlock"),
        new("text", "Umbraco.RichText"),
    ];

    /// <summary>Property, what is stored, and what is delivered, byte for byte.</summary>
    public static TheoryData<string, object, string> Values => new()
    {
        { "textBox", "\u00C9t\u00E9 <b>'+", "\"\\u00C9t\\u00E9 \\u003Cb\\u003E\\u0027\\u002B\"" },
        { "textArea", "a\nb", "\"a\\nb\"" },
        { "integer", 7, "7" },
        { "trueFalse", 1, "true" },
        { "trueFalse", 0, "false" },
        { "dateTime", new DateTime(2025, 1, 2, 3, 4, 5), "\"2025-01-02T03:04:05\"" },
        { "unspecified", """{"date":"2025-01-02T03:04:05+00:00","timeZone":null}""", "\"2025-01-02T03:04:05\"" },
        { "withZone", """{"date":"2025-01-02T03:04:05+02:00","timeZone":"Africa/Cairo"}""", "\"2025-01-02T03:04:05+02:00\"" },
        { "withZone", """{"date":"2025-01-02T03:04:05+00:00","timeZone":"Africa/Bamako"}""", "\"2025-01-02T03:04:05+00:00\"" },
        { "dateOnly", """{"date":"2025-01-02T00:00:00+00:00","timeZone":null}""", "\"2025-01-02\"" },
        { "timeOnly", """{"date":"0001-01-01T03:04:00+00:00","timeZone":null}""", "\"03:04:00\"" },
        { "slider", "5", "5" },
        { "range", "1.5,7", """{"minimum":1.5,"maximum":7}""" },
        { "tags", """["peace","water"]""", """["peace","water"]""" },
        { "tags", "[]", "[]" },
        { "colour", """{"value":"#00ff7f","label":"Green"}""", """{"value":"#00ff7f","label":"Green"}""" },
        { "colour", "00ff7f", """{"value":"00ff7f","label":"00ff7f"}""" },
        { "eyeDropper", "#00ff7f", "\"#00ff7f\"" },
        { "one", """["a"]""", "\"a\"" },
        { "one", "[]", "\"\"" },
        { "several", """["a","b"]""", """["a","b"]""" },
        { "checkBoxes", """["b"]""", """["b"]""" },
        { "radio", "b", "\"b\"" },
        { "lines", "un\ndeux", """["un","deux"]""" },
        { "email", "a@b.ml", "\"a@b.ml\"" },
        { "upload", "/media/x/f.pdf", "\"/media/x/f.pdf\"" },
        { "markdown", "**a**", "\"\\u003Cp\\u003E\\u003Cstrong\\u003Ea\\u003C/strong\\u003E\\u003C/p\\u003E\"" },
        { "cropper", """{"src":"/media/x/p.png","focalPoint":null,"crops":[]}""", """{"url":"/media/x/p.png","focalPoint":null,"crops":[{"alias":"card","width":4,"height":3,"coordinates":null}]}""" },
        { "tree", "umb://document/11111111111111111111111111111111", "[]" },
        { "picker", "umb://document/11111111111111111111111111111111", "null" },
        { "media", "[]", "null" },
        { "links", "[]", "null" },
        { "json", """{"Key":[1,{"b":null}]}""", """{"Key":[1,{"b":null}]}""" },
        { "label", "plain", "\"plain\"" },
        { "text", """{"markup":"<p></p>","blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{}}}""", "null" },
        { "text", """{"markup":"<p>Hi</p>","blocks":null}""", """{"markup":"\u003Cp\u003EHi\u003C/p\u003E","blocks":[]}""" },
        { "list", """{"contentData":[],"settingsData":[],"expose":[],"layout":{}}""", """{"items":[]}""" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_is_delivered_as_specified(string alias, object stored, string delivered)
    {
        JsonElement item = await DeliveredAsync((alias, stored));

        Assert.Equal(delivered, item.Property(alias).GetRawText());
    }

    [Fact]
    public async Task Case_65_keys_that_are_none_are_a_validation_problem_and_no_keys_no_items()
    {
        Assert.Empty((await site.JsonAsync($"{DeliverySite.Content}/items")).EnumerateArray());
        JsonElement problem = await site.JsonAsync($"{DeliverySite.Content}/items?id={site.Tale.Key},{site.Amadou.Key}", HttpStatusCode.BadRequest);

        Assert.True(problem.GetProperty("errors").TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Case_78_untouched_properties_are_null_in_the_order_of_the_type()
    {
        JsonElement properties = (await DeliveredAsync()).GetProperty("properties");

        Assert.Equal(_properties.Select(x => x.Alias), properties.EnumerateObject().Select(x => x.Name));
        Assert.All(properties.EnumerateObject(), x => Assert.Equal(JsonValueKind.Null, x.Value.ValueKind));
    }

    [Fact]
    public async Task Case_79_a_single_media_picker_gives_an_array_with_the_local_crops_and_focal_point()
    {
        string stored = $$$"""[{"key":"{{{Guid.NewGuid()}}}","mediaKey":"{{{site.Picture.Key}}}","mediaTypeAlias":"Image","crops":[{"alias":"card","coordinates":{"x1":0.1,"y1":0,"x2":0,"y2":0.2}}],"focalPoint":{"left":0.1,"top":0.2}}]""";
        JsonElement media = (await DeliveredAsync(("media", stored))).Property("media");

        JsonElement image = Assert.Single(media.EnumerateArray());
        Assert.Equal(
            ["focalPoint", "crops", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties"],
            image.EnumerateObject().Select(x => x.Name));
        Assert.Equal("""{"left":0.1,"top":0.2}""", image.GetProperty("focalPoint").GetRawText());
        Assert.Equal("""[{"alias":"card","width":4,"height":3,"coordinates":{"x1":0.1,"y1":0,"x2":0,"y2":0.2}}]""", image.GetProperty("crops").GetRawText());
        Assert.Equal("{}", image.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task Case_79_without_a_local_focal_point_that_of_the_item_counts()
    {
        JsonElement media = (await DeliveredAsync(("media", ReferencesSite.Picked(site.Picture)))).Property("media");

        Assert.Equal("""{"left":0.25,"top":0.75}""", media[0].GetProperty("focalPoint").GetRawText());
    }

    [Fact]
    public async Task Case_80_a_tree_picker_of_one_gives_an_array_and_media_without_crops()
    {
        JsonElement item = await DeliveredAsync(("tree", ReferencesSite.Udi(site.Amadou)), ("mediaTree", ReferencesSite.Udi(site.Picture)));

        Assert.Equal(site.Amadou.Key, Assert.Single(item.Property("tree").EnumerateArray()).GetProperty("id").GetGuid());
        Assert.Equal(
            ["id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties"],
            Assert.Single(item.Property("mediaTree").EnumerateArray()).EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task Case_81_a_tree_picker_of_members_is_unsupported()
    {
        // The site publishes no picks of members, but a data type may come to pick them after its values were published.
        IContentType type = await site.CreateTypeAsync("formerTree", new TestProperty("members", "Umbraco.MultiNodeTreePicker"));
        IContent document = site.Publish(type, "Members", null, ("members", ReferencesSite.Udi(site.Amadou)));
        IDataTypeService dataTypes = site.Get<IDataTypeService>();
        IDataType picker = (await dataTypes.GetAsync(type.PropertyTypes.Single().DataTypeKey))!;
        picker.ConfigurationData = picker.Editor!.GetConfigurationEditor().FromDatabase("""{"startNode":{"type":"member"}}""", site.Get<IConfigurationEditorJsonSerializer>());
        Assert.True((await dataTypes.UpdateAsync(picker, Constants.Security.SuperUserKey)).Success);

        JsonElement item = await site.JsonAsync($"{DeliverySite.Content}/item/{document.Key}");

        Assert.Equal("(unsupported)", item.Property("members").GetString());
    }

    [Fact]
    public async Task Links_are_an_array_with_all_their_members_and_without_those_that_lead_nowhere()
    {
        string stored = $$"""
            [{"name":"About","udi":"{{ReferencesSite.Udi(site.Amadou)}}","queryString":"#team"},{"udi":"{{ReferencesSite.Udi(site.Picture)}}","queryString":"?a=b"},
             {"name":"Out","url":"https://ap.ml","queryString":"?q=1","target":"_blank"},{"name":"Gone","udi":"umb://document/11111111111111111111111111111111"}]
            """;
        JsonElement links = (await DeliveredAsync(("links", stored))).Property("links");

        Assert.All(links.EnumerateArray(), x => Assert.Equal(
            ["url", "queryString", "title", "target", "destinationId", "destinationType", "route", "linkType", "culture"],
            x.EnumerateObject().Select(y => y.Name)));
        Assert.Equal(["About", "Harbour", "Out"], links.EnumerateArray().Select(x => x.GetProperty("title").GetString()));
        Assert.Equal(["Content", "Media", "External"], links.EnumerateArray().Select(x => x.GetProperty("linkType").GetString()));
        Assert.Equal("/amadou/", links[0].GetProperty("route").GetProperty("path").GetString());
        Assert.Equal((null, "#team"), (links[0].GetProperty("url").GetString(), links[0].GetProperty("queryString").GetString()));
        Assert.EndsWith("harbour.png?a=b", links[1].GetProperty("url").GetString(), StringComparison.Ordinal);
        Assert.Equal("https://ap.ml?q=1", links[2].GetProperty("url").GetString());
    }

    [Fact]
    public async Task Case_83_links_in_HTML_lead_to_routes_and_say_what_they_lead_to()
    {
        JsonElement text = (await DeliveredAsync(("text", LinksIn()))).Property("text");

        Assert.Equal(
            $"""<p><a href="/amadou/#a" data-destination-id="{site.Amadou.Key}" data-destination-type="author" data-start-item-path="own" data-start-item-id="{site.Own.Key}" data-link-type="Content">A</a> <a>B</a> <a href="https://ap.ml" target="_blank">C &amp; D</a></p>""",
            text.GetProperty("markup").GetString());
        Assert.Equal(["markup", "blocks"], text.EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task Case_85_and_88_rich_text_as_JSON_is_a_tree_with_routes_and_undecoded_text()
    {
        using IDisposable json = site.With((RichTextAsJson, "true"));
        JsonElement text = (await DeliveredAsync(("text", LinksIn("?q=1")))).Property("text");

        Assert.Equal(["tag", "attributes", "elements", "blocks"], text.EnumerateObject().Select(x => x.Name));
        JsonElement[] elements = [.. text.GetProperty("elements")[0].GetProperty("elements").EnumerateArray()];
        JsonElement attributes = elements[0].GetProperty("attributes");
        Assert.Equal("?q=1", attributes.GetProperty("route").GetProperty("queryString").GetString());
        Assert.Equal(site.Amadou.Key.ToString(), attributes.GetProperty("destinationId").GetString());
        Assert.Equal(("author", "Content"), (attributes.GetProperty("destinationType").GetString(), attributes.GetProperty("linkType").GetString()));
        Assert.DoesNotContain(attributes.EnumerateObject(), x => x.Name is "href" or "type");
        Assert.Equal("""{"text":" ","tag":"#text"}""", elements[1].GetRawText());
        Assert.Equal("{}", elements[2].GetProperty("attributes").GetRawText());
        Assert.Equal("https://ap.ml", elements[4].GetProperty("attributes").GetProperty("href").GetString());
        Assert.Equal("C &amp; D", elements[4].GetProperty("elements")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("umb-rte-block")]
    [InlineData("umb-rte-block-inline")]
    public async Task Case_86_a_block_in_rich_text_as_JSON_is_named_by_its_key(string tag)
    {
        using IDisposable json = site.With((RichTextAsJson, "true"));
        var block = Guid.NewGuid();
        string stored = site.RichText($"<p>Hi</p><{tag} data-content-key=\"{block}\"><!--Umbraco-Block--></{tag}>", block, Guid.NewGuid(), site.Amadou);
        IContent story = site.Publish(site.Story, "Block", null, ("text", stored));

        JsonElement text = (await site.JsonAsync($"{DeliverySite.Content}/item/{story.Key}")).Property("text");

        string element = $$$"""{"tag":"{{{tag}}}","attributes":{"content-id":"{{{block}}}"},"elements":[]}""";
        Assert.Contains(element, text.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(block, text.GetProperty("blocks")[0].GetProperty("content").GetProperty("id").GetGuid());
        Assert.Equal("Setting", text.GetProperty("blocks")[0].GetProperty("settings").Property("headline").GetString());
    }

    [Fact]
    public async Task Case_89_a_block_of_a_grid_begins_with_its_place()
    {
        JsonElement grid = (await site.JsonAsync($"{DeliverySite.Content}/item/{site.Tale.Key}")).Property("grid");

        Assert.Equal(["gridColumns", "items"], grid.EnumerateObject().Select(x => x.Name));
        Assert.Equal(["rowSpan", "columnSpan", "areaGridColumns", "areas", "content", "settings"], grid.GetProperty("items")[0].EnumerateObject().Select(x => x.Name));
        Assert.Equal(["contentType", "id", "properties"], grid.GetProperty("items")[0].GetProperty("content").EnumerateObject().Select(x => x.Name));
        Assert.Equal("[]", grid.GetProperty("items")[0].GetProperty("areas").GetRawText());
    }

    [Fact]
    public async Task Case_91_answers_say_which_headers_they_vary_by()
    {
        foreach (string path in (string[])["", $"/item/{site.Tale.Key}", "/item/nowhere", "?fetch=no"])
        {
            using HttpResponseMessage response = await site.SendAsync(DeliverySite.Content + path);

            Assert.Equal(["Accept-Language", "Accept-Segment", "Preview", "Start-Item"], response.Headers.Vary.Take(4));
        }
    }

    private string LinksIn(string postfix = "#a") => JsonSerializer.Serialize(new
    {
        markup = $"""<p><a href="/{"{"}localLink:{site.Amadou.Key}{"}"}{postfix}" type="DOCUMENT">A</a> <a href="/{"{"}localLink:{Guid.NewGuid()}{"}"}" type="document">B</a> <a href="https://ap.ml" target="_blank">C &amp; D</a></p>""",
        blocks = (object?)null,
    });

    private async Task<JsonElement> DeliveredAsync(params (string Alias, object? Value)[] values)
    {
        IContentType type = site.Get<IContentTypeService>().Get("everything") ?? await site.CreateTypeAsync("everything", _properties);
        IContent document = site.Publish(type, "Everything", null, values);
        return await site.JsonAsync($"{DeliverySite.Content}/item/{document.Key}");
    }
}

/// <summary><see cref="EditorOutputTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteEditorOutputTests(SqliteReferencesSite site) : EditorOutputTests(site), IClassFixture<SqliteReferencesSite>;

/// <summary><see cref="EditorOutputTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresEditorOutputTests(PostgresReferencesSite site) : EditorOutputTests(site), IClassFixture<PostgresReferencesSite>;
