using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.PublishedContent.Routing;

/// <summary>
/// Puts what has moved into its place in Core's trees in memory. Core forgets the place of what is taken out of a branch that is in the
/// recycle bin, keeps it in the tree of the bin too, and leaves what comes back where it was among its siblings; a restart would show
/// other trees.
/// </summary>
internal static class NavigationKeeper
{
    /// <summary>Brings the trees in line with the contents.</summary>
    /// <param name="contents">What is committed.</param>
    /// <param name="ids">The nodes whose branches were refreshed.</param>
    /// <param name="tree">The trees.</param>
    /// <param name="management">Changes the trees.</param>
    public static async Task KeepAsync<TTree, TManagement>(ContentTable contents, int[] ids, TTree tree, TManagement management)
        where TTree : INavigationQueryService, IRecycleBinNavigationQueryService
        where TManagement : INavigationManagementService, IRecycleBinNavigationManagementService
    {
        if (ids.Length == 0)
        {
            return;
        }

        foreach (int id in ids)
        {
            if (contents.Find(id) is { Data: { Trashed: false } data } && !TryPlace(data.Key, contents.Find(data.ParentId)?.Data.Key, data.SortOrder, tree, management))
            {
                await management.RebuildAsync();
                break;
            }
        }

        if (HasStrayInBin(contents, tree))
        {
            await management.RebuildBinAsync();
        }
    }

    private static bool TryPlace(Guid key, Guid? parentKey, int sortOrder, INavigationQueryService tree, INavigationManagementService management) =>
        (IsBelow(key, parentKey, tree) || management.Move(key, parentKey)) && management.UpdateSortOrder(key, sortOrder);

    private static bool IsBelow(Guid key, Guid? parentKey, INavigationQueryService tree) =>
        tree.TryGetParentKey(key, out Guid? current) && current == parentKey;

    private static bool HasStrayInBin(ContentTable contents, IRecycleBinNavigationQueryService bin) => contents.Nodes
        .Where(x => x.Data.Trashed)
        .Any(x => bin.TryGetChildrenKeysInBin(x.Data.Key, out IEnumerable<Guid> children)
            && children.Any(child => contents.Find(child) is not { Data.Trashed: true }));
}
