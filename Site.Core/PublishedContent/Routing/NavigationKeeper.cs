using Site.Core.Hosting.PublishedContent;
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
        ContentData[] shown = [.. ids.Select(x => contents.Find(x)?.Data).OfType<ContentData>().Where(x => !x.Trashed)];
        if (shown.Any(x => !TryPlace(x.Key, contents.Find(x.ParentId)?.Data.Key, x.SortOrder, tree, management)))
        {
            await management.RebuildAsync();
        }

        if (shown.Length > 0 && HasStrayInBin(contents, tree))
        {
            await management.RebuildBinAsync();
        }
    }

    private static bool TryPlace(Guid key, Guid? parentKey, int sortOrder, INavigationQueryService tree, INavigationManagementService management) =>
        (IsBelow(key, parentKey, tree) || management.Move(key, parentKey)) && management.UpdateSortOrder(key, sortOrder);

    private static bool IsBelow(Guid key, Guid? parentKey, INavigationQueryService tree) =>
        tree.TryGetParentKey(key, out Guid? current) && current == parentKey;

    private static bool HasStrayInBin(ContentTable contents, IRecycleBinNavigationQueryService bin) => contents.Trashed
        .Any(x => bin.TryGetChildrenKeysInBin(x, out IEnumerable<Guid> children) && children.Any(child => contents.Find(child) is not { Data.Trashed: true }));
}
