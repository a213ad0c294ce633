using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What each editor stores and shows: the shapes of stock Umbraco 17.</summary>
public sealed class StoredShapeTests
{
    private const string Key = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    private const string Hex = "3fa85f6457174562b3fc2c963f66afa6";

    private readonly EditorBench _bench = new();

    public static TheoryData<string, string?, string, string?, string> Shapes => new()
    {
        // editor, configuration, what is posted, what is stored, what is shown
        { "Umbraco.TextBox", """{"maxChars":10}""", "\"Été à Ségou\"", "Été à Ségou", "\"Été à Ségou\"" },
        { "Umbraco.TextArea", null, "\"a\\nb\"", "a\nb", "\"a\\nb\"" },
        { "Umbraco.EmailAddress", null, "\"a@b.ml\"", "a@b.ml", "\"a@b.ml\"" },
        { "Umbraco.TrueFalse", null, "true", "1", "true" },
        { "Umbraco.TrueFalse", null, "false", "0", "false" },
        { "Umbraco.MultipleTextstring", null, """["un","deux"," "]""", "un\ndeux", """["un","deux"]""" },
        { "Umbraco.DropDown.Flexible", """{"items":["a","b"],"multiple":true}""", """["a","b"]""", """["a","b"]""", """["a","b"]""" },
        { "Umbraco.CheckBoxList", """{"items":["é"]}""", """["é"]""", """["é"]""", """["é"]""" },
        { "Umbraco.RadioButtonList", """{"items":["a"]}""", "\"a\"", "a", "\"a\"" },
        { "Umbraco.Tags", """{"group":"topics","storageType":"Json"}""", """["paix"," droit ","paix"]""", """["paix","droit"]""", """["paix","droit"]""" },
        { "Umbraco.Tags", """{"group":"topics","storageType":"Csv"}""", """["paix","droit"]""", "paix,droit", """["paix","droit"]""" },
        { "Umbraco.DateTimeUnspecified", null, """{"date":"2025-01-02T03:04:05","timeZone":null}""", """{"date":"2025-01-02T03:04:05+00:00"}""", """{"date":"2025-01-02T03:04:05","timeZone":null}""" },
        { "Umbraco.DateTimeWithTimeZone", null, """{"date":"2025-01-02T03:04:05+01:00","timeZone":"Europe/Paris"}""", """{"date":"2025-01-02T03:04:05+01:00","timeZone":"Europe/Paris"}""", """{"date":"2025-01-02T03:04:05+01:00","timeZone":"Europe/Paris"}""" },
        { "Umbraco.DateOnly", null, """{"date":"1996-05-09"}""", """{"date":"1996-05-09T00:00:00+00:00"}""", """{"date":"1996-05-09","timeZone":null}""" },
        { "Umbraco.TimeOnly", null, """{"date":"14:30"}""", """{"date":"0001-01-01T14:30:00+00:00"}""", """{"date":"14:30:00","timeZone":null}""" },
        { "Umbraco.MultiNodeTreePicker", null, $$"""[{"type":"document","unique":"{{Key}}"}]""", $"umb://document/{Hex}", $$"""[{"type":"document","unique":"{{Key}}"}]""" },
        {
            "Umbraco.MediaPicker3", """{"multiple":true,"enableLocalFocalPoint":true}""",
            $$$"""[{"key":"{{{Key}}}","mediaKey":"{{{Key}}}","mediaTypeAlias":"Image","crops":[],"focalPoint":{"left":0.3,"top":0.6}}]""",
            $$$"""[{"key":"{{{Key}}}","mediaKey":"{{{Key}}}","mediaTypeAlias":"Image","crops":[],"focalPoint":{"left":0.3,"top":0.6}}]""",
            $$$"""[{"key":"{{{Key}}}","mediaKey":"{{{Key}}}","mediaTypeAlias":"Image","crops":[],"focalPoint":{"left":0.3,"top":0.6}}]"""
        },
        {
            "Umbraco.MultiUrlPicker", null,
            """[{"icon":"x","name":"Site","target":"_blank","type":"external","unique":null,"url":"https://ap.ml","queryString":"?a=b"}]""",
            """[{"name":"Site","target":"_blank","udi":null,"url":"https://ap.ml","queryString":"?a=b"}]""",
            """[{"icon":null,"name":"Site","published":true,"queryString":"?a=b","target":"_blank","trashed":false,"type":"external","unique":null,"url":"https://ap.ml","culture":null}]"""
        },
        { "Umbraco.ColorPicker", """{"items":[{"value":"00ff7f","label":"Vert"}]}""", """{"value":"#00FF7F","label":"Vert"}""", """{"value":"#00FF7F","label":"Vert"}""", """{"value":"#00FF7F","label":"Vert"}""" },
        { "Umbraco.ColorPicker", null, "\"#00ff7f\"", """{"value":"#00ff7f","label":"#00ff7f"}""", """{"value":"#00ff7f","label":"#00ff7f"}""" },
        { "Umbraco.ColorPicker.EyeDropper", null, "\"#00ff7f\"", "#00ff7f", "\"#00ff7f\"" },
        { "Umbraco.Slider", """{"enableRange":true,"maxVal":10}""", """{"from":1.5,"to":7}""", "1.5,7", """{"from":1.5,"to":7}""" },
        { "Umbraco.Slider", null, """{"from":5,"to":5}""", "5", """{"from":5,"to":5}""" },
        { "Umbraco.EntityDataPicker", null, """{"ids":["a","b"]}""", """{"ids":["a","b"]}""", """{"ids":["a","b"]}""" },
        { "Umbraco.Plain.Json", null, """{"a":[1]}""", """{"a":[1]}""", """{"a":[1]}""" },
        { "Umbraco.UploadField", null, """{"src":"/media/a1/r.pdf"}""", "/media/a1/r.pdf", """{"src":"/media/a1/r.pdf"}""" },
        {
            "Umbraco.ImageCropper", """{"crops":[{"alias":"card","width":400,"height":300}]}""",
            """{"src":"/media/a1/p.png","focalPoint":{"left":0.3,"top":0.6},"crops":[]}""",
            """{"src":"/media/a1/p.png","focalPoint":{"left":0.3,"top":0.6},"crops":[]}""",
            """{"src":"/media/a1/p.png","focalPoint":{"left":0.3,"top":0.6},"crops":[{"alias":"card","width":400,"height":300,"coordinates":null}]}"""
        },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_posted_value_is_stored_and_shown_in_the_stock_shape(string editor, string? configuration, string posted, string? stored, string shown)
    {
        DataType dataType = _bench.DataType(editor, configuration);

        object? actual = EditorBench.FromEditor(dataType, JsonNode.Parse(posted));
        Assert.Equal(stored, Text(actual));
        Assert.Equal(shown, JsonSerializer.Serialize(JsonNode.Parse(_bench.Get<Umbraco.Cms.Core.Serialization.IJsonSerializer>().Serialize(_bench.ToEditor(dataType, actual))), Relaxed));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Saving_what_is_stored_changes_nothing(string editor, string? configuration, string posted, string? stored, string shown)
    {
        _ = (posted, shown);
        DataType dataType = _bench.DataType(editor, configuration);

        Assert.Equal(stored, Text(EditorBench.FromEditor(dataType, stored)));
    }

    [Theory]
    [InlineData("Umbraco.TextBox")]
    [InlineData("Umbraco.DropDown.Flexible")]
    [InlineData("Umbraco.CheckBoxList")]
    [InlineData("Umbraco.MultipleTextstring")]
    [InlineData("Umbraco.Tags")]
    [InlineData("Umbraco.MultiNodeTreePicker")]
    [InlineData("Umbraco.MultiUrlPicker")]
    [InlineData("Umbraco.MediaPicker3")]
    [InlineData("Umbraco.BlockList")]
    [InlineData("Umbraco.RichText")]
    [InlineData("Umbraco.UploadField")]
    [InlineData("Umbraco.ImageCropper")]
    [InlineData("Umbraco.DateTimeUnspecified")]
    public void An_emptied_property_stores_nothing(string editor)
    {
        DataType dataType = _bench.DataType(editor);

        Assert.True(EditorBench.FromEditor(dataType, null) is null or "");
        Assert.True(EditorBench.FromEditor(dataType, "") is null or "");
    }

    [Fact]
    public void Umbraco_DateTime_stores_a_date_without_zone()
    {
        DataType dataType = _bench.DataType("Umbraco.DateTime");

        Assert.Equal(new DateTime(2025, 1, 2, 3, 4, 5), EditorBench.FromEditor(dataType, "2025-01-02 03:04:05"));
        Assert.Equal("2025-01-02 03:04:05", _bench.ToEditor(dataType, new DateTime(2025, 1, 2, 3, 4, 5)));
    }

    [Theory]
    [InlineData("https://evil.example/x.png")]
    [InlineData("/media/../appsettings.json")]
    [InlineData("javascript:alert(1)")]
    public void A_file_property_takes_no_path_outside_the_media_folder(string path)
    {
        Assert.Null(EditorBench.FromEditor(_bench.DataType("Umbraco.UploadField"), new JsonObject { ["src"] = path }));
        Assert.Null(EditorBench.FromEditor(_bench.DataType("Umbraco.ImageCropper"), new JsonObject { ["src"] = path }));
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string? Text(object? value) => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture);
}
