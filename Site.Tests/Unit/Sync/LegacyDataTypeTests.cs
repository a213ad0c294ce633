using System.Text.Json.Nodes;
using System.Xml.Linq;
using Site.Core.Sync.DataTypes;

namespace Site.Tests.Unit.Sync;

/// <summary>Data types as uSync 9 to 13 wrote them mean what Umbraco made of them.</summary>
public sealed class LegacyDataTypeTests
{
    [Theory]
    [InlineData("Umbraco.DropDown.Flexible", """{"Multiple":true,"Items":[{"id":1,"value":"a"},{"id":2,"value":"b"}]}""", "Umbraco.DropDown.Flexible", """{"multiple":true,"items":["a","b"]}""")]
    [InlineData("Umbraco.DropDown", """{"items":"[{\"id\":1,\"value\":\"a\"}]","multiple":"0"}""", "Umbraco.DropDown.Flexible", """{"items":["a"],"multiple":false}""")]
    [InlineData("Umbraco.ColorPicker", """{"UseLabel":true,"Items":[{"id":1,"value":"{\"value\":\"fff\",\"label\":\"White\"}"}]}""", "Umbraco.ColorPicker", """{"useLabel":true,"items":[{"label":"White","value":"fff"}]}""")]
    [InlineData("Umbraco.UploadField", """{"FileExtensions":[{"Id":0,"Value":"pdf"}]}""", "Umbraco.UploadField", """{"fileExtensions":["pdf"]}""")]
    [InlineData("Umbraco.MediaPicker", """{"multiPicker":"1","startNodeId":"umb://media/c000000988884b888b88000000000009"}""", "Umbraco.MediaPicker3", """{"multiple":true,"startNodeId":"c0000009-8888-4b88-8b88-000000000009"}""")]
    [InlineData("Umbraco.MultiNodeTreePicker", """{"StartNode":{"type":"content","id":"umb://document/c000000988884b888b88000000000009"},"Filter":null}""", "Umbraco.MultiNodeTreePicker", """{"startNode":{"type":"content","id":"c0000009-8888-4b88-8b88-000000000009"}}""")]
    [InlineData("Umbraco.MultipleTextstring", """{"Minimum":1,"Maximum":3}""", "Umbraco.MultipleTextstring", """{"min":1,"max":3}""")]
    [InlineData("Umbraco.TinyMCE", """{"Editor":{"toolbar":["bold"],"maxImageSize":500},"HideLabel":false}""", "Umbraco.RichText", """{"hideLabel":false,"maxImageSize":500}""")]
    [InlineData("Umbraco.TextArea", """{"MaxChars":7,"Label":"{{name}}"}""", "Umbraco.TextArea", """{"maxChars":7,"label":"{{name}}"}""")]
    public void An_old_file_is_read_as_its_successor(string editor, string config, string expectedEditor, string expectedConfig)
    {
        DataTypeFile file = Read(editor, config, ui: string.Empty);

        Assert.Equal(expectedEditor, file.EditorAlias);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expectedConfig), file.Config), file.Config.ToJsonString());
    }

    [Fact]
    public void A_file_of_today_is_taken_as_it_stands()
    {
        const string Config = """{"items":[{"value":"a"}],"text":"[1]","nothing":null}""";

        DataTypeFile file = Read("Umbraco.DropDown.Flexible", Config, "Umb.PropertyEditorUi.Dropdown");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Config), file.Config), file.Config.ToJsonString());
    }

    private static DataTypeFile Read(string editor, string config, string ui) => DataTypeFile.Read(XElement.Parse(
        $"<DataType Key='c0000009-8888-4b88-8b88-000000000009' Alias='a'><Info><Name>a</Name><EditorAlias>{editor}</EditorAlias><EditorUIAlias>{ui}</EditorUIAlias></Info><Config><![CDATA[{config}]]></Config></DataType>"));
}
