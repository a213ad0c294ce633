using System.Text.Json.Nodes;

namespace Site.Tests.Unit.PropertyEditors;

/// <summary>Writes values of block lists with one block.</summary>
internal static class BlockJson
{
    /// <summary>Key of the block.</summary>
    public const string Key = "aaaaaaaa-5717-4562-b3fc-2c963f66afa6";

    /// <summary>A list of one exposed block.</summary>
    public static JsonObject List(Guid elementType, params JsonObject[] values) => new()
    {
        ["contentData"] = new JsonArray(Block(Key, elementType, values)),
        ["settingsData"] = new JsonArray(),
        ["expose"] = new JsonArray(Expose(null)),
        ["layout"] = new JsonObject { ["Umbraco.BlockList"] = new JsonArray(Layout(Key)) },
    };

    /// <summary>One block.</summary>
    public static JsonObject Block(string key, Guid elementType, params JsonObject[] values)
        => new() { ["contentTypeKey"] = elementType.ToString(), ["key"] = key, ["values"] = new JsonArray([.. values]) };

    /// <summary>One place in the layout.</summary>
    public static JsonObject Layout(string key) => new() { ["contentKey"] = key, ["settingsKey"] = null };

    /// <summary>One value inside a block.</summary>
    public static JsonObject Value(string alias, JsonNode? value, string? culture = null)
        => new() { ["alias"] = alias, ["culture"] = culture, ["segment"] = null, ["value"] = value };

    /// <summary>Exposes a block in a culture.</summary>
    public static JsonObject Expose(string? culture, string key = Key) => new() { ["contentKey"] = key, ["culture"] = culture, ["segment"] = null };
}
