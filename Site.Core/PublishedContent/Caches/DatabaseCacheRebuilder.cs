using Site.Core.Hosting.PublishedContent;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PublishedContent.Caches;

/// <summary>Reads the snapshot anew when an administrator asks for it. There is no cache in the database that could be stale.</summary>
internal sealed class DatabaseCacheRebuilder(SnapshotStore store) : IDatabaseCacheRebuilder, IDeferredCacheRebuildService
{
    private int _running;

    /// <inheritdoc />
    public bool IsRebuilding() => Volatile.Read(ref _running) > 0;

    /// <inheritdoc />
    public Task<bool> IsRebuildingAsync() => Task.FromResult(IsRebuilding());

    /// <inheritdoc />
    [Obsolete("Core asks for RebuildAsync instead.")]
    public void Rebuild(bool useBackgroundThread) => TryRebuild();

    /// <inheritdoc />
    /// <remarks>It takes a second or two and readers do not wait for it, so it is never put off.</remarks>
    public Task<Attempt<DatabaseCacheRebuildResult>> RebuildAsync(bool useBackgroundThread) => Task.FromResult(TryRebuild());

    /// <inheritdoc />
    [Obsolete("Core asks for RebuildDatabaseCacheIfSerializerChangedAsync instead.")]
    public void RebuildDatabaseCacheIfSerializerChanged()
    {
        // Nothing is serialized.
    }

    /// <inheritdoc />
    public Task RebuildDatabaseCacheIfSerializerChangedAsync() => Task.CompletedTask;

    /// <inheritdoc />
    public void QueueContentTypeRebuild(IReadOnlyCollection<int> contentTypeIds) =>
        store.Refresh(ContentKind.Document, new ContentSelection(ContentTypeIds: contentTypeIds));

    /// <inheritdoc />
    public void QueueMediaTypeRebuild(IReadOnlyCollection<int> mediaTypeIds) =>
        store.Refresh(ContentKind.Media, new ContentSelection(ContentTypeIds: mediaTypeIds));

    private Attempt<DatabaseCacheRebuildResult> TryRebuild()
    {
        if (Interlocked.CompareExchange(ref _running, 1, 0) != 0)
        {
            return Attempt.Fail(DatabaseCacheRebuildResult.AlreadyRunning);
        }

        try
        {
            store.Load();
            return Attempt.Succeed(DatabaseCacheRebuildResult.Success);
        }
        finally
        {
            Volatile.Write(ref _running, 0);
        }
    }
}
