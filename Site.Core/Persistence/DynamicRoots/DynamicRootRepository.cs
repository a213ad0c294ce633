using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;
using Umbraco.Extensions;

namespace Site.Core.Persistence.DynamicRoots;

/// <summary>Finds the documents from which a picker starts, above or below those where it is. A step without document types takes any.</summary>
/// <remarks>Nothing goes on after the return: see <see cref="Webhooks.WebhookRepository"/>.</remarks>
internal sealed class DynamicRootRepository(AmbientDbContext database) : IDynamicRootRepository
{
    /// <inheritdoc />
    public Task<Guid?> NearestAncestorOrSelfAsync(IEnumerable<Guid> origins, DynamicRootQueryStep queryStep) =>
        Task.FromResult(AncestorOrSelf(origins, queryStep, found => found.OrderByDescending(x => x.Level)));

    /// <inheritdoc />
    public Task<Guid?> FurthestAncestorOrSelfAsync(IEnumerable<Guid> origins, DynamicRootQueryStep queryStep) =>
        Task.FromResult(AncestorOrSelf(origins, queryStep, found => found.OrderBy(x => x.Level)));

    /// <inheritdoc />
    /// <remarks>All those of the highest level on which there is one.</remarks>
    public Task<ICollection<Guid>> NearestDescendantOrSelfAsync(ICollection<Guid> origins, DynamicRootQueryStep queryStep) =>
        Task.FromResult<ICollection<Guid>>(DescendantsOrSelf(origins, queryStep, levels => levels.Min()));

    /// <inheritdoc />
    /// <remarks>All those of the lowest level on which there is one.</remarks>
    public Task<ICollection<Guid>> FurthestDescendantOrSelfAsync(ICollection<Guid> origins, DynamicRootQueryStep queryStep) =>
        Task.FromResult<ICollection<Guid>>(DescendantsOrSelf(origins, queryStep, levels => levels.Max()));

    private static IQueryable<NodeRow> Matching(SiteDbContext context, DynamicRootQueryStep step)
    {
        IQueryable<NodeRow> documents = context.Set<NodeRow>().Where(x => x.NodeObjectType == Constants.ObjectTypes.Document && !x.Trashed);
        Guid[] types = [.. step.AnyOfDocTypeKeys];
        return types is []
            ? documents
            : from document in documents
              join content in context.Set<ContentRow>() on document.Id equals content.NodeId
              join type in context.Set<NodeRow>() on content.ContentTypeId equals type.Id
              where types.Contains(type.UniqueId)
              select document;
    }

    private Guid? AncestorOrSelf(
        IEnumerable<Guid> origins,
        DynamicRootQueryStep step,
        Func<IQueryable<NodeRow>, IOrderedQueryable<NodeRow>> order)
    {
        SiteDbContext context = database.Read;
        Guid[] keys = [.. origins];
        List<string> paths = context.Set<NodeRow>().Where(x => keys.Contains(x.UniqueId)).Select(x => x.Path).ToList();
        int[] ids = [.. paths.SelectMany(x => x.GetIdsFromPathReversed()).Distinct()];
        return order(Matching(context, step).Where(x => ids.Contains(x.Id)))
            .ThenBy(x => x.SortOrder)
            .Select(x => (Guid?)x.UniqueId)
            .FirstOrDefault();
    }

    private List<Guid> DescendantsOrSelf(
        ICollection<Guid> origins,
        DynamicRootQueryStep step,
        Func<IQueryable<int?>, int?> chooseLevel)
    {
        SiteDbContext context = database.Read;
        IQueryable<NodeRow> found = Matching(context, step).Where(x => context.Set<NodeRow>()
            .Any(origin => origins.Contains(origin.UniqueId) && (x.Id == origin.Id || x.Path.StartsWith(origin.Path + ","))));
        int? level = chooseLevel(found.Select(x => (int?)x.Level));
        return found.Where(x => x.Level == level).OrderBy(x => x.SortOrder).ThenBy(x => x.Id).Select(x => x.UniqueId).ToList();
    }
}
