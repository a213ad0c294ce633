using System.Text.Json;
using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.Validation;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>Values that an import left malformed, or that somebody made to do harm.</summary>
public sealed class MalformedValueTests
{
    private static readonly object[] Malformed =
    [
        "{oops", "[", "[]", "{}", "[null]", "[[]]", "null", "\"x\"", "[1,{\"a\":2}]", "umb://nothing", "umb://document/xyz", "5,", "1,2,3",
        """{"value":{}}""", """{"value":{"a":1},"label":[]}""", """{"ids":5}""", """{"ids":[null,{}]}""", """{"src":{}}""", """{"date":{}}""", """[{"udi":{}}]""",
        """{"from":{},"to":[]}""", """{"markup":5,"blocks":[]}""", """{"markup":"<p>a</p>","blocks":{"contentData":[{"key":5}]}}""",
        """{"contentData":[null],"settingsData":5,"expose":[null,{"contentKey":null}],"layout":{"Umbraco.BlockList":[null],"Umbraco.BlockGrid":[{"areas":[null,{"items":[null,5]}]}],"Umbraco.SingleBlock":{}}}""",
        """{"contentData":[{"contentTypeKey":"zzz","values":[5,null,{"alias":null}]}],"layout":{"Umbraco.BlockList":[{"contentKey":"zz"}],"Umbraco.BlockGrid":[{"contentKey":5}],"Umbraco.SingleBlock":[{}]}}""",
        """{"layout":{},"Layout":{},"contentData":[],"contentData":[{"key":"a","key":"b"}]}""",
    ];

    public static TheoryData<string> Editors =>
    [
        "Umbraco.BlockList", "Umbraco.BlockGrid", "Umbraco.SingleBlock", "Umbraco.RichText", "Umbraco.CheckBoxList", "Umbraco.ColorPicker",
        "Umbraco.ColorPicker.EyeDropper", "Umbraco.DateOnly", "Umbraco.DateTimeUnspecified", "Umbraco.DateTimeWithTimeZone", "Umbraco.TimeOnly",
        "Umbraco.DropDown.Flexible", "Umbraco.EmailAddress", "Umbraco.EntityDataPicker", "Umbraco.ImageCropper", "Umbraco.MarkdownEditor",
        "Umbraco.MediaPicker3", "Umbraco.MultiNodeTreePicker", "Umbraco.MultiUrlPicker", "Umbraco.MultipleTextstring", "Umbraco.Plain.Json",
        "Umbraco.Plain.String", "Umbraco.RadioButtonList", "Umbraco.Slider", "Umbraco.Tags", "Umbraco.TextArea", "Umbraco.TextBox", "Umbraco.UploadField",
    ];

    [Theory]
    [MemberData(nameof(Editors))]
    public void No_page_fails_for_a_malformed_value_and_no_editor_does(string editor)
    {
        var bench = new EditorBench();
        DataType dataType = bench.DataType(editor);
        IDataValueEditor valueEditor = dataType.Editor!.GetValueEditor(dataType.ConfigurationObject);
        foreach (object source in Malformed)
        {
            _ = bench.Published(dataType, source).HasValue();
            _ = bench.Published(dataType, source).GetValue();
            _ = JsonSerializer.Serialize(bench.Published(dataType, source).GetDeliveryApiValue(false));
            _ = bench.Results(dataType, source);
            _ = bench.ToEditor(dataType, source);
            _ = EditorBench.FromEditor(dataType, source, source);
            _ = (valueEditor as IDataValueReference)?.GetReferences(source).ToArray();
            _ = (valueEditor as IDataValueTags)?.GetTags(source, dataType.ConfigurationObject, null).ToArray();
        }
    }

    [Theory]
    [InlineData("Umbraco.CheckBoxList")]
    [InlineData("Umbraco.Tags")]
    public void A_list_that_cannot_be_read_is_empty(string editor)
    {
        var bench = new EditorBench();

        Assert.Empty((System.Collections.IEnumerable)bench.Published(bench.DataType(editor), "{oops").GetValue()!);
    }

