using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Site.Core.PropertyEditors.Serialization;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.PropertyEditors;

/// <summary>Each editor's value on its way from the backoffice to the database and back, and from there to the page and the Delivery API.</summary>
public abstract class EditorRoundTripTests(BlockSite site)
{
    private static readonly Guid _super = Constants.Security.SuperUserKey;

    private static readonly JsonSerializerOptions _delivery = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Editors whose values the tests of blocks follow, one that takes no value from the backoffice, and one that holds none.</summary>
    private static readonly string[] _elsewhere =
    [
        Constants.PropertyEditors.Aliases.BlockGrid,
        Constants.PropertyEditors.Aliases.BlockList,
        Constants.PropertyEditors.Aliases.SingleBlock,
        Constants.PropertyEditors.Aliases.Label,
        Constants.PropertyEditors.Aliases.ListView,
    ];

    /// <summary>Editor, configuration, what is posted, what the editor shows afterwards (<c>null</c> for the same) and what the Delivery API gives.</summary>
    public static TheoryData<string, string?, string, string?, string> Values => new()
    {
        { "Umbraco.TextBox", null, "\"Été à Ségou\"", null, "\"Été à Ségou\"" },
        { "Umbraco.TextArea", null, "\"a\\nb\"", null, "\"a\\nb\"" },
        { "Umbraco.EmailAddress", null, "\"a@b.ml\"", null, "\"a@b.ml\"" },
        { "Umbraco.Integer", null, "7", null, "7" },
        { "Umbraco.Decimal", null, "1.5", null, "1.5" },
        { "Umbraco.TrueFalse", null, "true", null, "true" },
        { "Umbraco.CheckBoxList", """{"items":["a","b"]}""", """["a","b"]""", null, """["a","b"]""" },
        { "Umbraco.DropDown.Flexible", """{"items":["a","b"],"multiple":true}""", """["a","b"]""", null, """["a","b"]""" },
        { "Umbraco.RadioButtonList", """{"items":["a","b"]}""", "\"b\"", null, "\"b\"" },
        { "Umbraco.MultipleTextstring", null, """["un","deux"]""", null, """["un","deux"]""" },
        { "Umbraco.Tags", """{"group":"topics","storageType":"Json"}""", """["paix"]""", null, """["paix"]""" },
        { "Umbraco.ColorPicker", """{"items":[{"value":"#00ff7f","label":"Vert"}]}""", """{"value":"#00ff7f","label":"Vert"}""", null, """{"value":"#00ff7f","label":"Vert"}""" },
        { "Umbraco.ColorPicker.EyeDropper", null, "\"#00ff7f\"", null, "\"#00ff7f\"" },
        { "Umbraco.Slider", """{"enableRange":true,"maxVal":10,"step":0.5}""", """{"from":1.5,"to":7}""", null, """{"minimum":1.5,"maximum":7}""" },
        { "Umbraco.Slider", """{"maxVal":10}""", """{"from":5,"to":5}""", null, "5" },
        { "Umbraco.MarkdownEditor", null, "\"**a**\"", null, "\"<p><strong>a</strong></p>\"" },
        { "Umbraco.RichText", null, """{"markup":"<p>a</p>","blocks":null}""", """{"markup":"<p>a</p>","blocks":{"contentData":[],"settingsData":[],"expose":[],"layout":{"Umbraco.RichText":[]}}}""", """{"markup":"<p>a</p>","blocks":[]}""" },
        { "Umbraco.DateTime", null, "\"2025-01-02 03:04:05\"", null, "\"2025-01-02T03:04:05\"" },
        { "Umbraco.DateTimeUnspecified", null, """{"date":"2025-01-02T03:04:05","timeZone":null}""", null, "\"2025-01-02T03:04:05\"" },
        { "Umbraco.DateTimeWithTimeZone", null, """{"date":"2025-01-02T03:04:05+02:00","timeZone":"Africa/Cairo"}""", null, "\"2025-01-02T03:04:05+02:00\"" },
        { "Umbraco.DateOnly", null, """{"date":"1996-05-09","timeZone":null}""", null, "\"1996-05-09\"" },
        { "Umbraco.TimeOnly", null, """{"date":"14:30:00","timeZone":null}""", null, "\"14:30:00\"" },
        { "Umbraco.EntityDataPicker", """{"umbEditorDataSource":"Site.People"}""", """{"ids":["a","b"]}""", null, """{"ids":["a","b"],"dataSource":"Site.People"}""" },
        { "Umbraco.UserPicker", null, $"\"{Constants.Security.SuperUserKey}\"", null, "-1" },
        { "Umbraco.Plain.String", null, "\"a\"", null, "\"a\"" },
        { "Umbraco.Plain.Json", null, """{"a":[1,{"b":null}]}""", null, """{"a":[1,{"b":null}]}""" },
        { "Umbraco.Plain.Integer", null, "12", "\"12\"", "12" },
        { "Umbraco.Plain.Decimal", null, "12.5", "\"12.5\"", "12.5" },
        { "Umbraco.Plain.DateTime", null, "\"2025-01-02T03:04:05\"", "\"2025-01-02 03:04:05\"", "\"2025-01-02T03:04:05\"" },
        { "Umbraco.Plain.Time", null, "\"2025-01-02T03:04:05\"", "\"2025-01-02 03:04:05\"", "\"03:04:05\"" },
        { "Umbraco.UploadField", null, """{"src":"/media/a1/r.pdf"}""", null, "\"/media/a1/r.pdf\"" },
        { "Umbraco.ImageCropper", null, """{"src":"/media/a1/p.png","focalPoint":{"left":0.3,"top":0.6},"crops":[]}""", null, """{"url":"/media/a1/p.png","focalPoint":{"left":0.3,"top":0.6},"crops":[]}""" },
        {
            "Umbraco.MultiUrlPicker", null, """[{"name":"Site","type":"external","url":"https://ap.ml","queryString":"?a=b"}]""",
            """[{"icon":null,"name":"Site","published":true,"queryString":"?a=b","target":null,"trashed":false,"type":"external","unique":null,"url":"https://ap.ml","culture":null}]""",
            """[{"url":"https://ap.ml?a=b","queryString":"?a=b","title":"Site","target":null,"destinationId":null,"destinationType":null,"route":null,"linkType":"External","culture":null}]"""
        },
        { "Umbraco.ContentPicker", null, "\"11111111-1111-1111-1111-111111111111\"", null, "null" },
        { "Umbraco.MultiNodeTreePicker", null, """[{"type":"document","unique":"11111111-1111-1111-1111-111111111111"}]""", null, "[]" },
        {
            "Umbraco.MediaPicker3", null,
            """[{"key":"11111111-1111-1111-1111-111111111111","mediaKey":"11111111-1111-1111-1111-111111111111","mediaTypeAlias":"Image","crops":[],"focalPoint":null}]""",
            null, "[]"
        },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task A_value_comes_back_as_it_was_posted_and_is_delivered_as_specified(string editor, string? configuration, string posted, string? shown, string delivered)
    {
        IContent page = await PublishedPageAsync(editor, configuration, JsonNode.Parse(posted)!);

        IProperty property = page.Properties["value"]!;
        IDataType dataType = (await site.Get<IDataTypeService>().GetAsync(property.PropertyType.DataTypeKey))!;
        object? edited = dataType.Editor!.GetValueEditor(dataType.ConfigurationObject).ToEditor(property);
        AssertJson(shown ?? posted, site.Get<IJsonSerializer>().Serialize(edited));

        IPublishedProperty published = site.Get<IPublishedContentCache>().GetById(false, page.Key)!.GetProperty("value")!;
        AssertJson(delivered, JsonSerializer.Serialize(published.GetDeliveryApiValue(false), _delivery));
    }

    [Fact]
    public void Every_editor_of_the_site_is_tried()
        => Assert.Equal(
            site.Get<PropertyEditorCollection>().Select(editor => editor.Alias).Except(_elsewhere).Order(StringComparer.Ordinal),
            Values.Select(row => (string)row[0]!).Distinct().Order(StringComparer.Ordinal));

    private static void AssertJson(string expected, string actual)
        => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), $"expected {expected}, found {actual}");

    private async Task<IContent> PublishedPageAsync(string editor, string? configuration, JsonNode posted)
    {
        var type = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = "editor" + Guid.NewGuid().ToString("N"), Name = editor, AllowedAsRoot = true };
        site.Add(type, "value", await site.CreateDataTypeAsync(editor, configuration));
        await site.CreateAsync(type);
        var model = new ContentCreateModel
        {
            ContentTypeKey = type.Key,
            Variants = [new VariantModel { Name = editor + type.Alias }],
            Properties = [new PropertyValueModel { Alias = "value", Value = posted.ToNatural() }],
        };
        Attempt<ContentCreateResult, ContentEditingOperationStatus> created = await site.Get<IContentEditingService>().CreateAsync(model, _super);
        Assert.Equal(ContentEditingOperationStatus.Success, created.Status);
        Assert.Empty(created.Result.ValidationResult.ValidationErrors);
        site.Publish(created.Result.Content!, "*");
        return site.Contents.GetById(created.Result.Content!.Key)!;
    }
}

/// <summary><see cref="EditorRoundTripTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteEditorRoundTripTests(SqliteBlockSite site) : EditorRoundTripTests(site), IClassFixture<SqliteBlockSite>;

/// <summary><see cref="EditorRoundTripTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresEditorRoundTripTests(PostgresBlockSite site) : EditorRoundTripTests(site), IClassFixture<PostgresBlockSite>;
