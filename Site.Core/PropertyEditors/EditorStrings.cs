using System.Collections;
using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;

namespace Site.Core.PropertyEditors;

/// <summary>Reads the list of strings that list-like editors post.</summary>
internal static class EditorStrings
{
    /// <summary>The strings in <paramref name="value"/>: a JSON array (as node, element or text), a .NET sequence, or one text.</summary>
    /// <returns><c>null</c> when there is no value or it is not a list of scalars.</returns>
    public static string[]? Read(object? value)
        => value.Unwrap() switch
        {
            null or "" => null,
            JsonArray array => FromArray(array),
            string text => text.TrimStart().StartsWith('[') && JsonArrayText.TryParse(text) is { } array ? FromArray(array) : [text],
            IEnumerable<string?> strings => [.. strings.OfType<string>()],
            IEnumerable items => [.. items.Cast<object?>().Select(item => item.Unwrap()?.ToString()).OfType<string>()],
            _ => null,
        };

    private static string[]? FromArray(JsonArray array)
        => array.Any(item => item is JsonObject or JsonArray)
            ? null
            : [.. array.OfType<JsonNode>().Select(item => item.ToString())];
}
