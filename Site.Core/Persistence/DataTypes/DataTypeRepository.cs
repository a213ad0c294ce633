using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;

namespace Site.Core.Persistence.DataTypes;

/// <summary>The data types: editors with their configuration.</summary>
internal sealed class DataTypeRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    DataTypeEditors editors,
    IConfigurationEditorJsonSerializer serializer)
    : FullCacheRepository<IDataType>(database, appCaches), IDataTypeRepository
{
    /// <inheritdoc />
    public IDataType? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    public IEnumerable<IDataType> GetMany(params Guid[]? ids) => ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    public IEnumerable<MoveEventInfo<IDataType>> Move(IDataType toMove, EntityContainer? container)
    {
        var moved = new MoveEventInfo<IDataType>(toMove, toMove.Path, container?.Id ?? Constants.System.Root, container?.Key);
        toMove.ParentId = container?.Id ?? Constants.System.Root;
        Save(toMove);
        return [moved];
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindUsages(int id)
    {
        SiteDbContext context = Database.Read;
        var rows = (from property in context.Set<PropertyTypeRow>()
                    join node in context.Set<NodeRow>() on property.ContentTypeId equals node.Id
                    where property.DataTypeId == id
                    select new { node.NodeObjectType, node.UniqueId, property.Alias }).ToList();
        return rows.GroupBy(x => (x.NodeObjectType, x.UniqueId))
            .ToDictionary(x => ToUdi(x.Key.NodeObjectType, x.Key.UniqueId), x => (IEnumerable<string>)[.. x.Select(y => y.Alias)]);
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindListViewUsages(int id)
    {
        SiteDbContext context = Database.Read;
        var rows = (from type in context.Set<ContentTypeRow>()
                    join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                    join dataType in context.Set<NodeRow>() on type.ListView equals dataType.UniqueId
                    where dataType.Id == id
                    select new { node.NodeObjectType, node.UniqueId, type.Alias }).ToList();
        return rows.ToDictionary(x => ToUdi(x.NodeObjectType, x.UniqueId), x => (IEnumerable<string>)[x.Alias]);
    }

    /// <inheritdoc />
    protected override IEnumerable<IDataType> LoadAll()
    {
        SiteDbContext context = Database.Read;
        var rows = (from dataType in context.Set<DataTypeRow>()
                    join node in context.Set<NodeRow>() on dataType.NodeId equals node.Id
                    orderby node.Text, node.Id
                    select new { DataType = dataType, Node = node }).ToList();
        return [.. rows.Select(x => ToEntity(x.DataType, x.Node))];
    }

    /// <inheritdoc />
    protected override void PersistNew(IDataType entity)
    {
        SiteDbContext context = Database.Write;
        NodeRow node = NodeTree.Insert(context, entity, trashed: false, Constants.ObjectTypes.DataType);
        context.Add(Fill(new DataTypeRow { NodeId = node.Id }, entity));
        Finish(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IDataType entity)
    {
        SiteDbContext context = Database.Write;
        if (entity.IsPropertyDirty(nameof(IDataType.ParentId)))
        {
            NodeTree.Move(context, entity, Constants.ObjectTypes.DataType);
        }

        NodeTree.Update(context, entity, trashed: false, Constants.ObjectTypes.DataType);
        context.Update(Fill(new DataTypeRow { NodeId = entity.Id }, entity));
        Finish(context, entity);
    }

    /// <inheritdoc />
    /// <remarks>The service has removed the properties that used it from their types before.</remarks>
    protected override void PersistDeleted(IDataType entity)
    {
        SiteDbContext context = Database.Write;
        Guid key = entity.Key;
        int id = entity.Id;
        context.Set<ContentTypeRow>().Where(x => x.ListView == key).ExecuteUpdate(x => x.SetProperty(y => y.ListView, (Guid?)null));
        context.Set<DataTypeRow>().Where(x => x.NodeId == id).ExecuteDelete();
        context.Set<NodeRow>().Where(x => x.Id == id).ExecuteDelete();
    }

    private static Udi ToUdi(Guid objectType, Guid key) => Udi.Create(
        objectType == Constants.ObjectTypes.MediaType ? Constants.UdiEntityType.MediaType
            : objectType == Constants.ObjectTypes.MemberType ? Constants.UdiEntityType.MemberType
            : Constants.UdiEntityType.DocumentType,
        key);

    private DataTypeRow Fill(DataTypeRow row, IDataType entity)
    {
        row.PropertyEditorAlias = entity.EditorAlias;
        row.PropertyEditorUiAlias = entity.EditorUiAlias;
        row.DbType = entity.DatabaseType.ToString();
        row.Config = entity.Editor!.GetConfigurationEditor().ToDatabase(entity.ConfigurationData, serializer);
        return row;
    }

    private static void Finish(SiteDbContext context, IDataType entity)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }

    private DataType ToEntity(DataTypeRow row, NodeRow node)
    {
        IDataEditor editor = editors.Find(row.PropertyEditorAlias);
        var dataType = new DataType(editor, serializer, node.ParentId);
        dataType.DisableChangeTracking();
        dataType.Id = node.Id;
        dataType.Key = node.UniqueId;
        dataType.Name = node.Text;
        dataType.CreateDate = dataType.UpdateDate = node.CreateDate;
        dataType.CreatorId = node.NodeUser ?? UserRow.SuperUserId;
        dataType.Path = node.Path;
        dataType.Level = node.Level;
        dataType.SortOrder = node.SortOrder;
        dataType.DatabaseType = Enum.Parse<ValueStorageType>(row.DbType);
        dataType.EditorUiAlias = row.PropertyEditorUiAlias;
        dataType.SetConfigurationData(editor.GetConfigurationEditor().FromDatabase(row.Config, serializer));
        dataType.ResetDirtyProperties(false);
        dataType.EnableChangeTracking();
        return dataType;
    }
}

/// <summary>Finds the editor of a data type; one that is not offered is kept as Core's stand-in, so that its data survives.</summary>
internal sealed class DataTypeEditors(Lazy<PropertyEditorCollection> editors, IDataValueEditorFactory valueEditors)
{
    /// <summary>The editor with this alias, or the stand-in of that name.</summary>
    public IDataEditor Find(string alias) =>
        editors.Value.TryGet(alias, out IDataEditor? editor) ? editor : new MissingPropertyEditor(alias, valueEditors);
}
