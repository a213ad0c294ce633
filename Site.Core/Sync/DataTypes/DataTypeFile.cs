using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.DataTypes;

/// <summary>What a <c>DataType</c> file says; <c>DatabaseType</c> of older files is ignored, since the editor decides.</summary>
/// <param name="Key">The data type's key.</param>
/// <param name="Name">Its display name.</param>
/// <param name="EditorAlias">The alias of the property editor.</param>
/// <param name="EditorUiAlias">The alias of the backoffice's editor.</param>
/// <param name="Folder">The folder's path, its segments URL-encoded.</param>
/// <param name="Config">The configuration, with camel-cased keys.</param>
internal sealed record DataTypeFile(Guid Key, string Name, string EditorAlias, string EditorUiAlias, string Folder, JsonObject Config)
{
    public static DataTypeFile Read(XElement root)
    {
        XElement info = root.Child("Info");
        string editorAlias = LegacyEditors.Successor(info.Required("EditorAlias").Trim());
        string uiAlias = info.Text("EditorUIAlias").Trim();
        return new DataTypeFile(
            root.KeyAttribute(),
            info.Required("Name"),
            editorAlias,
            uiAlias.Length > 0 ? uiAlias : EditorUiAliases.Guess(editorAlias),
            info.Text("Folder").Trim(),
            uiAlias.Length > 0 ? ReadConfig(root.Text("Config")) : LegacyConfig.Upgrade(ReadConfig(root.Text("Config")), editorAlias));
    }

    private static JsonObject ReadConfig(string text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return [];
        }

        try
        {
            return JsonNode.Parse(text, new JsonNodeOptions { PropertyNameCaseInsensitive = true }) is JsonObject config
                ? new JsonObject(config.Select(pair => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(pair.Key), pair.Value?.DeepClone())))
                : throw new SyncItemException("Config", "is not a JSON object.");
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new SyncItemException("Config", $"is not valid JSON: {exception.Message}");
        }
    }
}
