using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>One pick of a tree picker as the editor sees it.</summary>
/// <param name="Type"><c>document</c>, <c>media</c> or <c>member</c>.</param>
/// <param name="Unique">Key of the picked item.</param>
internal sealed record PickedEntity(string Type, Guid Unique)
{
    private static readonly string[] Types = [Constants.UdiEntityType.Document, Constants.UdiEntityType.Media, Constants.UdiEntityType.Member];

    /// <summary>Reads what was stored (UDIs) or posted (JSON array of type and key); what is neither is left out.</summary>
    public static PickedEntity[] Read(object? source)
        => source.Unwrap() switch
        {
            string text when text.TrimStart().StartsWith('[') => FromArray(JsonArrayText.TryParse(text)),
            string text => FromUdis(text),
            JsonArray array => FromArray(array),
            _ => [],
        };

    /// <summary>The identifier under which the pick is stored.</summary>
    public GuidUdi ToUdi() => new(Type, Unique);

    private static PickedEntity[] FromUdis(string text)
        => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => UdiParser.TryParse(part, out GuidUdi? udi) && Types.Contains(udi.EntityType)
                ? new PickedEntity(udi.EntityType, udi.Guid)
                : null)
            .OfType<PickedEntity>()];

    private static PickedEntity[] FromArray(JsonArray? array)
        => [.. (array ?? [])
            .OfType<JsonObject>()
            .Select(item => Guid.TryParse(item["unique"]?.ToString(), out Guid key) && item["type"]?.ToString() is { } type && Types.Contains(type)
                ? new PickedEntity(type, key)
                : null)
            .OfType<PickedEntity>()];
}
