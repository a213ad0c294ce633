using Site.Core.Hosting.PublishedContent;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Persistence.DocumentUrls;

/// <inheritdoc cref="ILatestPublishedDocuments" />
internal sealed class LatestPublishedDocuments(ICoreScopeProvider scopes, AmbientDbContext database) : ILatestPublishedDocuments
{
    /// <inheritdoc />
    public IReadOnlyList<Guid> Find(TimeSpan within)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        SiteDbContext context = database.Read;
        IQueryable<ContentVersionRow> versions = context.Set<DocumentVersionRow>()
            .Where(x => x.Published)
            .Join(context.Set<ContentVersionRow>(), x => x.Id, x => x.Id, (_, version) => version);
        if (versions.Max(x => (DateTime?)x.VersionDate) is not { } last)
        {
            return [];
        }

        DateTime first = last - within;
        return [.. versions
            .Where(x => x.VersionDate >= first)
            .Join(context.Set<NodeRow>().Where(x => !x.Trashed), x => x.NodeId, x => x.Id, (_, node) => node.UniqueId)];
    }
}
