using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Umbraco.Cms.Core;

namespace Site.Core.Sync.Nodes.Shapes;

/// <summary>Links of older versions: in markup, in URL pickers and in pickers of items.</summary>
internal static partial class LinkShapes
{
    /// <summary>Links by key, and the elements of blocks too.</summary>
    public static string UpgradeMarkup(string markup) => BlockElement().Replace(UpgradeLocalLinks(markup), match =>
        $"data-content-key={match.Groups["quote"].Value}{Guid.ParseExact(match.Groups["key"].Value, "N"):D}{match.Groups["quote"].Value}");

    /// <summary>Turns <c>{localLink:umb://document/…}</c> into <c>{localLink:key}</c> with the type beside it, as since Umbraco 14.</summary>
    public static string UpgradeLocalLinks(string markup) => LocalLink().Replace(markup, match =>
    {
        if (!Guid.TryParse(match.Groups["key"].Value, out Guid key))
        {
            return match.Value;
        }

        string link = $"/{{localLink:{key:D}}}";
        string quote = match.Groups["quote"].Value;
        return quote.Length == 0
            ? link
            : $"type={quote}{match.Groups["type"].Value}{quote} href={quote}{link}";
    });

    /// <summary>Turns a key, or a list of keys, into the UDIs that pickers store.</summary>
    public static string UpgradeUdis(string text, string entityType)
    {
        string[] parts = JsonStrings(text) ?? text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length == 0 || parts.All(part => !Guid.TryParse(part, out _)) && JsonStrings(text) is null
            ? text
            : string.Join(',', parts.Select(part => Guid.TryParse(part, out Guid key) ? new GuidUdi(entityType, key).ToString() : part));
    }

    /// <summary>Entries of URL pickers name their item by UDI; those that name it by type and key are changed.</summary>
    public static string UpgradeLinks(string text)
    {
        JsonArray? links = Array(text);
        bool isChanged = false;
        foreach (JsonObject link in links?.OfType<JsonObject>() ?? [])
        {
            string? type = link["type"]?.ToString();
            if (link["udi"] is null && type is Constants.UdiEntityType.Document or Constants.UdiEntityType.Media && Guid.TryParse(link["unique"]?.ToString(), out Guid key))
            {
                link["udi"] = new GuidUdi(type, key).ToString();
                link.Remove("type");
                link.Remove("unique");
                isChanged = true;
            }
        }

        return isChanged ? links!.ToJsonString() : text;
    }

    private static string[]? JsonStrings(string text) =>
        Array(text) is { } array && array.All(item => item is JsonValue value && value.GetValueKind() == JsonValueKind.String)
            ? [.. array.Select(item => item!.ToString())]
            : null;

    private static JsonArray? Array(string text)
    {
        try
        {
            return text.TrimStart().StartsWith('[') ? JsonNode.Parse(text) as JsonArray : null;
        }
        catch (JsonException)
        {
            // Text that only looks like JSON is text.
            return null;
        }
    }

    [GeneratedRegex(
        """(href=(?<quote>\\?["']))?/?\{localLink:umb://(?<type>document|media)/(?<key>[0-9a-f]{32}|[0-9a-f-]{36})\}""",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex LocalLink();

    [GeneratedRegex("""data-content-udi=(?<quote>["'])umb://element/(?<key>[0-9a-f]{32})\k<quote>""", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockElement();
}
