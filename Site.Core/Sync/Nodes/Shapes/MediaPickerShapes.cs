using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Sync.Nodes.Shapes;

/// <summary>Picked media of older versions: a list of UDIs, or rows that name the item by UDI.</summary>
internal static class MediaPickerShapes
{
    /// <summary>An array of rows with <c>key</c> and <c>mediaKey</c>; text that is none of these as it is.</summary>
    public static string Upgrade(string text)
    {
        if (!text.TrimStart().StartsWith('['))
        {
            string[] parts = text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            Guid[] keys = [.. parts.Select(KeyOf).OfType<Guid>()];
            return keys.Length > 0 && keys.Length == parts.Length ? new JsonArray([.. keys.Select(Row)]).ToJsonString() : text;
        }

        return Parse(text) is { } rows ? UpgradeRows(rows, text) : text;
    }

    private static string UpgradeRows(JsonArray rows, string text)
    {
        bool isChanged = false;
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i] is JsonValue value && KeyOf(value.ToString()) is { } picked)
            {
                rows[i] = Row(picked);
                isChanged = true;
            }
            else if (rows[i] is JsonObject row && !Guid.TryParse(row["mediaKey"]?.ToString(), out _) && KeyOf((row["mediaKey"] ?? row["udi"])?.ToString()) is { } key)
            {
                row.Remove("udi");
                row["key"] ??= key.ToString("D");
                row["mediaKey"] = key.ToString("D");
                isChanged = true;
            }
        }

        return isChanged ? rows.ToJsonString() : text;
    }

    /// <summary>The pick's own key is the item's, so that the same file gives the same value at every import.</summary>
    private static JsonObject Row(Guid key) => new()
    {
        ["key"] = key.ToString("D"),
        ["mediaKey"] = key.ToString("D"),
        ["mediaTypeAlias"] = string.Empty,
        ["crops"] = new JsonArray(),
        ["focalPoint"] = null,
    };

    private static Guid? KeyOf(string? text) =>
        Guid.TryParse(text, out Guid key) ? key : UdiParser.TryParse(text, out GuidUdi? udi) ? udi.Guid : null;

    private static JsonArray? Parse(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonArray;
        }
        catch (JsonException)
        {
            // Text that only looks like JSON is text.
            return null;
        }
    }
}
