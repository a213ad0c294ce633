using System.Diagnostics.CodeAnalysis;
using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Lets Core's cache refreshers keep the documents of the snapshot, and gives them to Core's services.</summary>
/// <remarks>
/// There is no cache table in the database: whatever is refreshed or removed is read again from what is committed, so the order and
/// the kind of the reports do not matter.
/// </remarks>
internal sealed class DocumentCacheService(SnapshotStore store, SnapshotReader reader) : IDocumentCacheService
{
    /// <inheritdoc />
    public Task<IPublishedContent?> GetByKeyAsync(Guid key, bool? preview = null) => Task.FromResult(reader.Get(ContentKind.Document, key, preview));

    /// <inheritdoc />
    public Task<IPublishedContent?> GetByIdAsync(int id, bool? preview = null) => Task.FromResult(reader.Get(ContentKind.Document, id, preview));

    /// <inheritdoc />
    public Task<IReadOnlyList<IPublishedContent>> GetByKeysAsync(IReadOnlyCollection<Guid> keys, bool? preview = null) =>
        Task.FromResult<IReadOnlyList<IPublishedContent>>([.. keys.Select(x => reader.Get(ContentKind.Document, x, preview)).OfType<IPublishedContent>()]);

    /// <inheritdoc />
    public bool TryGetCached(Guid key, bool preview, [NotNullWhen(true)] out IPublishedContent? content)
    {
        content = reader.Get(ContentKind.Document, key, preview);
        return content is not null;
    }

    /// <inheritdoc />
    public Task<bool> HasContentByIdAsync(int id, bool preview = false) => Task.FromResult(reader.Get(ContentKind.Document, id, preview) is not null);

    /// <inheritdoc />
    public IEnumerable<IPublishedContent> GetByContentType(IPublishedContentType contentType) => reader.GetOfType(ContentKind.Document, contentType.Id);

    /// <inheritdoc />
    /// <remarks>Everything is in memory from the start.</remarks>
    public Task SeedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc />
    public Task RefreshContentAsync(IContent content) => Refresh(new ContentSelection(Keys: [content.Key]));

    /// <inheritdoc />
    public Task DeleteItemAsync(IContentBase content) => Refresh(new ContentSelection(Keys: [content.Key]));

    /// <inheritdoc />
    public Task RefreshMemoryCacheAsync(Guid key) => Refresh(new ContentSelection(Keys: [key]));

    /// <inheritdoc />
    public Task RemoveFromMemoryCacheAsync(Guid key) => Refresh(new ContentSelection(Keys: [key]));

    /// <inheritdoc />
    public Task ClearMemoryCacheAsync(CancellationToken cancellationToken) => Refresh(ContentSelection.All);

    /// <inheritdoc />
    public void Rebuild(IReadOnlyCollection<int> contentTypeIds) => store.Refresh(ContentKind.Document, new ContentSelection(ContentTypeIds: contentTypeIds));

    /// <inheritdoc />
    public Task RebuildMemoryCacheByContentTypeAsync(IEnumerable<int> contentTypeIds) => Refresh(new ContentSelection(ContentTypeIds: [.. contentTypeIds]));

    /// <inheritdoc />
    public void ClearConvertedContentCache() => store.Unmake();

    /// <inheritdoc />
    public void ClearConvertedContentCache(IReadOnlyCollection<int> contentTypeIds) => store.Unmake();

    private Task Refresh(ContentSelection selection)
    {
        store.Refresh(ContentKind.Document, selection);
        return Task.CompletedTask;
    }
}
