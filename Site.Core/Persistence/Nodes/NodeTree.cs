using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Entities;

namespace Site.Core.Persistence.Nodes;

/// <summary>Puts nodes into their trees: ids, paths, levels and sort orders.</summary>
internal static class NodeTree
{
    /// <summary>Inserts the node of a new entity as the last child of its parent and tells the entity its id, path, level and sort order.</summary>
    /// <exception cref="InvalidOperationException">The parent does not exist.</exception>
    public static NodeRow Insert(SiteDbContext context, IUmbracoEntity entity, bool trashed, Guid objectType)
    {
        Place(context, entity, objectType, FindPlace(context, entity.ParentId));
        string parentPath = entity.Path;
        NodeRow node = Reserved(context, entity.Key) ?? context.Add(new NodeRow { UniqueId = entity.Key, NodeObjectType = objectType }).Entity;
        Fill(node, entity, trashed, objectType);
        context.SaveChanges();
        entity.Id = node.Id;
        entity.Path = node.Path = $"{parentPath},{node.Id}";
        return node;
    }

    /// <summary>Moves an entity whose parent has changed to the end of its new siblings.</summary>
    /// <exception cref="InvalidOperationException">The parent does not exist.</exception>
    public static void Move(SiteDbContext context, IUmbracoEntity entity, Guid objectType)
    {
        Place(context, entity, objectType, FindPlace(context, entity.ParentId));
        entity.Path = $"{entity.Path},{entity.Id}";
    }

    /// <summary>Marks the node of a changed entity for the next <c>SaveChanges</c>.</summary>
    public static void Update(SiteDbContext context, IUmbracoEntity entity, bool trashed, Guid objectType)
    {
        var node = new NodeRow { Id = entity.Id, UniqueId = entity.Key };
        if (entity is ICanBeDirty changed && changed.IsPropertyDirty(nameof(IUmbracoEntity.Key)))
        {
            // The model refers to nodes by key as well as by id, and the context does not write what it takes for an identity.
            context.Set<NodeRow>().Where(x => x.Id == node.Id).ExecuteUpdate(x => x.SetProperty(y => y.UniqueId, node.UniqueId));
        }

        Fill(node, entity, trashed, objectType);
        node.Path = entity.Path;
        context.Update(node);
    }

    /// <summary>The path and level of a node.</summary>
    /// <exception cref="InvalidOperationException">There is no such node.</exception>
    public static NodePlace FindPlace(SiteDbContext context, int id) => TryFindPlace(context, id)
        ?? throw new InvalidOperationException($"There is no node {id} to be a parent: it was deleted meanwhile, or the id is wrong.");

    /// <summary>The path and level of a node, if there is one; the root and the recycle bins have theirs without a row.</summary>
    public static NodePlace? TryFindPlace(SiteDbContext context, int id) => id switch
    {
        Constants.System.Root => new NodePlace(Constants.System.RootString, 0),
        Constants.System.RecycleBinContent or Constants.System.RecycleBinMedia => new NodePlace($"{Constants.System.RootString},{id}", 0),
        _ => context.Set<NodeRow>().Where(x => x.Id == id).Select(x => new NodePlace(x.Path, x.Level)).FirstOrDefault(),
    };

    private static void Place(SiteDbContext context, IUmbracoEntity entity, Guid objectType, NodePlace parent)
    {
        int parentId = entity.ParentId;
        entity.Path = parent.Path;
        entity.Level = parent.Level + 1;
        entity.SortOrder = 1 + (context.Set<NodeRow>()
            .Where(x => x.ParentId == parentId && x.NodeObjectType == objectType)
            .Max(x => (int?)x.SortOrder) ?? -1);
    }

    private static NodeRow? Reserved(SiteDbContext context, Guid key) =>
        context.Set<NodeRow>().AsTracking().FirstOrDefault(x => x.UniqueId == key && x.NodeObjectType == Constants.ObjectTypes.IdReservation);

    private static void Fill(NodeRow node, IUmbracoEntity entity, bool trashed, Guid objectType)
    {
        node.ParentId = entity.ParentId;
        node.Level = entity.Level;
        node.Path = entity.Path;
        node.SortOrder = entity.SortOrder;
        node.Trashed = trashed;
        node.NodeUser = entity.CreatorId;
        node.Text = entity.Name;
        node.NodeObjectType = objectType;
        node.CreateDate = entity.CreateDate;
    }
}

/// <summary>Where a node is in its tree.</summary>
/// <param name="Path">The ids from the root to the node itself.</param>
/// <param name="Level">The number of ancestors, the root included; 0 for the root and the recycle bins.</param>
internal sealed record NodePlace(string Path, int Level);
