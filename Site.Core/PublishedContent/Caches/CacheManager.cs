using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Gathers the caches of published content.</summary>
internal sealed class CacheManager(
    IPublishedContentCache content,
    IPublishedMediaCache media,
    IPublishedMemberCache members,
    IDomainCache domains,
    SnapshotReader reader) : ICacheManager
{
    /// <inheritdoc />
    public IPublishedContentCache Content => content;

    /// <inheritdoc />
    public IPublishedMediaCache Media => media;

    /// <inheritdoc />
    public IPublishedMemberCache Members => members;

    /// <inheritdoc />
    public IDomainCache Domains => domains;

    /// <inheritdoc />
    /// <remarks>
    /// It belongs to the snapshot that is read: a reader of an older one cannot put its values in front of newer readers. Who notes what is read
    /// must read it, and gets nothing that was kept.
    /// </remarks>
    public IAppCache ElementsCache => SnapshotReads.Current is null ? reader.Snapshot.Elements : NoAppCache.Instance;
}
