using Microsoft.Extensions.Logging;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.Persistence.DataTypes;

/// <summary>Rebuilds data types from their rows.</summary>
internal sealed class DataTypeFactory(
    Lazy<PropertyEditorCollection> editors,
    IConfigurationEditorJsonSerializer serializer,
    IDataValueEditorFactory valueEditors,
    ILogger<DataTypeFactory> logger)
{
    /// <summary>Builds a data type; one whose editor the site does not have gets Core's stand-in and keeps its configuration.</summary>
    public DataType Create(NodeRow node, DataTypeRow row)
    {
        if (!editors.Value.TryGet(row.PropertyEditorAlias, out IDataEditor? editor))
        {
            logger.LogWarning("The data type {Name} uses the editor {Editor}, which this site does not have.", node.Text, row.PropertyEditorAlias);
            editor = new MissingPropertyEditor(row.PropertyEditorAlias, valueEditors);
        }

        var dataType = new DataType(editor, serializer, node.ParentId);
        dataType.DisableChangeTracking();
        dataType.Id = node.Id;
        dataType.Key = node.UniqueId;
        dataType.Name = node.Text;
        dataType.Level = node.Level;
        dataType.Path = node.Path;
        dataType.SortOrder = node.SortOrder;
        dataType.Trashed = node.Trashed;
        dataType.CreatorId = node.NodeUser ?? UserRow.SuperUserId;
        dataType.CreateDate = node.CreateDate;
        dataType.UpdateDate = node.CreateDate;
        dataType.DatabaseType = Enum.TryParse(row.DbType, ignoreCase: true, out ValueStorageType type) ? type : ValueStorageType.Ntext;
        dataType.EditorUiAlias = row.PropertyEditorUiAlias;
        dataType.SetConfigurationData(editor.GetConfigurationEditor().FromDatabase(row.Config, serializer));
        dataType.ResetDirtyProperties(false);
        dataType.EnableChangeTracking();
        return dataType;
    }

    /// <summary>Copies what a data type's own row holds.</summary>
    public void Fill(DataTypeRow row, IDataType entity)
    {
        // The stand-in of an editor that the site does not have must not take its place in the database.
        if (entity.Editor is not MissingPropertyEditor || row.PropertyEditorAlias.Length == 0)
        {
            row.PropertyEditorAlias = entity.EditorAlias;
        }

        row.PropertyEditorUiAlias = entity.EditorUiAlias;
        row.DbType = entity.DatabaseType.ToString();
        row.Config = entity.Editor is { } editor
            ? editor.GetConfigurationEditor().ToDatabase(entity.ConfigurationData, serializer)
            : serializer.Serialize(entity.ConfigurationData);
    }
}
