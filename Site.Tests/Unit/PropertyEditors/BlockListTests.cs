using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What a block list stores, refers to and publishes.</summary>
public sealed class BlockListTests
{
    private const string Other = "bbbbbbbb-5717-4562-b3fc-2c963f66afa6";
    private const string Picked = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

    private readonly EditorBench _bench = new();
    private readonly DataType _list;

    public BlockListTests() => _list = _bench.DataType("Umbraco.BlockList");

    [Fact]
    public void It_is_stored_in_the_shape_of_Umbraco_17()
    {
        ContentType element = Element();
        object? stored = EditorBench.FromEditor(_list, BlockJson.List(element.Key, BlockJson.Value("title", "Été"), BlockJson.Value("unknown", "x")));

        Assert.Equal(
            $$$"""{"contentData":[{"contentTypeKey":"{{{element.Key}}}","udi":null,"key":"{{{BlockJson.Key}}}","values":[{"alias":"title","culture":null,"segment":null,"editorAlias":"Umbraco.TextBox","value":"Été"}]}],"settingsData":[],"expose":[{"contentKey":"{{{BlockJson.Key}}}","culture":null,"segment":null}],"layout":{"Umbraco.BlockList":[{"contentKey":"{{{BlockJson.Key}}}","settingsKey":null}]}}""",
            stored);
        Assert.Equal(stored, EditorBench.FromEditor(_list, stored));
    }

    [Fact]
    public void The_shapes_of_older_versions_are_read()
    {
        ContentType element = Element();
        string old = $$$"""
            {"layout":{"Umbraco.BlockList":[{"contentUdi":"umb://element/{{{BlockJson.Key.Replace("-", string.Empty, StringComparison.Ordinal)}}}"}]},
             "contentData":[{"contentTypeKey":"{{{element.Key}}}","udi":"umb://element/{{{BlockJson.Key.Replace("-", string.Empty, StringComparison.Ordinal)}}}","title":"Paix","flag":"1"}],"settingsData":[]}
            """;
        string upperCase = Stored(BlockJson.List(element.Key, BlockJson.Value("title", "Paix"))).Replace("\"layout\"", "\"Layout\"", StringComparison.Ordinal);

        Assert.Equal("Paix", Title(Assert.Single(Blocks(old))));
        Assert.Equal("Paix", Title(Assert.Single(Blocks(upperCase))));
    }

    [Fact]
    public void Data_of_removed_blocks_is_dropped()
    {
        ContentType element = Element();
        JsonObject posted = BlockJson.List(element.Key, BlockJson.Value("title", "a"));
        ((JsonArray)posted["contentData"]!).Add(BlockJson.Block(Other, element.Key, BlockJson.Value("title", "b")));
        ((JsonArray)posted["expose"]!).Add(BlockJson.Expose(null, Other));

        Assert.DoesNotContain(Other, Stored(posted), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_blocks_refer_to_and_their_tags_are_found()
    {
        ContentType element = _bench.ElementType(
            "mission",
            [("media", _bench.DataType("Umbraco.MediaPicker3")), ("pages", _bench.DataType("Umbraco.MultiNodeTreePicker")), ("tags", _bench.DataType("Umbraco.Tags", """{"group":"topics"}"""))],
            varying: ["tags"]);
        string stored = Stored(BlockJson.List(
            element.Key,
            BlockJson.Value("media", new JsonArray(new JsonObject { ["mediaKey"] = Picked, ["mediaTypeAlias"] = "Image" })),
            BlockJson.Value("pages", new JsonArray(new JsonObject { ["type"] = "document", ["unique"] = Picked })),
            BlockJson.Value("tags", new JsonArray("paix"), "en")));
        IDataValueEditor editor = _list.Editor!.GetValueEditor();

        Assert.Equal(
            ["umb://document/3fa85f6457174562b3fc2c963f66afa6 umbDocument", "umb://media/3fa85f6457174562b3fc2c963f66afa6 umbMedia"],
            ((IDataValueReference)editor).GetReferences(stored).Select(reference => $"{reference.Udi} {reference.RelationTypeAlias}").Order());
        ITag tag = Assert.Single(((IDataValueTags)editor).GetTags(stored, null, null));
        Assert.Equal(("paix", "topics", 2), (tag.Text, tag.Group, tag.LanguageId));
    }

    [Fact]
    public void Only_blocks_exposed_in_the_culture_are_published_with_its_values()
    {
        ContentType element = _bench.ElementType("mission", [("title", _bench.DataType("Umbraco.TextBox")), ("count", _bench.DataType("Umbraco.Integer"))], varying: ["title"]);
        JsonObject posted = BlockJson.List(element.Key, BlockJson.Value("title", "Paix", "fr"), BlockJson.Value("title", "Peace", "en"), BlockJson.Value("count", 3));
        posted["expose"] = new JsonArray(BlockJson.Expose("fr"), BlockJson.Expose("en"));
        string stored = Stored(posted);

        Assert.Equal("Paix", Title(Assert.Single(Blocks(stored))));
        _bench.Variation = new VariationContext("en");
        BlockListItem english = Assert.Single(Blocks(stored));
        Assert.Equal("Peace", Title(english));
        Assert.Equal(3, english.Content.GetProperty("count")!.GetValue());
        _bench.Variation = new VariationContext("bm");
        Assert.Empty(Blocks(stored));
    }

    [Fact]
    public void Blocks_of_a_property_that_varies_as_a_whole_hold_values_without_culture()
    {
        ContentType element = _bench.ElementType("mission", [("title", _bench.DataType("Umbraco.TextBox"))], varying: ["title"]);
        JsonObject posted = BlockJson.List(element.Key, BlockJson.Value("title", "Peace"));
        _bench.Variation = new VariationContext("en");

        var property = _bench.Published(_list, Stored(posted), ContentVariation.Culture);
        Assert.Equal("Peace", Title(Assert.Single((BlockListModel)property.GetValue("en")!)));
    }

    [Fact]
    public void The_Delivery_API_gets_items_of_content_and_settings()
    {
        ContentType element = Element();
        string stored = Stored(BlockJson.List(element.Key, BlockJson.Value("title", "Paix")));

        var value = Assert.IsType<ApiBlockListModel>(_bench.Published(_list, stored).GetDeliveryApiValue(false));
        ApiBlockItem item = Assert.Single(value.Items);
        Assert.Equal(("mission", new Guid(BlockJson.Key)), (item.Content.ContentType, item.Content.Id));
        Assert.Equal("Paix", item.Content.Properties["title"]);
        Assert.Null(item.Settings);
    }

    [Fact]
    public void An_editor_sees_each_value_as_its_own_editor_shows_it()
    {
        ContentType element = _bench.ElementType("mission", [("flag", _bench.DataType("Umbraco.TrueFalse"))]);
        string stored = Stored(BlockJson.List(element.Key, BlockJson.Value("flag", true)));

        Assert.Contains("\"value\":1", stored, StringComparison.Ordinal);
        Assert.Contains("\"value\":true", _bench.Get<IJsonSerializer>().Serialize(_bench.ToEditor(_list, stored)), StringComparison.Ordinal);
    }

    private static string? Title(BlockListItem item) => item.Content.GetProperty("title")!.GetValue() as string;

    private ContentType Element() => _bench.ElementType("mission", [("title", _bench.DataType("Umbraco.TextBox"))]);

    private string Stored(JsonObject posted) => Assert.IsType<string>(EditorBench.FromEditor(_list, posted));

    private BlockListModel Blocks(string stored) => (BlockListModel)_bench.Published(_list, stored).GetValue()!;
}
