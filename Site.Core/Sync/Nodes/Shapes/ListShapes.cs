using System.Text.Json;

namespace Site.Core.Sync.Nodes.Shapes;

/// <summary>Choices from a list: a JSON array today, plain text with commas in older files.</summary>
internal static class ListShapes
{
    /// <summary>The choices as a JSON array.</summary>
    public static string Upgrade(string text) =>
        text.TrimStart().StartsWith('[')
            ? text
            : JsonSerializer.Serialize(text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
}
