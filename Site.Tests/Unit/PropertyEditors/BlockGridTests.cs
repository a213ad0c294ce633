using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.PropertyEditors.Validation;
using ValidationResult = System.ComponentModel.DataAnnotations.ValidationResult;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>What a block grid and a single block store, refuse and publish.</summary>
public sealed class BlockGridTests
{
    private const string Row = "aaaaaaaa-5717-4562-b3fc-2c963f66afa6";
    private const string Card = "bbbbbbbb-5717-4562-b3fc-2c963f66afa6";
    private const string Main = "11111111-5717-4562-b3fc-2c963f66afa6";
    private const string Aside = "22222222-5717-4562-b3fc-2c963f66afa6";

    private static readonly JsonSerializerOptions CamelCase = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly EditorBench _bench = new();
    private readonly ContentType _row;
    private readonly ContentType _card;

    public BlockGridTests()
    {
        DataType text = _bench.DataType("Umbraco.TextBox");
        _row = _bench.ElementType("row", [("title", text)]);
        _card = _bench.ElementType("card", [("title", text)]);
    }

    [Fact]
    public void It_is_stored_with_spans_and_areas_and_without_the_identifiers_of_older_versions()
    {
        JsonObject posted = Grid(Item(Row, 12, Area(Main, Item(Card, 6))));
        posted["layout"]!["Umbraco.BlockGrid"]![0]!["areas"]![0]!["items"]![0]!["contentUdi"] = null;

        string stored = Assert.IsType<string>(EditorBench.FromEditor(Configured(), posted));

        Assert.Equal(
            $$$"""{"Umbraco.BlockGrid":[{"columnSpan":12,"rowSpan":1,"areas":[{"key":"{{{Main}}}","items":[{"columnSpan":6,"rowSpan":1,"areas":[],"contentKey":"{{{Card}}}","settingsKey":null}]}],"contentKey":"{{{Row}}}","settingsKey":null}]}""",
            JsonNode.Parse(stored)!["layout"]!.ToJsonString());
        Assert.Equal(stored, EditorBench.FromEditor(Configured(), stored));
    }

    [Fact]
    public void Data_of_a_block_removed_from_an_area_is_dropped()
    {
        JsonObject posted = Grid(Item(Row, 12, Area(Main)));

        Assert.DoesNotContain(Card, (string)EditorBench.FromEditor(Configured(), posted)!, StringComparison.Ordinal);
    }

    [Fact]
    public void Views_get_the_areas_that_are_configured_with_their_blocks()
    {
        string stored = (string)EditorBench.FromEditor(Configured(), Grid(Item(Row, 99, Area(Main, Item(Card, 6)), Area(Guid.NewGuid().ToString(), Item(Card, 6)))))!;

        var grid = (BlockGridModel)_bench.Published(Configured(), stored).GetValue()!;

        BlockGridItem row = Assert.Single(grid);
        Assert.Equal((12, 12, 1, 8), (grid.GridColumns, row.ColumnSpan, row.RowSpan, row.AreaGridColumns));
        Assert.Equal([("main", 1, 8, 1), ("aside", 2, 4, 0)], row.Areas.Select(area => (area.Alias, area.RowSpan, area.ColumnSpan, area.Count)));
        Assert.Equal(6, row.Areas.First().Single().ColumnSpan);
    }

    [Fact]
    public void The_Delivery_API_gets_places_before_contents()
    {
        string stored = (string)EditorBench.FromEditor(Configured(), Grid(Item(Row, 12, Area(Main, Item(Card, 6)))))!;

        JsonNode json = JsonSerializer.SerializeToNode(_bench.Published(Configured(), stored).GetDeliveryApiValue(false), CamelCase)!;

        Assert.Equal(12, (int)json["gridColumns"]!);
        var row = (JsonObject)json["items"]![0]!;
        Assert.Equal(["rowSpan", "columnSpan", "areaGridColumns", "areas", "content", "settings"], row.Select(member => member.Key));
        Assert.Equal(8, (int)row["areaGridColumns"]!);
        Assert.Equal(["alias", "rowSpan", "columnSpan", "items"], ((JsonObject)row["areas"]![0]!).Select(member => member.Key));
        Assert.Equal("carte", (string?)row["areas"]![0]!["items"]![0]!["content"]!["properties"]!["title"]);
        Assert.Equal("[]", row["areas"]![0]!["items"]![0]!["areas"]!.ToJsonString());
    }

    [Fact]
    public void A_grid_that_keeps_its_rules_is_accepted()
        => Assert.Empty(_bench.Results(Configured(), Grid(Item(Row, 12, Area(Main, Item(Card, 6))))));

