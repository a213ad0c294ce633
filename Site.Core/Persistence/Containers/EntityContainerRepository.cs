using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Containers;

/// <summary>The folders in which types are kept, one repository for each kind of type.</summary>
internal abstract class EntityContainerRepository(AmbientDbContext database, Guid containedObjectType) : IEntityContainerRepository
{
    private readonly Guid _objectType = EntityContainer.GetContainerObjectType(containedObjectType);

    private IQueryable<NodeRow> Rows => database.Read.Set<NodeRow>().Where(x => x.NodeObjectType == _objectType);

    /// <inheritdoc />
    public EntityContainer? Get(int id) => Rows.Where(x => x.Id == id).AsEnumerable().Select(ToEntity).FirstOrDefault();

    /// <inheritdoc />
    public EntityContainer? Get(Guid id) => Rows.Where(x => x.UniqueId == id).AsEnumerable().Select(ToEntity).FirstOrDefault();

    /// <inheritdoc />
    public IEnumerable<EntityContainer> Get(string name, int level) =>
        [.. Rows.Where(x => x.Text == name && x.Level == level).AsEnumerable().Select(ToEntity)];

    /// <inheritdoc />
    public IEnumerable<EntityContainer> GetMany(params int[]? ids)
    {
        IQueryable<NodeRow> rows = ids is null or [] ? Rows : Rows.Where(x => ids.Contains(x.Id));
        return [.. rows.OrderBy(x => x.Level).ThenBy(x => x.Text).AsEnumerable().Select(ToEntity)];
    }

    /// <inheritdoc />
    public bool Exists(int id) => Rows.Any(x => x.Id == id);

    /// <inheritdoc />
    public bool HasDuplicateName(Guid parentKey, string name)
    {
        int? parentId = parentKey == Guid.Empty
            ? Constants.System.Root
            : database.Read.Set<NodeRow>().Where(x => x.UniqueId == parentKey).Select(x => (int?)x.Id).FirstOrDefault();
        return parentId is { } id && HasDuplicateName(id, name);
    }

    /// <inheritdoc />
    public bool HasDuplicateName(int parentId, string name) =>
        Rows.Where(x => x.ParentId == parentId).Select(x => x.Text).AsEnumerable().Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public void Save(EntityContainer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        if (string.IsNullOrWhiteSpace(entity.Name))
        {
            throw new InvalidOperationException("A folder needs a name.");
        }

        SiteDbContext context = database.Write;
        if (entity.HasIdentity)
        {
            Update(context, entity);
        }
        else
        {
            entity.CreateDate = entity.CreateDate == default ? DateTime.UtcNow : entity.CreateDate;
            entity.UpdateDate = entity.CreateDate;
            NodeTree.Insert(context, entity, trashed: false, _objectType);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }

    /// <inheritdoc />
    /// <remarks>What is in the folder moves up to the folder's own parent, so that nothing is lost with it.</remarks>
    public void Delete(EntityContainer entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        SiteDbContext context = database.Write;
        NodeRow node = context.Set<NodeRow>().Single(x => x.Id == entity.Id);
        string below = node.Path + ",";
        string parentPath = node.Path[..node.Path.LastIndexOf(',')];
        foreach (NodeRow descendant in context.Set<NodeRow>().AsTracking().Where(x => x.Path.StartsWith(below)).ToList())
        {
            descendant.ParentId = descendant.ParentId == node.Id ? node.ParentId : descendant.ParentId;
            descendant.Path = parentPath + descendant.Path[node.Path.Length..];
            descendant.Level--;
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        context.Set<NodeRow>().Where(x => x.Id == entity.Id).ExecuteDelete();
    }

    private void Update(SiteDbContext context, EntityContainer entity)
    {
        entity.UpdateDate = DateTime.UtcNow;
        if (entity.IsPropertyDirty(nameof(EntityContainer.ParentId)))
        {
            NodeTree.Move(context, entity, _objectType);
        }

        NodeTree.Update(context, entity, trashed: false, _objectType);
    }

    private EntityContainer ToEntity(NodeRow row)
    {
        var container = new EntityContainer(
            row.Id,
            row.UniqueId,
            row.ParentId,
            row.Path,
            row.Level,
            row.SortOrder,
            containedObjectType,
            row.Text,
            row.NodeUser ?? UserRow.SuperUserId);
        container.CreateDate = container.UpdateDate = row.CreateDate;
        container.ResetDirtyProperties(false);
        return container;
    }
}

/// <summary>The folders of data types.</summary>
internal sealed class DataTypeContainerRepository(AmbientDbContext database)
    : EntityContainerRepository(database, Constants.ObjectTypes.DataType), IDataTypeContainerRepository;

/// <summary>The folders of document types.</summary>
internal sealed class DocumentTypeContainerRepository(AmbientDbContext database)
    : EntityContainerRepository(database, Constants.ObjectTypes.DocumentType), IDocumentTypeContainerRepository;

/// <summary>The folders of media types.</summary>
internal sealed class MediaTypeContainerRepository(AmbientDbContext database)
    : EntityContainerRepository(database, Constants.ObjectTypes.MediaType), IMediaTypeContainerRepository;

/// <summary>The folders of document blueprints.</summary>
internal sealed class DocumentBlueprintContainerRepository(AmbientDbContext database)
    : EntityContainerRepository(database, Constants.ObjectTypes.DocumentBlueprint), IDocumentBlueprintContainerRepository;
