using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.TemporaryFile;
using Umbraco.Cms.Core.Models.Validation;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using ValidationResult = System.ComponentModel.DataAnnotations.ValidationResult;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What editors refuse, and in which words.</summary>
public sealed class ValidationTests
{
    private const string Key = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    private readonly EditorBench _bench = new();

    [Theory]
    [InlineData("Umbraco.TextBox", """{"maxChars":3}""", "\"abcde\"", "The string length exceeds the maximum length of 3 characters, 2 too many.")]
    [InlineData("Umbraco.TextArea", """{"maxChars":"3"}""", "\"abcd\"", "The string length exceeds the maximum length of 3 characters, 1 too many.")]
    [InlineData("Umbraco.EmailAddress", null, "\"nobody\"", "Invalid email")]
    [InlineData("Umbraco.DropDown.Flexible", """{"items":["a"]}""", """["b"]""", "The value 'b' is not one of the available options.")]
    [InlineData("Umbraco.CheckBoxList", """{"items":["a"]}""", """["b","c"]""", "The values 'b, c' are not found in the the available options.")]
    [InlineData("Umbraco.RadioButtonList", """{"items":["a"]}""", "\"b\"", "The value 'b' is not one of the available options.")]
    [InlineData("Umbraco.MultipleTextstring", """{"min":2,"max":3}""", """["a"]""", "The 1 item provided is less than the allowed minimum of 2")]
    [InlineData("Umbraco.MultipleTextstring", """{"min":0,"max":1}""", """["a","b"]""", "The 2 items provided are greater than the allowed maximum of 1")]
    [InlineData("Umbraco.DateTime", null, "\"hier\"", "The string value hier cannot be parsed into a DateTime")]
    [InlineData("Umbraco.DateOnly", null, """{"date":"hier"}""", "Invalid date")]
    [InlineData("Umbraco.TimeOnly", null, """{"date":"25:00"}""", "Invalid date")]
    [InlineData("Umbraco.DateTimeWithTimeZone", """{"timeZones":{"mode":"custom","timeZones":["UTC"]}}""", """{"date":"2025-01-01T00:00:00Z","timeZone":"Asia/Tokyo"}""", "The time zone 'Asia/Tokyo' is not one of the available options.")]
    [InlineData("Umbraco.MultiNodeTreePicker", """{"maxNumber":1}""", $$$"""[{"type":"document","unique":"{{{Key}}}"},{"type":"document","unique":"{{{Key}}}"}]""", "Maximum 1 entries, you have entered <strong>1</strong> too many.")]
    [InlineData("Umbraco.MultiNodeTreePicker", """{"startNode":{"type":"media"}}""", $$$"""[{"type":"document","unique":"{{{Key}}}"}]""", "The selected item is of the wrong type.")]
    [InlineData("Umbraco.MultiNodeTreePicker", $$"""{"filter":"{{Key}}"}""", $$$"""[{"type":"document","unique":"{{{Key}}}"}]""", "The chosen content does not exist.")]
    [InlineData("Umbraco.MediaPicker3", """{"multiple":false}""", $$$"""[{"mediaKey":"{{{Key}}}"},{"mediaKey":"{{{Key}}}"}]""", "Multiple selected media is not allowed.")]
    [InlineData("Umbraco.MediaPicker3", $$"""{"multiple":true,"filter":"{{Key}}"}""", $$$"""[{"mediaKey":"{{{Key}}}"}]""", "The chosen media type is invalid.")]
    [InlineData("Umbraco.MultiUrlPicker", """{"maxNumber":1}""", """[{"url":"/a"},{"url":"/b"}]""", "Maximum 1 entries, you have entered <strong>1</strong> too many.")]
    [InlineData("Umbraco.MultiUrlPicker", null, """[{"url":"javascript:alert(1)"}]""", "The address 'javascript:alert(1)' is not allowed; use one that begins with https, http, mailto or tel.")]
    [InlineData("Umbraco.ColorPicker", """{"items":[{"value":"#00ff7f","label":"Vert"}]}""", """{"value":"#ff0000","label":"Rouge"}""", "\"The selected colour '#ff0000' is not one of the available options.")]
    [InlineData("Umbraco.Slider", """{"minVal":1,"maxVal":5}""", """{"from":6,"to":6}""", "The value 6 is greater than the allowed maximum value of 5")]
    [InlineData("Umbraco.Slider", """{"minVal":1,"maxVal":5}""", """{"from":0,"to":0}""", "The value 0 is less than the allowed minimum value of 1")]
    [InlineData("Umbraco.Slider", """{"minVal":0,"maxVal":5,"step":2}""", """{"from":3,"to":3}""", "The value 3 does not correspond with the configured step value of 2 and minimum value of 0")]
    [InlineData("Umbraco.Slider", """{"maxVal":5}""", """{"from":1,"to":3}""", "The value 1,3 is not expected to contain a range")]
    [InlineData("Umbraco.Slider", """{"enableRange":true,"maxVal":5}""", """{"from":3,"to":1}""", "The value 3,1 is not expected to have a to value less than the from value")]
    [InlineData("Umbraco.Slider", """{"enableRange":true,"maxVal":5,"minimumRange":3}""", """{"from":1,"to":2}""", "The range 1,2 does not meet the minimum required range of 3")]
    [InlineData("Umbraco.Slider", null, """{"from":"x"}""", "A slider holds a number, or two of them.")]
    [InlineData("Umbraco.EntityDataPicker", """{"validationLimit":{"max":1}}""", """{"ids":["a","b"]}""", "Maximum 1 entries, you have entered <strong>1</strong> too many.")]
    [InlineData("Umbraco.MultiNodeTreePicker", """{"startNode":{"type":"member"}}""", $$$"""[{"type":"member","unique":"{{{Key}}}"}]""", "Members are not offered by this site; let the data type pick content or media.")]
    [InlineData("Umbraco.BlockList", """{"blocks":[],"validationLimit":{"min":1}}""", "null", "Minimum 1 entries, requires <strong>1</strong> more.")]
    [InlineData("Umbraco.UploadField", null, $$"""{"temporaryFileId":"{{Key}}"}""", "The upload has expired; upload the file again.")]
    [InlineData("Umbraco.UploadField", null, """{"src":"/etc/passwd"}""", "The path '/etc/passwd' is not a media file of this site.")]
    public void A_wrong_value_is_refused_with_a_reason(string editor, string? configuration, string posted, string message)
        => Assert.Equal([message], _bench.Errors(_bench.DataType(editor, configuration), JsonNode.Parse(posted).ToNatural()));

