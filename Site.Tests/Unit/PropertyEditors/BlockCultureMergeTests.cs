using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>Publishing or saving one culture of an invariant block list whose blocks vary.</summary>
public sealed class BlockCultureMergeTests
{
    private const string Second = "bbbbbbbb-5717-4562-b3fc-2c963f66afa6";

    private readonly EditorBench _bench = new();
    private readonly DataType _list;
    private readonly ContentType _element;

    public BlockCultureMergeTests()
    {
        _element = _bench.ElementType("mission", [("title", _bench.DataType("Umbraco.TextBox")), ("count", _bench.DataType("Umbraco.Integer"))], varying: ["title"]);
        _list = _bench.DataType("Umbraco.BlockList");
    }

    [Fact]
    public void Publishing_a_culture_takes_only_its_values()
    {
        string published = Value(("fr", "Paix"), ("en", "Peace"), 1);
        string edited = Value(("fr", "Paix !"), ("en", "Peace!"), 2);

        Assert.Equal(["count=1", "title.en=Peace!", "title.fr=Paix"], Values(Merge(edited, published, "en")));
    }

    [Fact]
    public void Publishing_what_is_invariant_takes_no_culture_along()
    {
        string published = Value(("fr", "Paix"), ("en", "Peace"), 1);
        string edited = Value(("fr", "Paix !"), ("en", "Peace!"), 2);

        Assert.Equal(["count=2", "title.en=Peace", "title.fr=Paix"], Values(Merge(edited, published, null)));
    }

    [Fact]
    public void A_first_publication_shows_only_its_culture()
    {
        JsonNode merged = JsonNode.Parse(Merge(Value(("fr", "Paix"), ("en", "Peace"), 1)!, null, "en")!)!;

        Assert.Equal("en", Assert.Single((JsonArray)merged["expose"]!)!["culture"]!.ToString());
        Assert.Equal(["count=1", "title.en=Peace"], Values(merged.ToJsonString()));
    }

    [Fact]
    public void A_block_removed_in_the_draft_stays_in_the_cultures_that_still_show_it()
    {
        string published = Value(("fr", "Paix"), ("en", "Peace"), 1);

        JsonNode merged = JsonNode.Parse(Merge(null, published, "en")!)!;
        Assert.Equal("fr", Assert.Single((JsonArray)merged["expose"]!)!["culture"]!.ToString());
        Assert.Null(Merge(null, published, null));
    }

    [Fact]
    public void A_new_block_takes_the_place_it_has_in_the_draft()
    {
        string published = Value(("fr", "Paix"), ("en", "Peace"), 1);
        JsonNode edited = JsonNode.Parse(published)!;
        ((JsonArray)edited["contentData"]!).Add(BlockJson.Block(Second, _element.Key, BlockJson.Value("title", "New", "en"), BlockJson.Value("count", 5)));
        ((JsonArray)edited["layout"]!["Umbraco.BlockList"]!).Insert(0, BlockJson.Layout(Second));
        ((JsonArray)edited["expose"]!).Add(BlockJson.Expose("en", Second));

        JsonNode merged = JsonNode.Parse(Merge(edited.ToJsonString(), published, "en")!)!;
        Assert.Equal([Second, BlockJson.Key], ((JsonArray)merged["layout"]!["Umbraco.BlockList"]!).Select(row => row!["contentKey"]!.ToString()));
        Assert.Equal([BlockJson.Key], ((JsonArray)JsonNode.Parse(Merge(edited.ToJsonString(), published, "fr")!)!["layout"]!["Umbraco.BlockList"]!).Select(row => row!["contentKey"]!.ToString()));
    }

    [Theory]
    [InlineData(true, new[] { "count=2", "title.en=Peace!", "title.fr=Paix" })]
    [InlineData(false, new[] { "count=1", "title.en=Peace!", "title.fr=Paix" })]
    public void An_editor_limited_to_a_language_changes_nothing_else(bool mayChangeInvariant, string[] expected)
    {
        object? merged = _list.Editor!.MergeVariantInvariantPropertyValue(
            Value(("fr", "Paix"), ("en", "Peace"), 1), Value(("fr", "Piraté"), ("en", "Peace!"), 2), mayChangeInvariant, ["en"]);

        Assert.Equal(expected, Values((string)merged!));
    }

    [Fact]
    public void The_changed_cultures_are_named_and_the_default_stands_for_the_invariant()
    {
        string before = Value(("fr", "Paix"), ("en", "Peace"), 1);

        Assert.Empty(Changed(before, before));
        Assert.Equal(["en"], Changed(Value(("fr", "Paix"), ("en", "Peace!"), 1), before));
        Assert.Equal(["fr"], Changed(Value(("fr", "Paix"), ("en", "Peace"), 2), before));
    }

    [Fact]
    public void Only_an_invariant_property_is_merged()
    {
        Assert.True(_list.Editor!.CanMergePartialPropertyValues(new PropertyType(_bench.ShortStrings, _list, "x")));
        Assert.False(_list.Editor!.CanMergePartialPropertyValues(new PropertyType(_bench.ShortStrings, _list, "x") { Variations = ContentVariation.Culture }));
    }

    private static string[] Values(string? stored)
        => [.. ((JsonArray)JsonNode.Parse(stored!)!["contentData"]![0]!["values"]!)
            .Select(value => $"{value!["alias"]}{(value["culture"] is { } culture ? "." + culture : string.Empty)}={value["value"]}")
            .Order(StringComparer.Ordinal)];

    private string? Merge(string? source, string? target, string? culture)
        => _list.Editor!.MergePartialPropertyValueForCulture(source, target, culture) as string;

    private IEnumerable<string> Changed(string source, string target) => _list.Editor!.GetChangedCulturesForPartialPropertyValues(source, target, "fr");

    private string Value((string Culture, string Title) first, (string Culture, string Title) second, int count)
    {
        JsonObject posted = BlockJson.List(
            _element.Key,
            BlockJson.Value("title", first.Title, first.Culture),
            BlockJson.Value("title", second.Title, second.Culture),
            BlockJson.Value("count", count));
        posted["expose"] = new JsonArray(BlockJson.Expose(first.Culture), BlockJson.Expose(second.Culture));
        return (string)EditorBench.FromEditor(_list, posted)!;
    }
}
