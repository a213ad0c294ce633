using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models.Entities;

namespace Site.Core.Persistence.Nodes;

/// <summary>Moves nodes of the trees of types, data types and their folders together with what is below them.</summary>
internal static class NodeMoves
{
    /// <summary>Moves an entity to the end of the children of <paramref name="parentId"/>; the entity is told its new place.</summary>
    /// <exception cref="InvalidOperationException">The parent does not exist.</exception>
    public static void Move(SiteDbContext context, IUmbracoEntity entity, int parentId, Guid objectType)
    {
        string oldPath = entity.Path;
        int oldLevel = entity.Level;
        entity.ParentId = parentId;
        NodeTree.Move(context, entity, objectType);
        NodeTree.Update(context, entity, trashed: false, objectType);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        MoveDescendants(context, oldPath, entity.Path, entity.Level - oldLevel);
    }

    /// <summary>Moves the children of a node that is about to be deleted to its parent.</summary>
    public static void MoveChildrenUp(SiteDbContext context, IUmbracoEntity entity)
    {
        string parentPath = entity.Path[..entity.Path.LastIndexOf(',')];
        MoveDescendants(context, entity.Path, parentPath, -1);
        context.Set<NodeRow>().Where(x => x.ParentId == entity.Id).ExecuteUpdate(set => set.SetProperty(x => x.ParentId, entity.ParentId));
    }

    /// <summary>Gives everything below <paramref name="oldPath"/> its path below <paramref name="newPath"/>.</summary>
    public static void MoveDescendants(SiteDbContext context, string oldPath, string newPath, int levels)
    {
        int length = oldPath.Length;
#pragma warning disable CA1845 // The expression becomes SQL, which knows no spans.
        context.Set<NodeRow>()
            .Below(oldPath)
            .ExecuteUpdate(set => set
                .SetProperty(x => x.Path, x => newPath + x.Path.Substring(length))
                .SetProperty(x => x.Level, x => x.Level + levels));
#pragma warning restore CA1845
    }
}
