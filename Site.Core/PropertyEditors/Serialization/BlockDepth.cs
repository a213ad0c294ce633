using System.Text.Json.Nodes;

namespace Site.Core.PropertyEditors.Serialization;

/// <summary>How deep blocks are nested in each other: in areas of a grid, or in properties of other blocks.</summary>
internal static class BlockDepth
{
    /// <summary>Blocks nested deeper than this are refused, and not shown.</summary>
    /// <remarks>Each level takes up to five of the 64 levels that the JSON of the Delivery API may have.</remarks>
    public const int Maximum = 8;

    /// <summary>Whether blocks are nested deeper than <see cref="Maximum"/> in what an editor posted or the database holds.</summary>
    public static bool IsExceeded(JsonNode? value) => Of(value, Maximum + 1) > Maximum;

    // At most the limit is counted, so that hostile values are not followed any further.
    private static int Of(JsonNode? node, int limit)
    {
        switch (node)
        {
            case JsonObject blocks when limit > 0 && Member(blocks, "contentData") is JsonArray contents:
                int own = Math.Max(1, LayoutDepth(blocks));
                return own + Math.Max(Of(contents, limit - own), Of(Member(blocks, "settingsData"), limit - own));
            case JsonObject other when limit > 0:
                return Max(other.Select(member => member.Value), limit);
            case JsonArray list when limit > 0:
                return Max(list, limit);
            case JsonValue text when limit > 0 && text.TryGetValue(out string? json) && json.AsSpan().TrimStart().StartsWith("{"):
                return Of(JsonNodes.TryParse(json), limit);
            default:
                return 0;
        }
    }

    private static int Max(IEnumerable<JsonNode?> nodes, int limit) => nodes.Select(node => Of(node, limit)).DefaultIfEmpty().Max();

    private static int LayoutDepth(JsonObject blocks)
        => Member(blocks, "layout") is JsonObject layout ? layout.Select(member => ItemsDepth(member.Value)).DefaultIfEmpty().Max() : 0;

    private static int ItemsDepth(JsonNode? items)
        => items is JsonArray { Count: > 0 } list
            ? 1 + list.OfType<JsonObject>()
                .SelectMany(item => Member(item, "areas") as JsonArray ?? [])
                .OfType<JsonObject>()
                .Select(area => ItemsDepth(Member(area, "items")))
                .DefaultIfEmpty()
                .Max()
            : 0;

    private static JsonNode? Member(JsonObject node, string name)
        => node[name] ?? node.FirstOrDefault(member => member.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
