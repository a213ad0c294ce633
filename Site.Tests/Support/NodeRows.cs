using Site.Core.Persistence;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;

namespace Site.Tests.Support;

/// <summary>Adds bare nodes, for tests of what only refers to nodes.</summary>
internal static class NodeRows
{
    /// <summary>Adds a node of the kind of documents below <paramref name="parent"/>, or at the root.</summary>
    public static NodeRow AddNode(this SiteFixture site, NodeRow? parent = null, string name = "Nœud", Guid? objectType = null)
    {
        using ICoreScope scope = site.CreateScope();
        SiteDbContext context = site.Get<AmbientDbContext>().Write;
        var node = new NodeRow
        {
            UniqueId = Guid.NewGuid(),
            ParentId = parent?.Id ?? Constants.System.Root,
            Level = (parent?.Level ?? 0) + 1,
            Text = name,
            NodeObjectType = objectType ?? Constants.ObjectTypes.Document,
            CreateDate = DateTime.UtcNow,
        };
        context.Add(node);
        context.SaveChanges();
        node.Path = $"{parent?.Path ?? Constants.System.RootString},{node.Id}";
        context.SaveChanges();
        context.ChangeTracker.Clear();
        scope.Complete();
        return node;
    }

    /// <summary>Deletes the node's row, as the deletion of its document ends.</summary>
    public static void DeleteNode(this SiteFixture site, NodeRow node)
    {
        using ICoreScope scope = site.CreateScope();
        SiteDbContext context = site.Get<AmbientDbContext>().Write;
        context.Remove(node);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        scope.Complete();
    }

    /// <summary>Runs <paramref name="write"/> in a completed scope.</summary>
    public static void InScope(this SiteFixture site, Action write) => site.InScope(() =>
    {
        write();
        return true;
    });
}
