using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Gives the documents of the snapshot.</summary>
internal sealed class PublishedContentCache(SnapshotReader reader) : IPublishedContentCache
{
    /// <inheritdoc />
    public IPublishedContent? GetById(bool preview, int contentId) => reader.Get(ContentKind.Document, contentId, preview);

    /// <inheritdoc />
    public IPublishedContent? GetById(bool preview, Guid contentId) => reader.Get(ContentKind.Document, contentId, preview);

    /// <inheritdoc />
    public IPublishedContent? GetById(int contentId) => reader.Get(ContentKind.Document, contentId);

    /// <inheritdoc />
    public IPublishedContent? GetById(Guid contentId) => reader.Get(ContentKind.Document, contentId);

    /// <inheritdoc />
    public Task<IPublishedContent?> GetByIdAsync(int id, bool? preview = null) => Task.FromResult(reader.Get(ContentKind.Document, id, preview));

    /// <inheritdoc />
    public Task<IPublishedContent?> GetByIdAsync(Guid key, bool? preview = null) => Task.FromResult(reader.Get(ContentKind.Document, key, preview));
}
