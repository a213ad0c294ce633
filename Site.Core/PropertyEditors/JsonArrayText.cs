using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;

namespace Site.Core.PropertyEditors;

/// <summary>Reads text that may or may not be a JSON array.</summary>
internal static class JsonArrayText
{
    /// <summary>The array; <c>null</c> when the text is none.</summary>
    public static JsonArray? TryParse(string text) => JsonNodes.TryParse(text) as JsonArray;
}
