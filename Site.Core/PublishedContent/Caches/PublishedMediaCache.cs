using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Gives the media items of the snapshot. They have no drafts.</summary>
internal sealed class PublishedMediaCache(SnapshotReader reader) : IPublishedMediaCache
{
    /// <inheritdoc />
    public IPublishedContent? GetById(bool preview, int contentId) => reader.Get(ContentKind.Media, contentId, preview: false);

    /// <inheritdoc />
    public IPublishedContent? GetById(bool preview, Guid contentId) => reader.Get(ContentKind.Media, contentId, preview: false);

    /// <inheritdoc />
    public IPublishedContent? GetById(int contentId) => reader.Get(ContentKind.Media, contentId, preview: false);

    /// <inheritdoc />
    public IPublishedContent? GetById(Guid contentId) => reader.Get(ContentKind.Media, contentId, preview: false);

    /// <inheritdoc />
    public Task<IPublishedContent?> GetByIdAsync(int id) => Task.FromResult(GetById(id));

    /// <inheritdoc />
    public Task<IPublishedContent?> GetByIdAsync(Guid key) => Task.FromResult(GetById(key));
}
