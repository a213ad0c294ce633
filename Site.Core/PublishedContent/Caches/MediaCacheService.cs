using System.Diagnostics.CodeAnalysis;
using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Lets Core's cache refreshers keep the media items of the snapshot, and gives them to Core's services.</summary>
/// <remarks>
/// There is no cache table in the database: whatever is refreshed or removed is read again from what is committed, so the order and
/// the kind of the reports do not matter.
/// </remarks>
internal sealed class MediaCacheService(SnapshotStore store, SnapshotReader reader) : IMediaCacheService
{
    /// <inheritdoc />
    public Task<IPublishedContent?> GetByKeyAsync(Guid key) => Task.FromResult(reader.Get(ContentKind.Media, key, preview: false));

    /// <inheritdoc />
    public Task<IPublishedContent?> GetByIdAsync(int id) => Task.FromResult(reader.Get(ContentKind.Media, id, preview: false));

    /// <inheritdoc />
    public Task<IReadOnlyList<IPublishedContent>> GetByKeysAsync(IReadOnlyCollection<Guid> keys) =>
        Task.FromResult<IReadOnlyList<IPublishedContent>>([.. keys.Select(x => reader.Get(ContentKind.Media, x, preview: false)).OfType<IPublishedContent>()]);

    /// <inheritdoc />
    public bool TryGetCached(Guid key, [NotNullWhen(true)] out IPublishedContent? content)
    {
        content = reader.Get(ContentKind.Media, key, preview: false);
        return content is not null;
    }

    /// <inheritdoc />
    public Task<bool> HasContentByIdAsync(int id) => Task.FromResult(reader.Get(ContentKind.Media, id, preview: false) is not null);

    /// <inheritdoc />
    public IEnumerable<IPublishedContent> GetByContentType(IPublishedContentType contentType) => reader.GetOfType(ContentKind.Media, contentType.Id);

    /// <inheritdoc />
    /// <remarks>Everything is in memory from the start.</remarks>
    public Task SeedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task RefreshMediaAsync(IMedia media) => Refresh(new ContentSelection(Keys: [media.Key]));

    /// <inheritdoc />
    public Task DeleteItemAsync(IContentBase media) => Refresh(new ContentSelection(Keys: [media.Key]));

    /// <inheritdoc />
    public Task RefreshMemoryCacheAsync(Guid key) => Refresh(new ContentSelection(Keys: [key]));

    /// <inheritdoc />
    public Task RemoveFromMemoryCacheAsync(Guid key) => Refresh(new ContentSelection(Keys: [key]));

    /// <inheritdoc />
    public Task ClearMemoryCacheAsync(CancellationToken cancellationToken) => Refresh(ContentSelection.All);

    /// <inheritdoc />
    public void Rebuild(IReadOnlyCollection<int> contentTypeIds) => store.Refresh(ContentKind.Media, new ContentSelection(ContentTypeIds: contentTypeIds));

    /// <inheritdoc />
    public Task RebuildMemoryCacheByContentTypeAsync(IEnumerable<int> mediaTypeIds) => Refresh(new ContentSelection(ContentTypeIds: [.. mediaTypeIds]));

    /// <inheritdoc />
    public void ClearConvertedContentCache() => store.Unmake();

    /// <inheritdoc />
    public void ClearConvertedContentCache(IReadOnlyCollection<int> mediaTypeIds) => store.Unmake();

    private Task Refresh(ContentSelection selection)
    {
        store.Refresh(ContentKind.Media, selection);
        return Task.CompletedTask;
    }
}