    [Theory]
    [InlineData("Umbraco.TextBox", "\"\"")]
    [InlineData("Umbraco.TrueFalse", "false")]
    [InlineData("Umbraco.CheckBoxList", "[]")]
    [InlineData("Umbraco.MediaPicker3", "[]")]
    [InlineData("Umbraco.RichText", """{"markup":"<p></p>","blocks":null}""")]
    [InlineData("Umbraco.MultiUrlPicker", "[]")]
    [InlineData("Umbraco.ColorPicker", "{}")]
    [InlineData("Umbraco.BlockList", """{"contentData":[],"layout":{"Umbraco.BlockList":[]}}""")]
    [InlineData("Umbraco.BlockGrid", """{"contentData":[],"layout":{"Umbraco.BlockGrid":[]}}""")]
    [InlineData("Umbraco.SingleBlock", """{"contentData":[],"layout":{}}""")]
    public void A_mandatory_property_needs_a_value(string editor, string posted)
        => Assert.Single(_bench.Errors(_bench.DataType(editor), JsonNode.Parse(posted).ToNatural(), mandatory: true));

    [Fact]
    public void Uploads_of_types_that_the_data_type_does_not_list_are_refused()
    {
        var key = Guid.NewGuid();
        _bench.TemporaryFiles[key] = new TemporaryFileModel { Key = key, FileName = "plan.exe", OpenReadStream = () => new MemoryStream(), AvailableUntil = DateTime.MaxValue };
        DataType dataType = _bench.DataType("Umbraco.UploadField", """{"fileExtensions":["pdf"]}""");

        Assert.Equal(["Files of the type '.exe' are not allowed here."], _bench.Errors(dataType, new JsonObject { ["temporaryFileId"] = key.ToString() }));
    }

    [Fact]
    public void Values_inside_blocks_are_validated_by_their_own_editors()
    {
        DataType text = _bench.DataType("Umbraco.TextBox", """{"maxChars":3}""");
        ContentType element = _bench.ElementType("mission", [("title", text), ("note", text)], mandatory: ["note"]);
        DataType list = _bench.DataType("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{element.Key}}"}]}""");

        NestedJsonPathValidationResults[] results = AtPlaces(_bench.Results(list, BlockJson.List(element.Key, BlockJson.Value("title", "trop long"))));

        Assert.Equal(2, results.Length);
        Assert.Equal("contentData[0].values[0].value", results[0].JsonPath);
        Assert.Equal("The string length exceeds the maximum length of 3 characters, 6 too many.", results[0].ValidationResults[0].ErrorMessage);
        Assert.Equal("contentData[0].values[?(@.alias == 'note' && @.culture == null && @.segment == null)].value", results[1].JsonPath);
        Assert.Single(results[1].ValidationResults);
    }

    [Fact]
    public void Blocks_of_types_that_the_list_does_not_offer_are_refused()
    {
        ContentType element = _bench.ElementType("mission", [("title", _bench.DataType("Umbraco.TextBox"))]);
        DataType list = _bench.DataType("Umbraco.BlockList", """{"blocks":[]}""");

        NestedJsonPathValidationResults result = Assert.Single(AtPlaces(_bench.Results(list, BlockJson.List(element.Key))));
        Assert.Equal($"Blocks of type {element.Key} are not allowed here; remove the block.", result.ValidationResults[0].ErrorMessage);
    }

    [Fact]
    public void Only_the_cultures_being_saved_are_validated_inside_varying_blocks()
    {
        ContentType element = _bench.ElementType("mission", [("title", _bench.DataType("Umbraco.TextBox"))], varying: ["title"], mandatory: ["title"]);
        DataType list = _bench.DataType("Umbraco.BlockList", $$"""{"blocks":[{"contentElementTypeKey":"{{element.Key}}"}]}""");
        JsonObject posted = BlockJson.List(element.Key, BlockJson.Value("title", "Paix", "fr"));
        posted["expose"] = new JsonArray(BlockJson.Expose("fr"), BlockJson.Expose("en"));

        Assert.Empty(_bench.Results(list, posted, context: Validating("fr")));
        Assert.Single(_bench.Results(list, posted, context: Validating("en")));
        Assert.Empty(_bench.Results(list, posted, context: Validating("bm")));
    }

    private static NestedJsonPathValidationResults[] AtPlaces(ValidationResult[] results)
        => [.. Assert.IsType<NestedValidationResults>(Assert.Single(results)).ValidationResults.Cast<NestedJsonPathValidationResults>()];

    private static PropertyValidationContext Validating(string culture)
        => new() { Culture = null, Segment = null, CulturesBeingValidated = [culture], SegmentsBeingValidated = [] };
}