    [Fact]
    public void An_area_with_too_few_or_too_many_blocks_is_refused()
    {
        const string Mismatch = "The content amount requirements are not met for one or more areas.";

        Assert.Equal([Mismatch], _bench.Errors(Configured(minimum: 2), Grid(Item(Row, 12, Area(Main, Item(Card, 6))))));
        Assert.Equal([Mismatch], _bench.Errors(Configured(maximum: 1), Grid(Item(Row, 12, Area(Main, Item(Card, 6), Item(Guid.NewGuid().ToString(), 6))))));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_block_at_a_place_that_is_not_meant_for_it_is_refused(bool atRoot)
    {
        JsonObject value = atRoot ? Grid(Item(Card, 6)) : Grid(Item(Row, 12, Area(Aside, Item(Card, 6))));

        NestedJsonPathValidationResults place = Assert.Single(Places(_bench.Results(Configured(), value)));
        Assert.Equal("contentData[1]", place.JsonPath);
        Assert.Equal("Blocks of this type are not allowed at this place of the grid; move or remove the block.", place.ValidationResults[0].ErrorMessage);
    }

    [Fact]
    public void The_number_of_blocks_at_the_root_is_limited()
        => Assert.Equal(["Minimum 1 entries, requires <strong>1</strong> more."], _bench.Errors(Configured(), null));

    [Fact]
    public void A_single_block_is_stored_like_a_list_and_published_alone()
    {
        DataType single = _bench.DataType("Umbraco.SingleBlock", $$"""{"blocks":[{"contentElementTypeKey":"{{_card.Key}}"}]}""");
        JsonObject posted = BlockJson.List(_card.Key, BlockJson.Value("title", "carte"));
        posted["layout"] = new JsonObject { ["Umbraco.SingleBlock"] = new JsonArray(BlockJson.Layout(BlockJson.Key)) };
        string stored = (string)EditorBench.FromEditor(single, posted)!;

        Assert.Contains($$"""
            "layout":{"Umbraco.SingleBlock":[{"contentKey":"{{BlockJson.Key}}","settingsKey":null}]}
            """, stored, StringComparison.Ordinal);
        Assert.Equal("carte", ((BlockListItem)_bench.Published(single, stored).GetValue()!).Content.GetProperty("title")!.GetValue());
        JsonNode json = JsonSerializer.SerializeToNode(_bench.Published(single, stored).GetDeliveryApiValue(false), CamelCase)!;
        Assert.Equal("card", (string?)json["content"]!["contentType"]);
        Assert.Null(json["settings"]);
    }

    [Fact]
    public void Two_blocks_are_one_too_many_for_a_single_block()
    {
        DataType single = _bench.DataType("Umbraco.SingleBlock", $$"""{"blocks":[{"contentElementTypeKey":"{{_card.Key}}"}]}""");
        JsonObject posted = BlockJson.List(_card.Key, BlockJson.Value("title", "carte"));
        posted["layout"] = new JsonObject { ["Umbraco.SingleBlock"] = new JsonArray(BlockJson.Layout(BlockJson.Key), BlockJson.Layout(Card)) };

        Assert.Equal(["Maximum 1 entries, you have entered <strong>1</strong> too many."], _bench.Errors(single, posted));
    }

    private static NestedJsonPathValidationResults[] Places(ValidationResult[] results)
        => [.. Assert.IsType<NestedValidationResults>(Assert.Single(results)).ValidationResults.Cast<NestedJsonPathValidationResults>()];

    private static JsonObject Item(string key, int columnSpan, params JsonObject[] areas)
        => new() { ["contentKey"] = key, ["settingsKey"] = null, ["columnSpan"] = columnSpan, ["rowSpan"] = 1, ["areas"] = new JsonArray([.. areas]) };

    private static JsonObject Area(string key, params JsonObject[] items) => new() { ["key"] = key, ["items"] = new JsonArray([.. items]) };

    // The main area takes cards only, by name; the other one takes what is meant for areas, and cards are not.
    private DataType Configured(int minimum = 0, int maximum = 0) => _bench.DataType("Umbraco.BlockGrid", $$"""
        {"gridColumns":12,"validationLimit":{"min":1,"max":2},"blocks":[
          {"contentElementTypeKey":"{{_row.Key}}","allowAtRoot":true,"allowInAreas":true,"areaGridColumns":8,"areas":[
            {"key":"{{Main}}","alias":"main","columnSpan":8,"rowSpan":1,"minAllowed":{{minimum}},"maxAllowed":{{maximum}},"specifiedAllowance":[{"elementTypeKey":"{{_card.Key}}","minAllowed":0,"maxAllowed":0}]},
            {"key":"{{Aside}}","alias":"aside","columnSpan":4,"rowSpan":2}]},
          {"contentElementTypeKey":"{{_card.Key}}","allowAtRoot":false,"allowInAreas":false,"areas":[]}]}
        """);

    private JsonObject Grid(params JsonObject[] items) => new()
    {
        ["contentData"] = new JsonArray(
            BlockJson.Block(Row, _row.Key, BlockJson.Value("title", "rang")),
            BlockJson.Block(Card, _card.Key, BlockJson.Value("title", "carte"))),
        ["settingsData"] = new JsonArray(),
        ["expose"] = new JsonArray(BlockJson.Expose(null, Row), BlockJson.Expose(null, Card)),
        ["layout"] = new JsonObject { ["Umbraco.BlockGrid"] = new JsonArray([.. items]) },
    };
}
