using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.DataTypes;

/// <summary>Exports data types; a configuration's members are sorted, so that the order in which they were set does not show.</summary>
internal sealed class DataTypeExporter(
    IDataTypeService dataTypes,
    IDataTypeContainerService containerService,
    IConfigurationEditorJsonSerializer serializer,
    IShortStringHelper shortStrings) : ISyncExporter
{
    private readonly SyncContainers<IDataType> _containers = new(containerService);

    public SyncKind Kind => SyncKind.DataType;

    public int Priority => 1010;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        foreach (IDataType dataType in (await dataTypes.GetAllAsync()).OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            yield return await DescribeAsync(dataType);
        }
    }

    public async Task<SyncEntry?> ReadAsync(Guid key) =>
        await dataTypes.GetAsync(key) is { } dataType ? await DescribeAsync(dataType) : null;

    private async Task<SyncEntry> DescribeAsync(IDataType dataType)
    {
        string folder = await _containers.PathOfAsync(dataType);
        string name = dataType.Name ?? string.Empty;
        var root = new XElement("DataType",
            SyncXmlText.Key(dataType.Key),
            new XAttribute("Alias", name),
            new XAttribute("Level", dataType.Level),
            new XElement("Info",
                SyncXmlText.Text("Name", name),
                SyncXmlText.Text("EditorAlias", dataType.EditorAlias),
                SyncXmlText.Text("EditorUIAlias", dataType.EditorUiAlias),
                folder.Length == 0 ? null : new XElement("Folder", folder)),
            new XElement("Config", new XCData(Config(dataType))));
        return new SyncEntry(SyncKind.DataType, dataType.Key, name, SyncFileNames.FromAlias(name, shortStrings), root) { Folders = SyncFileNames.FromFolder(folder, shortStrings) };
    }

    private string Config(IDataType dataType)
    {
        string stored = dataType.Editor?.GetConfigurationEditor().ToDatabase(dataType.ConfigurationData, serializer)
            ?? serializer.Serialize(dataType.ConfigurationData);
        JsonNode? sorted = Sort(JsonNode.Parse(stored));
        return SyncJson.Indented(JsonSerializer.SerializeToElement(sorted ?? new JsonObject()));
    }

    private static JsonNode? Sort(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal)
            .Select(member => KeyValuePair.Create(member.Key, Sort(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Sort)]),
        _ => node?.DeepClone(),
    };
}
