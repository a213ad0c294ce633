using System.Text.Json;
using System.Text.Json.Nodes;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>Turns what reaches an editor (JSON nodes and elements, .NET values) into the values that editors work with.</summary>
internal static class JsonValueExtensions
{
    /// <summary>A scalar node as string, bool, int, long, decimal or double; objects and arrays stay nodes; JSON <c>null</c> is <c>null</c>.</summary>
    public static object? ToNatural(this JsonNode? node)
        => node is JsonValue value ? ToNatural(value.Deserialize<JsonElement>()) : node;

    /// <summary>The value that an editor posted, with JSON scalars unwrapped and objects and arrays as nodes.</summary>
    public static object? Unwrap(this object? value)
        => value switch
        {
            JsonNode node => node.ToNatural(),
            JsonElement element => ToNatural(element),
            _ => value,
        };

    /// <summary>A value as a property converter expects its source: scalars as they are, everything else as JSON text.</summary>
    public static object? ToSource(this object? value)
        => value.Unwrap() switch
        {
            JsonNode node => node.ToJsonString(),
            var natural => natural,
        };

    private static object? ToNatural(JsonElement element)
        => element.ValueKind switch
        {
            // The cast keeps the scalars from being converted to JsonNode by its implicit operators.
            JsonValueKind.Null or JsonValueKind.Undefined => (object?)null,
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number when element.TryGetInt32(out int integer) => integer,
            JsonValueKind.Number when element.TryGetInt64(out long bigInteger) => bigInteger,
            JsonValueKind.Number when element.TryGetDecimal(out decimal number) => number,
            JsonValueKind.Number => element.GetDouble(),
            _ => JsonNodes.From(element),
        };
}