    [Fact]
    public void Of_members_with_the_same_name_the_last_one_counts()
    {
        var bench = new EditorBench();
        ContentType element = bench.ElementType("mission", [("title", bench.DataType("Umbraco.TextBox"))]);
        string value = BlockJson.List(element.Key, BlockJson.Value("title", "Paix")).ToJsonString();

        Assert.Contains("Paix", (string)EditorBench.FromEditor(bench.DataType("Umbraco.BlockList"), "{\"contentData\":5," + value[1..])!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Umbraco.BlockList", "{oops")]
    [InlineData("Umbraco.BlockGrid", "[1,2]")]
    [InlineData("Umbraco.SingleBlock", "5")]
    public void Blocks_that_cannot_be_read_are_refused_and_what_is_stored_stays(string editor, string posted)
    {
        var bench = new EditorBench();
        DataType dataType = bench.DataType(editor, """{"blocks":[]}""");

        Assert.Equal(["The blocks cannot be read: they are no JSON, or not of the form that this editor stores."], bench.Errors(dataType, posted));
        Assert.Equal("stored", EditorBench.FromEditor(dataType, posted, "stored"));
    }

    [Fact]
    public void Two_blocks_with_the_same_key_are_refused_and_the_first_one_is_kept()
    {
        var bench = new EditorBench();
        ContentType element = bench.ElementType("mission", [("title", bench.DataType("Umbraco.TextBox"))]);
        DataType list = bench.DataType("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{element.Key}}"}]}""");
        JsonObject posted = BlockJson.List(element.Key, BlockJson.Value("title", "first"));
        ((JsonArray)posted["contentData"]!).Add(BlockJson.Block(BlockJson.Key, element.Key, BlockJson.Value("title", "second")));
        ((JsonArray)posted["layout"]!["Umbraco.BlockList"]!).Add(BlockJson.Layout(BlockJson.Key));

        var result = Assert.IsType<NestedValidationResults>(Assert.Single(bench.Results(list, posted)));
        Assert.Equal("contentData[1]", ((NestedJsonPathValidationResults)result.ValidationResults[0]).JsonPath);
        JsonNode stored = JsonNode.Parse((string)EditorBench.FromEditor(list, posted)!)!;
        Assert.Equal("first", (string?)Assert.Single((JsonArray)stored["contentData"]!)!["values"]![0]!["value"]);
        Assert.Single((JsonArray)stored["layout"]!["Umbraco.BlockList"]!);
    }

    [Fact]
    public void Rich_text_with_blocks_that_cannot_be_read_shows_its_markup()
    {
        var bench = new EditorBench();

        Assert.Equal("<p>a</p>", ((RichTextContent)bench.Published(bench.DataType("Umbraco.RichText"), """{"markup":"<p>a</p>","blocks":[5]}""").GetValue()!).Markup);
    }

    [Fact]
    public void Blocks_of_a_type_that_is_gone_are_not_shown()
    {
        var bench = new EditorBench();
        string value = BlockJson.List(Guid.NewGuid(), BlockJson.Value("title", "Paix")).ToJsonString();

        Assert.Empty((System.Collections.IEnumerable)bench.Published(bench.DataType("Umbraco.BlockList"), value).GetValue()!);
    }

    [Theory]
    [InlineData(8, false)]
    [InlineData(9, true)]
    public void Blocks_nested_more_than_eight_levels_deep_are_refused_and_not_shown(int levels, bool refused)
    {
        var bench = new EditorBench();
        DataType list = bench.DataType("Umbraco.BlockList");
        ContentType element = bench.ElementType("mission", [("inner", list)]);
        JsonNode value = BlockJson.List(element.Key);
        for (int level = 1; level < levels; level++)
            value = BlockJson.List(element.Key, BlockJson.Value("inner", level % 2 == 0 ? value : value.ToJsonString()));

        Assert.Equal(refused, bench.Errors(list, value).Any(error => error.StartsWith("Blocks may be nested 8 levels deep", StringComparison.Ordinal)));
        Assert.Equal(refused, EditorBench.FromEditor(list, value) is null);
        Assert.Equal(!refused, ((System.Collections.IEnumerable)bench.Published(list, value.ToJsonString()).GetValue()!).Cast<object>().Any());
        _ = JsonSerializer.Serialize(bench.Published(list, value.ToJsonString()).GetDeliveryApiValue(false));
    }
}
