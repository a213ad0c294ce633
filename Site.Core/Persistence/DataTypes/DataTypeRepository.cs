using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Exceptions;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Core.Persistence.DataTypes;

/// <summary>The data types, in the order of their names.</summary>
internal sealed class DataTypeRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    DataTypeFactory factory,
    ContentTypeDataMigration migration)
    : FullCacheRepository<IDataType>(database, appCaches), IDataTypeRepository
{
    private static readonly Guid _objectType = Constants.ObjectTypes.DataType;

    private readonly ContentTypeCaches _typeCaches = new(appCaches, database);

    /// <inheritdoc />
    public IDataType? Get(Guid id) => All.Find(x => x.Key == id);

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IDataType> GetMany(params Guid[]? ids) => ids is null or [] ? All.ToList() : All.Where(x => ids.Contains(x.Key));

    /// <inheritdoc />
    public bool Exists(Guid id) => Get(id) is not null;

    /// <inheritdoc />
    public IEnumerable<MoveEventInfo<IDataType>> Move(IDataType toMove, EntityContainer? container)
    {
        if (container is not null && toMove.ParentId == container.Id)
        {
            throw new DataOperationException<MoveOperationStatusType>(MoveOperationStatusType.FailedNotAllowedByPath);
        }

        string originalPath = toMove.Path;
        NodeMoves.Move(Database.Write, toMove, container?.Id ?? Constants.System.Root, _objectType);
        toMove.ResetDirtyProperties();
        Cache.Invalidate(toMove);
        return [new MoveEventInfo<IDataType>(toMove, originalPath, toMove.ParentId, container?.Key)];
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindUsages(int id)
    {
        SiteDbContext context = Database.Read;
        var uses = (from property in context.Set<PropertyTypeRow>()
                    join node in context.Set<NodeRow>() on property.ContentTypeId equals node.Id
                    where property.DataTypeId == id
                    orderby node.Id, property.SortOrder
                    select new { node.NodeObjectType, node.UniqueId, property.Alias }).ToList();
        return uses.GroupBy(x => ToUdi(x.NodeObjectType, x.UniqueId), x => x.Alias).ToDictionary(Udi (x) => x.Key, x => x.AsEnumerable());
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<Udi, IEnumerable<string>> FindListViewUsages(int id)
    {
        SiteDbContext context = Database.Read;
        var uses = (from type in context.Set<ContentTypeRow>()
                    join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                    join view in context.Set<NodeRow>() on type.ListView equals view.UniqueId
                    where view.Id == id
                    orderby node.Id
                    select new { node.NodeObjectType, node.UniqueId, type.Alias }).ToList();
        return uses.GroupBy(x => ToUdi(x.NodeObjectType, x.UniqueId), x => x.Alias).ToDictionary(Udi (x) => x.Key, x => x.AsEnumerable());
    }

    /// <inheritdoc />
    protected override IEnumerable<IDataType> LoadAll()
    {
        SiteDbContext context = Database.Read;
        var rows = (from dataType in context.Set<DataTypeRow>()
                    join node in context.Set<NodeRow>() on dataType.NodeId equals node.Id
                    select new { Node = node, Row = dataType }).ToList();
        return rows.OrderBy(x => x.Node.Text, StringComparer.OrdinalIgnoreCase).Select(x => factory.Create(x.Node, x.Row));
    }

    /// <inheritdoc />
    protected override void PersistNew(IDataType entity)
    {
        SiteDbContext context = Database.Write;
        MakeNameUnique(entity);
        NodeRow node = NodeTree.Insert(context, entity, trashed: false, _objectType);
        var row = new DataTypeRow { NodeId = node.Id };
        factory.Fill(row, entity);
        context.Add(row);
        Complete(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IDataType entity)
    {
        SiteDbContext context = Database.Write;
        DataTypeRow row = context.Set<DataTypeRow>().AsTracking().SingleOrDefault(x => x.NodeId == entity.Id)
            ?? throw new InvalidOperationException($"There is no data type {entity.Id} any more.");
        MakeNameUnique(entity);
        string formerStorage = row.DbType;
        factory.Fill(row, entity);
        bool storedOtherwise = row.DbType != formerStorage;
        if (context.Set<NodeRow>().Any(x => x.Id == entity.Id && x.ParentId != entity.ParentId))
        {
            NodeTree.Move(context, entity, _objectType);
        }

        NodeTree.Update(context, entity, trashed: false, _objectType);
        Complete(context, entity);
        if (storedOtherwise)
        {
            StorageChanges.Apply(context, PropertiesOf(context, entity.Id), entity.DatabaseType);
        }
    }

    /// <inheritdoc />
    /// <remarks>
    /// Core takes the properties that use the data type out of document types itself; those of other types, and their values, go here.
    /// </remarks>
    protected override void PersistDeleted(IDataType entity)
    {
        SiteDbContext context = Database.Write;
        Action endDeletion = migration.BeginDelete(context, PropertiesOf(context, entity.Id));
        context.Set<PropertyTypeRow>().Where(x => x.DataTypeId == entity.Id).ExecuteDelete();
        context.Set<ContentTypeRow>().Where(x => x.ListView == entity.Key)
            .ExecuteUpdate(set => set.SetProperty(x => x.ListView, (Guid?)null));
        context.Set<DataTypeRow>().Where(x => x.NodeId == entity.Id).ExecuteDelete();
        context.Set<NodeRow>().Where(x => x.Id == entity.Id).ExecuteDelete();
        entity.DeleteDate = DateTime.UtcNow;
        _typeCaches.InvalidateAll();
        endDeletion();
    }

    private static int[] PropertiesOf(SiteDbContext context, int id) =>
        [.. context.Set<PropertyTypeRow>().Where(x => x.DataTypeId == id).Select(x => x.Id)];

    private static GuidUdi ToUdi(Guid objectType, Guid key) => new(
        UdiEntityTypeHelper.FromUmbracoObjectType(ObjectTypes.GetUmbracoObjectType(objectType)), key);

    // Files that travel between sites name a data type when its key is not known there.
    private void MakeNameUnique(IDataType entity)
    {
        if (string.IsNullOrWhiteSpace(entity.Name))
        {
            throw new InvalidOperationException("A data type needs a name.");
        }

        IEnumerable<string> others = All.Select(x => x.Id == entity.Id ? null : x.Name).Where(x => x is not null).Select(x => x!);
        string name = UniqueName.Create(entity.Name, others);
        if (name != entity.Name)
        {
            entity.Name = name;
        }
    }

    private void Complete(SiteDbContext context, IDataType entity)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
        _typeCaches.InvalidateAll();
    }
}
