using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes.Shapes;

/// <summary>
/// Blocks of Umbraco 9 to 14: linked by UDI, values as members named by alias, nothing said of exposure. Today every block has a
/// key, a list of values with their cultures, and a row of exposure for each culture that shows it.
/// </summary>
internal sealed class BlockShapes(IContentTypeService types)
{
    private static readonly string[] _ownMembers = ["key", "udi", "contentTypeKey", "values"];

    private const string FormerRichText = "Umbraco.TinyMCE";

    private static readonly JsonNodeOptions _anyCase = new() { PropertyNameCaseInsensitive = true };

    private static readonly JsonSerializerOptions _compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The value of a block editor in today's shape; text that is none as it is.</summary>
    public string Upgrade(string text, string culture, ValueShapes shapes)
    {
        if (Parse(text) is not { } value || value["contentData"] is not JsonArray)
        {
            return text;
        }

        Upgrade(value, culture, shapes);
        return value.ToJsonString(_compact);
    }

    /// <summary>Rich text as <c>{ markup, blocks }</c>, its links by key.</summary>
    public string UpgradeRichText(string text, string culture, ValueShapes shapes)
    {
        if (Parse(text) is not { } value || value["markup"] is not JsonValue markup)
        {
            var bare = new JsonObject { ["markup"] = LinkShapes.UpgradeMarkup(text), ["blocks"] = EmptyBlocks() };
            return bare.ToJsonString(_compact);
        }

        value["markup"] = LinkShapes.UpgradeMarkup(markup.ToString());
        if (value["blocks"] is JsonObject blocks)
        {
            RenameLayout(blocks);
            Upgrade(blocks, culture, shapes);
        }

        return value.ToJsonString(_compact);
    }

    /// <summary>Umbraco 13 kept the layout under the name of an editor that has gone.</summary>
    private static void RenameLayout(JsonObject blocks)
    {
        if (blocks["layout"] is JsonObject layout && layout[FormerRichText] is { } rows)
        {
            layout.Remove(FormerRichText);
            layout[Constants.PropertyEditors.Aliases.RichText] = rows;
        }
    }

    private static JsonObject EmptyBlocks() => new()
    {
        ["contentData"] = new JsonArray(),
        ["settingsData"] = new JsonArray(),
        ["expose"] = new JsonArray(),
        ["layout"] = new JsonObject(),
    };

    private void Upgrade(JsonObject value, string culture, ValueShapes shapes)
    {
        var types = new Dictionary<Guid, IContentType?>();
        List<JsonObject> contents = [.. Items(value, "contentData")];
        foreach (JsonObject item in contents.Concat(Items(value, "settingsData")))
        {
            UpgradeItem(item, TypeOf(item, types), culture, shapes);
        }

        if (value["expose"] is null)
        {
            value["expose"] = new JsonArray([.. contents.Select(item => Expose(item, TypeOf(item, types), culture))]);
        }

        JsonNode? layout = value["layout"];
        value.Remove("layout");
        UpgradeLayout(layout);
        value["layout"] = layout ?? new JsonObject();
    }

    private IContentType? TypeOf(JsonObject item, Dictionary<Guid, IContentType?> known)
    {
        if (!Guid.TryParse(item["contentTypeKey"]?.ToString(), out Guid key))
        {
            return null;
        }

        if (!known.TryGetValue(key, out IContentType? type))
        {
            known[key] = type = types.Get(key);
        }

        return type;
    }

    private static void UpgradeItem(JsonObject item, IContentType? type, string culture, ValueShapes shapes)
    {
        AdoptKey(item, "udi", "key");
        if (item["values"] is not JsonArray values)
        {
            values = [];
            foreach ((string alias, JsonNode? value) in item.Where(member => !_ownMembers.Contains(member.Key, StringComparer.OrdinalIgnoreCase)).ToList())
            {
                item.Remove(alias);
                bool varies = type?.VariesByCulture() == true && PropertyOf(type, alias)?.VariesByCulture() == true;
                values.Add(new JsonObject { ["alias"] = alias, ["culture"] = varies ? culture : null, ["segment"] = null, ["value"] = value });
            }

            item["values"] = values;
        }

        foreach (JsonObject value in values.OfType<JsonObject>())
        {
            UpgradeNested(value, type, culture, shapes);
        }
    }

    /// <summary>A value inside a block keeps its kind: text stays text, JSON stays JSON.</summary>
    private static void UpgradeNested(JsonObject value, IContentType? type, string culture, ValueShapes shapes)
    {
        if (type is null || value["value"] is not { } nested || PropertyOf(type, value["alias"]?.ToString() ?? string.Empty) is not { } property)
        {
            return;
        }

        bool isText = nested is JsonValue;
        string before = isText ? nested.ToString() : nested.ToJsonString(_compact);
        string after = before.Length == 0 ? before : shapes.Upgrade(before, property, value["culture"]?.ToString() ?? culture);
        if (after != before)
        {
            value["value"] = isText ? JsonValue.Create(after) : JsonNode.Parse(after);
        }
    }

    private static IPropertyType? PropertyOf(IContentType type, string alias) =>
        type.CompositionPropertyTypes.FirstOrDefault(property => property.Alias.InvariantEquals(alias));

    private static JsonObject Expose(JsonObject item, IContentType? type, string culture) => new()
    {
        ["contentKey"] = item["key"]?.ToString(),
        ["culture"] = type?.VariesByCulture() == true ? culture : null,
        ["segment"] = null,
    };

    private static void UpgradeLayout(JsonNode? node)
    {
        foreach (JsonObject item in (node as JsonObject)?.SelectMany(editor => (editor.Value as JsonArray ?? []).OfType<JsonObject>()) ?? [])
        {
            UpgradeLayoutItem(item);
        }
    }

    private static void UpgradeLayoutItem(JsonObject item)
    {
        AdoptKey(item, "contentUdi", "contentKey");
        AdoptKey(item, "settingsUdi", "settingsKey");
        foreach (JsonObject area in (item["areas"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (JsonObject inner in (area["items"] as JsonArray ?? []).OfType<JsonObject>())
            {
                UpgradeLayoutItem(inner);
            }
        }
    }

    private static void AdoptKey(JsonObject item, string udiName, string keyName)
    {
        if (UdiParser.TryParse(item[udiName]?.ToString(), out GuidUdi? udi) && item[keyName] is null)
        {
            item[udiName] = null;
            item[keyName] = udi.Guid.ToString("D");
        }
    }

    private static IEnumerable<JsonObject> Items(JsonObject value, string name) => (value[name] as JsonArray ?? []).OfType<JsonObject>();

    private static JsonObject? Parse(string text)
    {
        try
        {
            return text.TrimStart().StartsWith('{') ? JsonNode.Parse(text, _anyCase) as JsonObject : null;
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Text that only looks like JSON is text; a member that stands twice makes a node unusable.
            return null;
        }
    }
}
