using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Containers;

/// <summary>The folders of one kind of entity. They are few and read by editors only, so they are not cached.</summary>
/// <typeparam name="TContained">What the folders hold.</typeparam>
internal abstract class EntityContainerRepository<TContained>(AmbientDbContext database, AppCaches appCaches, Guid containedObjectType)
    : IEntityContainerRepository
    where TContained : class, IEntity
{
    private readonly Guid _objectType = EntityContainer.GetContainerObjectType(containedObjectType);

    // What is in a folder that moves or goes changes its own path.
    private readonly EntityCache<TContained> _contained = new(appCaches, database);

    /// <inheritdoc />
    public EntityContainer? Get(int id) => Nodes().Where(x => x.Id == id).AsEnumerable().Select(ToEntity).FirstOrDefault();

    /// <inheritdoc />
    public EntityContainer? Get(Guid id) => Nodes().Where(x => x.UniqueId == id).AsEnumerable().Select(ToEntity).FirstOrDefault();

    /// <inheritdoc />
    public IEnumerable<EntityContainer> Get(string name, int level) =>
        [.. Nodes().Where(x => x.Level == level).AsEnumerable().Where(x => IsNamed(x.Text, name)).Select(ToEntity)];

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<EntityContainer> GetMany(params int[]? ids)
    {
        IQueryable<NodeRow> nodes = ids is null or [] ? Nodes() : Nodes().Where(x => ids.Contains(x.Id));
        return [.. nodes.OrderBy(x => x.Level).ThenBy(x => x.SortOrder).AsEnumerable().Select(ToEntity)];
    }

    /// <inheritdoc />
    public bool Exists(int id) => Nodes().Any(x => x.Id == id);

    /// <inheritdoc />
    public bool HasDuplicateName(Guid parentKey, string name)
    {
        int? parentId = parentKey == Guid.Empty
            ? Constants.System.Root
            : Database.Read.Set<NodeRow>().Where(x => x.UniqueId == parentKey).Select(x => (int?)x.Id).FirstOrDefault();
        return parentId is { } id && HasDuplicateName(id, name);
    }

    /// <inheritdoc />
    public bool HasDuplicateName(int parentId, string name) => NamesBelow(parentId, exceptId: 0).Any(x => IsNamed(x, name));

    /// <inheritdoc />
    public void Save(EntityContainer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        SiteDbContext context = Database.Write;
        EntityDates.Touch(entity);
        RequireFreeName(entity);
        if (entity.HasIdentity)
        {
            Update(context, entity);
        }
        else
        {
            NodeTree.Insert(context, entity, trashed: false, _objectType);
            context.SaveChanges();
        }

        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    /// <remarks>Core refuses to delete a folder that is not empty; what is in it nevertheless goes to the folder above.</remarks>
    public void Delete(EntityContainer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        SiteDbContext context = Database.Write;
        NodeMoves.MoveChildrenUp(context, entity);
        context.Set<NodeRow>().Where(x => x.Id == entity.Id && x.NodeObjectType == _objectType).ExecuteDelete();
        _contained.InvalidateAll();
        entity.DeleteDate = DateTime.UtcNow;
    }

    private AmbientDbContext Database { get; } = database;

    private static bool IsNamed(string? text, string name) => string.Equals(text, name, StringComparison.OrdinalIgnoreCase);

    private IQueryable<NodeRow> Nodes() => Database.Read.Set<NodeRow>().Where(x => x.NodeObjectType == _objectType);

    private List<string?> NamesBelow(int parentId, int exceptId) =>
        [.. Nodes().Where(x => x.ParentId == parentId && x.Id != exceptId).Select(x => x.Text)];

    private void RequireFreeName(EntityContainer entity)
    {
        if (string.IsNullOrWhiteSpace(entity.Name))
        {
            throw new InvalidOperationException("A folder needs a name.");
        }

        if (NamesBelow(entity.ParentId, entity.Id).Any(x => IsNamed(x, entity.Name)))
        {
            throw new InvalidOperationException($"There is already a folder \"{entity.Name}\" in the same place: choose another name.");
        }
    }

    private void Update(SiteDbContext context, EntityContainer entity)
    {
        int parentId = entity.ParentId;
        int? storedParentId = Nodes().Where(x => x.Id == entity.Id).Select(x => (int?)x.ParentId).FirstOrDefault();
        if (storedParentId is not null && storedParentId != parentId)
        {
            NodeMoves.Move(context, entity, parentId, _objectType);
            _contained.InvalidateAll();
            return;
        }

        NodeTree.Update(context, entity, trashed: false, _objectType);
        context.SaveChanges();
    }

    private EntityContainer ToEntity(NodeRow row)
    {
        var entity = new EntityContainer(
            row.Id,
            row.UniqueId,
            row.ParentId,
            row.Path,
            row.Level,
            row.SortOrder,
            containedObjectType,
            row.Text,
            row.NodeUser ?? UserRow.SuperUserId);
        entity.CreateDate = row.CreateDate;
        entity.UpdateDate = row.CreateDate;
        entity.ResetDirtyProperties(false);
        return entity;
    }
}
