using System.Text.Json;
using System.Text.Json.Nodes;

namespace Site.Core.PropertyEditors;

/// <summary>Reads text that may or may not be a JSON array.</summary>
internal static class JsonArrayText
{
    /// <summary>The array; <c>null</c> when the text is none.</summary>
    public static JsonArray? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
