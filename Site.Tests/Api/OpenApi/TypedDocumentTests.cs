using System.Net;
using System.Text.Json;
using Site.Tests.Api.DeliveryApi;
using Site.Tests.Support;
using Site.Web.OpenApi;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Api.OpenApi;

/// <summary>The typed document follows the types and settings of the running site, and is made once for each of their states.</summary>
public abstract class TypedDocumentTests(ReferencesSite site)
{
    private const string Address = "umbraco/swagger/delivery-typed/swagger.json";
    private const string RichTextAsJson = "Umbraco:CMS:DeliveryApi:RichTextOutputAsJson";

    /// <summary>Editor, its configuration, and the schema of its values (specs/content-delivery-api-v2.md section 10.2).</summary>
    private static readonly (string Editor, string? Configuration, string Schema)[] _editors =
    [
        ("Umbraco.TextBox", null, """{"type":"string","nullable":true}"""),
        ("Umbraco.Integer", null, """{"type":"integer","format":"int32","nullable":true}"""),
        ("Umbraco.Decimal", null, """{"type":"number","format":"double","nullable":true}"""),
        ("Umbraco.TrueFalse", null, """{"type":"boolean","nullable":true}"""),
        ("Umbraco.DateTime", null, """{"type":"string","format":"date-time","nullable":true}"""),
        ("Umbraco.DateOnly", null, """{"type":"string","format":"date","nullable":true}"""),
        ("Umbraco.TimeOnly", null, """{"type":"string","format":"time","nullable":true}"""),
        ("Umbraco.DateTimeWithTimeZone", null, """{"type":"string","format":"date-time","nullable":true}"""),
        ("Umbraco.Tags", """{"group":"topics","storageType":"Json"}""", """{"type":"array","items":{"type":"string"},"nullable":true}"""),
        ("Umbraco.DropDown.Flexible", """{"items":["a"],"multiple":false}""", """{"type":"string","nullable":true}"""),
        ("Umbraco.DropDown.Flexible", """{"items":["a"],"multiple":true}""", """{"type":"array","items":{"type":"string"},"nullable":true}"""),
        ("Umbraco.MultipleTextstring", null, """{"type":"array","items":{"type":"string"},"nullable":true}"""),
        ("Umbraco.MarkdownEditor", null, """{"type":"string","nullable":true}"""),
        ("Umbraco.Slider", """{"maxVal":10}""", """{"type":"number","format":"double","nullable":true}"""),
        ("Umbraco.ContentPicker", null, """{"oneOf":[{"$ref":"#/components/schemas/ApiContentModel"}],"nullable":true}"""),
        ("Umbraco.MultiNodeTreePicker", null, """{"type":"array","items":{"oneOf":[{"$ref":"#/components/schemas/ApiContentModel"}]},"nullable":true}"""),
        ("Umbraco.MediaPicker3", null, """{"type":"array","items":{"oneOf":[{"$ref":"#/components/schemas/ApiMediaWithCropsModel"}]},"nullable":true}"""),
        ("Umbraco.MultiUrlPicker", null, """{"type":"array","items":{"oneOf":[{"$ref":"#/components/schemas/ApiLinkModel"}]},"nullable":true}"""),
        ("Umbraco.BlockList", null, """{"oneOf":[{"$ref":"#/components/schemas/ApiBlockListModel"}],"nullable":true}"""),
        ("Umbraco.BlockGrid", null, """{"oneOf":[{"$ref":"#/components/schemas/ApiBlockGridModel"}],"nullable":true}"""),
        ("Umbraco.SingleBlock", null, """{"oneOf":[{"$ref":"#/components/schemas/ApiBlockItemModel"}],"nullable":true}"""),
        ("Umbraco.RichText", null, """{"oneOf":[{"$ref":"#/components/schemas/RichTextModel"}],"nullable":true}"""),
        ("Umbraco.Plain.Json", null, """{"nullable":true}"""),
    ];

    [Fact]
    public async Task A_property_has_the_schema_of_what_its_editor_gives()
    {
        TestProperty[] properties = [.. _editors.Select((x, i) => new TestProperty($"p{i}", x.Editor, x.Configuration))];
        await site.CreateTypeAsync("allEditors", properties);

        JsonElement written = (await SchemasAsync()).GetProperty("AllEditorsPropertiesModel").GetProperty("properties");

        Assert.Equal(
            _editors.Select(x => $"{x.Editor} {x.Schema}"),
            _editors.Select((x, i) => $"{x.Editor} {JsonSerializer.Serialize(written.GetProperty($"p{i}"))}"));
    }

