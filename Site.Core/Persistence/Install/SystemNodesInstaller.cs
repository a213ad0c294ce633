using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Persistence.Install;

/// <summary>Puts the nodes that every Umbraco database has into a new one: the root of all trees and the two recycle bins.</summary>
/// <remarks>Everything else that refers to nodes, start nodes of groups included, comes after it.</remarks>
internal sealed class SystemNodesInstaller(ICoreScopeProvider scopes, AmbientDbContext database)
{
    /// <summary>Inserts the nodes that are missing.</summary>
    /// <returns>Whether there were none: the database is new.</returns>
    public bool Install()
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        SiteDbContext context = database.Write;
        List<int> known = [.. context.Set<NodeRow>().Where(x => x.Id < 0).Select(x => x.Id)];
        foreach (NodeRow node in Nodes().Where(x => !known.Contains(x.Id)))
        {
            // The root first: the others are below it.
            context.Add(node);
            context.SaveChanges();
        }

        context.ChangeTracker.Clear();
        scope.Complete();
        return known.Count == 0;
    }

    private static NodeRow[] Nodes() =>
    [
        Node(Constants.System.Root, new Guid("916724a5-173d-4619-b97e-b9de133dd6f5"), "-1", "SYSTEM DATA: umbraco master root", Constants.ObjectTypes.SystemRoot),
        Node(Constants.System.RecycleBinContent, Constants.System.RecycleBinContentKey, "-1,-20", "Recycle Bin", Constants.ObjectTypes.ContentRecycleBin),
        Node(Constants.System.RecycleBinMedia, Constants.System.RecycleBinMediaKey, "-1,-21", "Recycle Bin", Constants.ObjectTypes.MediaRecycleBin),
    ];

    private static NodeRow Node(int id, Guid key, string path, string name, Guid objectType) => new()
    {
        Id = id,
        UniqueId = key,
        ParentId = Constants.System.Root,
        Level = 0,
        Path = path,
        SortOrder = 0,
        Text = name,
        NodeObjectType = objectType,
        NodeUser = UserRow.SuperUserId,
        CreateDate = DateTime.UtcNow,
    };
}
