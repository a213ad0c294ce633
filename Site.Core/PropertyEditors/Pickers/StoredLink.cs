using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>One link as <c>Umbraco.MultiUrlPicker</c> stores it.</summary>
internal sealed class StoredLink
{
    /// <summary>The title that an editor gave; content and media lend their name when it is missing.</summary>
    public string? Name { get; set; }

    /// <summary>Browsing context, e.g. <c>_blank</c>.</summary>
    public string? Target { get; set; }

    /// <summary>The linked content or media.</summary>
    public GuidUdi? Udi { get; set; }

    /// <summary>The address of an external link.</summary>
    public string? Url { get; set; }

    /// <summary>Query string or fragment that is added to the address.</summary>
    public string? QueryString { get; set; }

    /// <summary>The culture in which content is linked; <c>null</c> for the one of the page.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Culture { get; set; }

    /// <summary>Reads what was stored (with UDIs) or posted (with type and key); entries that link nowhere are left out.</summary>
    public static StoredLink[] Read(object? source)
    {
        JsonArray? array = source.Unwrap() switch
        {
            JsonArray posted => posted,
            string text => JsonArrayText.TryParse(text),
            _ => null,
        };
        return [.. (array ?? []).OfType<JsonObject>().Select(FromNode).Where(link => link.Udi is not null || !string.IsNullOrEmpty(link.Url ?? link.QueryString))];
    }

    private static StoredLink FromNode(JsonObject node)
    {
        GuidUdi? udi = ReadUdi(node);
        return new StoredLink
        {
            Name = Text(node, "name"),
            Target = Text(node, "target"),
            Udi = udi,
            // The address of content is looked up whenever the link is shown; a stored one would grow stale.
            Url = udi is null ? Text(node, "url") : null,
            QueryString = Text(node, "queryString"),
            Culture = Text(node, "culture"),
        };
    }

    private static GuidUdi? ReadUdi(JsonObject node)
    {
        if (UdiParser.TryParse(Text(node, "udi"), out GuidUdi? udi))
            return udi;

        return Text(node, "type") is Constants.UdiEntityType.Document or Constants.UdiEntityType.Media && Guid.TryParse(Text(node, "unique"), out Guid key)
            ? new GuidUdi(Text(node, "type")!, key)
            : null;
    }

    private static string? Text(JsonObject node, string name)
        => node[name]?.ToString() is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
