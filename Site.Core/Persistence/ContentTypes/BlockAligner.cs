using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Brings one stored value with blocks in line with the types of its blocks, those inside other blocks included.</summary>
/// <remarks>
/// A value without a language, in a property that varies, becomes one in the default language, and the other way round. Values in other
/// languages stay, hidden, so that they come back with the variation.
/// </remarks>
internal sealed class BlockAligner(BlockSchema schema, IJsonSerializer serializer)
{
    private const string Marker = "contentData";

    /// <summary>Aligns a value.</summary>
    /// <param name="text">The JSON, of a block editor or of rich text with blocks.</param>
    /// <param name="invariant">Whether everything inside is without a language: the item does not vary, or the whole property does.</param>
    /// <returns>The new JSON; <c>null</c> when nothing has to change.</returns>
    public string? Align(string text, bool invariant)
    {
        if (!text.TrimStart().StartsWith('{') || !text.Contains(Marker, StringComparison.Ordinal))
        {
            return null;
        }

        try
        {
            JsonNode? node = JsonNode.Parse(text);
            return Align(node, invariant) ? serializer.Serialize(node) : null;
        }
        catch (JsonException)
        {
            // What is no JSON has no blocks.
            return null;
        }
    }

    private bool Align(JsonNode? node, bool invariant) => node switch
    {
        JsonObject blocks when blocks[Marker] is JsonArray => AlignBlocks(blocks, invariant),
        JsonObject other => other.Select(x => x.Key).ToArray().Aggregate(false, (changed, x) => AlignMember(other, x, invariant) || changed),
        JsonArray list => list.Aggregate(false, (changed, x) => Align(x, invariant) || changed),
        _ => false,
    };

    // Editors of blocks inside blocks store text; what came from elsewhere may be JSON as it is.
    private bool AlignMember(JsonObject owner, string name, bool invariant)
    {
        if (owner[name] is not JsonValue value || !value.TryGetValue(out string? text))
        {
            return Align(owner[name], invariant);
        }

        if (Align(text, invariant) is not { } aligned)
        {
            return false;
        }

        owner[name] = aligned;
        return true;
    }

    private bool AlignBlocks(JsonObject blocks, bool invariant)
    {
        bool changed = false;
        Dictionary<string, bool> varying = new(StringComparer.OrdinalIgnoreCase);
        foreach (JsonObject item in Items(blocks, Marker).Concat(Items(blocks, "settingsData")))
        {
            if (schema.Find(Text(item, "contentTypeKey")) is { } type && item["values"] is JsonArray values)
            {
                varying[Text(item, "key") ?? string.Empty] = type.Varies && !invariant;
                changed |= AlignValues(values, type, invariant);
            }
        }

        return (blocks["expose"] is JsonArray expose && AlignLanguages(
            expose,
            x => Text(x, "contentKey"),
            x => varying.TryGetValue(Text(x, "contentKey") ?? string.Empty, out bool varies) ? varies : null)) || changed;
    }

    private bool AlignValues(JsonArray values, BlockType type, bool invariant)
    {
        bool changed = false;
        foreach (JsonObject value in values.OfType<JsonObject>())
        {
            if (Text(value, "alias") is { } alias && type.RenamedAliases.TryGetValue(alias, out string? renamed))
            {
                value["alias"] = renamed;
                changed = true;
            }
        }

        changed |= AlignLanguages(values, x => Text(x, "alias"), x => !invariant && type.VaryingAliases.Contains(Text(x, "alias") ?? string.Empty));
        foreach (JsonObject value in values.OfType<JsonObject>())
        {
            changed |= AlignMember(value, "value", invariant || Text(value, "culture") is not null);
        }

        return changed;
    }

    // An entry that is right already counts more than one that would have to be moved to its place.
    private bool AlignLanguages(JsonArray entries, Func<JsonObject, string?> name, Func<JsonObject, bool?> varies)
    {
        bool changed = RenameLanguages(entries);
        foreach (JsonObject entry in entries.OfType<JsonObject>().ToArray())
        {
            string? culture = Text(entry, "culture");
            bool misplaced = varies(entry) switch
            {
                true => culture is null,
                false => culture is not null && IsSame(culture, schema.DefaultCulture),
                null => false,
            };
            if (!misplaced || schema.DefaultCulture is null)
            {
                continue;
            }

            string? target = culture is null ? schema.DefaultCulture : null;
            changed = true;
            if (entries.OfType<JsonObject>().Any(x => IsSame(name(x), name(entry)) && IsSame(Text(x, "segment"), Text(entry, "segment")) && IsSame(Text(x, "culture"), target)))
            {
                entries.Remove(entry);
            }
            else
            {
                entry["culture"] = target;
            }
        }

        return changed;
    }

    private bool RenameLanguages(JsonArray entries)
    {
        bool changed = false;
        foreach (JsonObject entry in entries.OfType<JsonObject>())
        {
            if (Text(entry, "culture") is { } culture && schema.RenamedCultures.TryGetValue(culture, out string? renamed))
            {
                entry["culture"] = renamed;
                changed = true;
            }
        }

        return changed;
    }

    private static IEnumerable<JsonObject> Items(JsonObject blocks, string name) => (blocks[name] as JsonArray)?.OfType<JsonObject>() ?? [];

    private static string? Text(JsonObject owner, string name) => owner[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    private static bool IsSame(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
