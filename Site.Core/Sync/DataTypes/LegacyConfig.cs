using System.Text.Json;
using System.Text.Json.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Sync.DataTypes;

/// <summary>Configurations as Umbraco 8 to 13 kept them, turned into those of today.</summary>
/// <remarks>Only files that name no editor of the backoffice are that old; newer ones are taken as they stand.</remarks>
internal static class LegacyConfig
{
    private static readonly string[] _toggles =
        ["enableRange", "hideAnchor", "hideLabel", "ignoreUserStartNodes", "multiple", "onlyImages", "showOpenButton", "useLabel", "useLiveEditing", "useSingleBlockMode"];

    /// <summary>The configuration in today's shape; the argument, whose keys are camel-cased already, is changed.</summary>
    public static JsonObject Upgrade(JsonObject config, string editorAlias)
    {
        foreach ((string key, JsonNode? value) in config.ToList())
        {
            Replace(config, key, Plain(key, value));
        }

        switch (editorAlias)
        {
            case "Umbraco.CheckBoxList" or "Umbraco.DropDown.Flexible" or "Umbraco.RadioButtonList":
                Values(config, "items");
                break;
            case "Umbraco.UploadField":
                Values(config, "fileExtensions");
                break;
            case "Umbraco.ColorPicker":
                Colours(config);
                break;
            case "Umbraco.MultipleTextstring":
                Rename(config, "minimum", "min");
                Rename(config, "maximum", "max");
                break;
            case "Umbraco.MediaPicker3":
                Rename(config, "multiPicker", "multiple");
                Replace(config, "multiple", Toggle(config["multiple"]));
                Replace(config, "startNodeId", KeyOf(config["startNodeId"]));
                break;
            case "Umbraco.MultiNodeTreePicker" when config["startNode"] is JsonObject start:
                Replace(start, "id", KeyOf(start["id"]));
                break;
            case "Umbraco.RichText":
                RichText(config);
                break;
        }

        return config;
    }

    /// <summary>Members without a value go, JSON in a string becomes JSON, and toggles become booleans.</summary>
    private static JsonNode? Plain(string key, JsonNode? value)
    {
        if (_toggles.Contains(key))
        {
            return Toggle(value);
        }

        string? text = value is JsonValue && value.GetValueKind() == JsonValueKind.String ? value.ToString().TrimStart() : null;
        if (text is null || !(text.StartsWith('[') || text.StartsWith('{')))
        {
            return value?.DeepClone();
        }

        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            // A label such as {{name}} only looks like JSON.
            return value!.DeepClone();
        }
    }

    private static JsonNode? Toggle(JsonNode? value) => value?.ToString() switch
    {
        null => null,
        "1" => true,
        "0" or "" => false,
        string text => bool.TryParse(text, out bool toggle) ? toggle : value.DeepClone(),
    };

    /// <summary>Rows of <c>{ id, value }</c> become their values.</summary>
    private static void Values(JsonObject config, string name)
    {
        if (config[name] is JsonArray rows)
        {
            config[name] = new JsonArray([.. rows.Select(row => JsonValue.Create((row is JsonObject pair ? pair["value"] : row)?.ToString() ?? string.Empty))]);
        }
    }

    private static void Colours(JsonObject config)
    {
        if (config["items"] is not JsonArray rows)
        {
            return;
        }

        config["items"] = new JsonArray([.. rows.OfType<JsonObject>().Select(row =>
        {
            JsonObject colour = Plain(string.Empty, row["value"]) as JsonObject ?? row;
            string value = colour["value"]?.ToString() ?? string.Empty;
            return new JsonObject { ["label"] = colour["label"]?.ToString() ?? value, ["value"] = value };
        })]);
    }

    /// <summary>The buttons of the former editor have no counterpart; sizes and blocks have.</summary>
    private static void RichText(JsonObject config)
    {
        if (config["editor"] is JsonObject editor)
        {
            config.Remove("editor");
            Replace(config, "maxImageSize", editor["maxImageSize"]?.DeepClone());
        }
    }

    private static JsonNode? KeyOf(JsonNode? value) =>
        UdiParser.TryParse(value?.ToString(), out GuidUdi? udi) ? udi.Guid.ToString("D") : value?.DeepClone();

    private static void Rename(JsonObject config, string from, string to)
    {
        if (config[from] is { } value)
        {
            config.Remove(from);
            config[to] = value.DeepClone();
        }
    }

    private static void Replace(JsonObject config, string name, JsonNode? value)
    {
        config.Remove(name);
        if (value is not null)
        {
            config[name] = value;
        }
    }
}
