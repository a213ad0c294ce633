using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Sync.DataTypes;

/// <summary>Imports data types, matched by key, then by name.</summary>
internal sealed class DataTypeImporter(
    IDataTypeService dataTypes,
    IDataTypeContainerService containerService,
    PropertyEditorCollection editors,
    IConfigurationEditorJsonSerializer serializer) : ISyncImporter
{
    private readonly SyncContainers<IDataType> _containers = new(containerService);

    public SyncKind Kind => SyncKind.DataType;

    public int Priority => 1010;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files) => SyncOrder.DependenciesFirst(files, _ => []);

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = DataTypeFile.Read(item.Root);
        if (!editors.TryGet(file.EditorAlias, out IDataEditor? editor))
        {
            throw new SyncItemException("Info/EditorAlias", $"there is no property editor '{SyncXml.Shorten(file.EditorAlias)}' in this site; name one that it has.");
        }

        IDataType? live = await dataTypes.GetAsync(file.Key) ?? await dataTypes.GetAsync(file.Name);
        item.IsNew = live is null;
        IDataType dataType = live ?? new DataType(editor, serializer) { Key = file.Key, Name = file.Name };
        Apply(item, dataType, file, editor, run);
        bool isElsewhere = live is not null && !SyncContainers<IDataType>.AreSame(await _containers.PathOfAsync(live), file.Folder);
        bool isSaved = item.HasChanges;
        if (isElsewhere)
        {
            item.Differ("Folder");
        }

        if (run.Writes)
        {
            await WriteAsync(item, dataType, file, isSaved, isElsewhere);
        }
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        IDataType? live = await dataTypes.GetAsync(marker.Key) ?? await dataTypes.GetAsync(marker.Alias);
        if (live is not null && run.Writes)
        {
            Attempt<IDataType?, DataTypeOperationStatus> result = await dataTypes.DeleteAsync(live.Key, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "@Key", result.Status);
        }

        return live is not null;
    }

    private void Apply(SyncItem item, IDataType dataType, DataTypeFile file, IDataEditor editor, SyncRun run)
    {
        item.Set("Key", dataType.Key, file.Key, value => dataType.Key = value);
        item.Set("Name", dataType.Name, file.Name, value => dataType.Name = value);
        item.Set("EditorAlias", dataType.EditorAlias, editor.Alias, _ => dataType.Editor = editor);
        item.SetText("EditorUIAlias", dataType.EditorUiAlias, file.EditorUiAlias, value => dataType.EditorUiAlias = value);

        IConfigurationEditor configurationEditor = editor.GetConfigurationEditor();
        string live = configurationEditor.ToDatabase(dataType.ConfigurationData, serializer);
        string wanted = file.Config.ToJsonString();
        if (run.Handlers[Kind].TakesConfig(file.EditorAlias, file.Name) && !SyncJson.AreSame(live, wanted))
        {
            item.Differ("Config");
            dataType.ConfigurationData = configurationEditor.FromDatabase(wanted, serializer);
        }

        if (item.HasChanges)
        {
            // A label's column, for one, follows from its configuration.
            dataType.DatabaseType = ValueTypes.ToStorageType(editor.GetValueEditor(dataType.ConfigurationObject).ValueType);
        }
    }

    private async Task WriteAsync(SyncItem item, IDataType dataType, DataTypeFile file, bool isSaved, bool isElsewhere)
    {
        EntityContainer? container = item.IsNew || isElsewhere ? await _containers.EnsureAsync(file.Folder) : null;
        if (item.IsNew)
        {
            dataType.ParentId = container?.Id ?? Constants.System.Root;
        }

        if (isSaved)
        {
            Attempt<IDataType, DataTypeOperationStatus> result = item.IsNew
                ? await dataTypes.CreateAsync(dataType, Constants.Security.SuperUserKey)
                : await dataTypes.UpdateAsync(dataType, Constants.Security.SuperUserKey);
            bool isConfig = result.Status == DataTypeOperationStatus.InvalidConfiguration;
            SyncErrors.Ensure(result.Success, isConfig ? $"Config ({Problems(dataType)})" : "Info/Name", result.Status);
        }

        if (isElsewhere)
        {
            Attempt<IDataType, DataTypeOperationStatus> result = await dataTypes.MoveAsync(dataType, container?.Key, Constants.Security.SuperUserKey);
            SyncErrors.Ensure(result.Success, "Info/Folder", result.Status);
        }
    }

    private string Problems(IDataType dataType) =>
        string.Join(" ", dataTypes.ValidateConfigurationData(dataType).Select(problem => problem.ErrorMessage));
}
