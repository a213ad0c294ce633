using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;

namespace Site.Core.PropertyEditors.Colors;

/// <summary>A picked colour.</summary>
/// <param name="Value">The colour, e.g. <c>#00ff7f</c>.</param>
/// <param name="Label">Its name; the colour again when it has none.</param>
internal sealed record StoredColor(string Value, string Label)
{
    /// <summary>The colour in what was stored or posted, JSON or the bare colour that older versions stored; <c>null</c> when there is none.</summary>
    public static StoredColor? Read(object? source)
        => source.Unwrap() switch
        {
            JsonObject node => FromNode(node),
            string text when text.AsSpan().TrimStart() is ['{' or '[', ..] => FromNode(JsonNodes.TryParse(text) as JsonObject),
            string text when !string.IsNullOrWhiteSpace(text) => new StoredColor(text.Trim(), text.Trim()),
            StoredColor color => color,
            _ => null,
        };

    private static StoredColor? FromNode(JsonObject? node)
    {
        string? value = Text(node?["value"]);
        return value is null ? null : new StoredColor(value, Text(node!["label"]) ?? value);
    }

    private static string? Text(JsonNode? node) => node is JsonValue && node.ToString().Trim() is { Length: > 0 } text ? text : null;
}
