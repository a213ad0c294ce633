using System.Text.Json;
using System.Text.Json.Nodes;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Reads JSON from outside into nodes. Of members with the same name the last one counts, as in a browser.</summary>
/// <remarks><see cref="JsonNode.Parse(string, JsonNodeOptions?, JsonDocumentOptions)"/> takes such JSON too, but throws when a member is asked for.</remarks>
internal static class JsonNodes
{
    private static readonly JsonNodeOptions CaseInsensitive = new() { PropertyNameCaseInsensitive = true };

    /// <summary>The node that the text holds; <c>null</c> when it is no JSON, or JSON <c>null</c>.</summary>
    public static JsonNode? TryParse(string text)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            return From(document.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The object at the reader's place, with member names matched without regard to case.</summary>
    /// <exception cref="JsonException">There is no object.</exception>
    public static JsonObject ReadObject(ref Utf8JsonReader reader)
    {
        using JsonDocument document = JsonDocument.ParseValue(ref reader);
        return From(document.RootElement, CaseInsensitive) as JsonObject ?? throw new JsonException("A JSON object was expected.");
    }

    /// <summary>A copy of the element as a node.</summary>
    public static JsonNode? From(JsonElement element, JsonNodeOptions? options = null)
        => element.ValueKind switch
        {
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            JsonValueKind.Object => FromObject(element, options),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(item => From(item, options))]),
            _ => JsonValue.Create(element.Clone(), options),
        };

    private static JsonObject FromObject(JsonElement element, JsonNodeOptions? options)
    {
        var node = new JsonObject(options);
        foreach (JsonProperty member in element.EnumerateObject())
            node[member.Name] = From(member.Value, IsPropertyValue(member) ? null : options);

        return node;
    }

    // What an editor put into a property of a block is not ours: names there may differ by case alone.
    private static bool IsPropertyValue(JsonProperty member) => member.Name.Equals("value", StringComparison.OrdinalIgnoreCase);
}
