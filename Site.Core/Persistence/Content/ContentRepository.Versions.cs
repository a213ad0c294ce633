using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Content;

/// <content>Versions.</content>
internal abstract partial class ContentRepository<TEntity>
{
    /// <inheritdoc />
    public IEnumerable<TEntity> GetAllVersions(int nodeId)
    {
        SiteDbContext context = Database.Read;
        return Build(context, NewestFirst(Versions(context).Where(x => x.Node.Id == nodeId)).ToList(), propertyAliases: null);
    }

    /// <inheritdoc />
    /// <remarks>Slim versions have no property values.</remarks>
    public IEnumerable<TEntity> GetAllVersionsSlim(int nodeId, int skip, int take)
    {
        SiteDbContext context = Database.Read;
        IQueryable<ContentProjection> versions = NewestFirst(Versions(context).Where(x => x.Node.Id == nodeId));
        return Build(context, versions.Skip(skip).Take(take).ToList(), propertyAliases: []);
    }

    /// <inheritdoc />
    public IEnumerable<int> GetVersionIds(int id, int topRows) =>
        NewestFirst(Versions(Database.Read).Where(x => x.Node.Id == id)).Take(topRows).Select(x => x.Version.Id).ToList();

    /// <inheritdoc />
    public TEntity? GetVersion(int versionId)
    {
        SiteDbContext context = Database.Read;
        return Build(context, Versions(context).Where(x => x.Version.Id == versionId).ToList(), propertyAliases: null).FirstOrDefault();
    }

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The version is the current or the published one.</exception>
    public void DeleteVersion(int versionId)
    {
        SiteDbContext context = Database.Write;
        if (!context.Set<ContentVersionRow>().Any(x => x.Id == versionId))
        {
            return;
        }

        if (Deletable(context).Where(x => x.Id == versionId).ExecuteDelete() == 0)
        {
            throw new InvalidOperationException($"The version {versionId} is the current or the published one and cannot be deleted.");
        }
    }

    /// <inheritdoc />
    public void DeleteVersions(int nodeId, DateTime versionDate) =>
        Deletable(Database.Write).Where(x => x.NodeId == nodeId && x.VersionDate < versionDate).ExecuteDelete();

    /// <summary>The versions that are neither current nor published.</summary>
    protected virtual IQueryable<ContentVersionRow> Deletable(SiteDbContext context) => context.Set<ContentVersionRow>().Where(x => !x.Current);

    private static IOrderedQueryable<ContentProjection> NewestFirst(IQueryable<ContentProjection> versions) =>
        versions.OrderByDescending(x => x.Version.Current).ThenByDescending(x => x.Version.VersionDate).ThenByDescending(x => x.Version.Id);
}