    [Fact]
    public async Task A_change_of_a_type_changes_the_document()
    {
        Assert.False((await SchemasAsync()).TryGetProperty("NewcomerPropertiesModel", out _));
        IContentType type = await site.CreateTypeAsync("newcomer", new TestProperty("title", "Umbraco.TextBox"));
        Assert.Equal(["title"], await PropertiesAsync("Newcomer"));

        type.RemovePropertyType("title");
        Assert.True((await site.Get<IContentTypeService>().UpdateAsync(type, Constants.Security.SuperUserKey)).Success);
        Assert.Empty(await PropertiesAsync("Newcomer"));

        await site.Get<IContentTypeService>().DeleteAsync(type.Key, Constants.Security.SuperUserKey);
        Assert.False((await SchemasAsync()).TryGetProperty("NewcomerPropertiesModel", out _));
    }

    [Fact]
    public void A_document_is_made_once()
    {
        OpenApiDocumentCache documents = site.Get<OpenApiDocumentCache>();

        Assert.Same(documents.Find(OpenApiDocuments.DeliveryTyped), documents.Find(OpenApiDocuments.DeliveryTyped));
        Assert.Null(documents.Find("other"));
    }

    [Fact]
    public async Task Types_that_the_API_does_not_show_are_not_described()
    {
        using IDisposable disallowed = site.With(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "story"));

        string document = (await site.JsonAsync(Address)).GetRawText();

        Assert.DoesNotContain("Story", document, StringComparison.Ordinal);
        Assert.Contains("AuthorContentModel", document, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rich_text_is_a_tree_where_the_API_writes_one()
    {
        using IDisposable json = site.With((RichTextAsJson, "true"));

        JsonElement schemas = await SchemasAsync();

        Assert.Contains("RichTextRootElementModel", schemas.GetProperty("StoryPropertiesModel").GetProperty("properties").GetProperty("text").GetRawText(), StringComparison.Ordinal);
        Assert.Equal(["RichTextGenericElementModel", "RichTextTextElementModel"], Choices(schemas.GetProperty("RichTextRootElementModel").GetProperty("properties").GetProperty("elements").GetProperty("items")));
        Assert.False(schemas.TryGetProperty("RichTextModel", out _));
    }

    [Fact]
    public async Task Media_are_described_without_what_Umbraco_keeps_for_itself() =>
        Assert.Equal(["caption"], (await SchemasAsync()).GetProperty("ImageMediaPropertiesModel").GetProperty("properties").EnumerateObject().Select(x => x.Name));

    [Fact]
    public async Task Documents_asked_for_at_the_same_time_while_types_change_are_whole()
    {
        Task<HttpStatusCode>[] reading = [.. Enumerable.Range(0, 8).Select(_ => StatusAsync())];
        await site.CreateTypeAsync("meanwhile", new TestProperty("title", "Umbraco.TextBox"));

        Assert.All(await Task.WhenAll(reading), x => Assert.Equal(HttpStatusCode.OK, x));
        Assert.Equal(["title"], await PropertiesAsync("Meanwhile"));
    }

    private static IEnumerable<string> Choices(JsonElement schema) =>
        schema.GetProperty("oneOf").EnumerateArray().Select(x => x.GetProperty("$ref").GetString()!.Split('/')[^1]);

    private async Task<HttpStatusCode> StatusAsync()
    {
        using HttpResponseMessage response = await site.SendAsync(Address);
        return response.StatusCode;
    }

    private async Task<string[]> PropertiesAsync(string name) =>
        (await SchemasAsync()).GetProperty($"{name}PropertiesModel").TryGetProperty("properties", out JsonElement properties) ? [.. properties.EnumerateObject().Select(x => x.Name)] : [];

    private async Task<JsonElement> SchemasAsync() => (await site.JsonAsync(Address)).GetProperty("components").GetProperty("schemas");
}

/// <summary><see cref="TypedDocumentTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteTypedDocumentTests(SqliteReferencesSite site) : TypedDocumentTests(site), IClassFixture<SqliteReferencesSite>;

/// <summary><see cref="TypedDocumentTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresTypedDocumentTests(PostgresReferencesSite site) : TypedDocumentTests(site), IClassFixture<PostgresReferencesSite>;
