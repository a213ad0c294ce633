using Site.Core.Delivery.Cultures;
using Site.Core.Delivery.Querying;
using Site.Core.Hosting.DeliveryChanges;
using Site.Core.Hosting.Scoping;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Web;

namespace Site.Core.Delivery.Changes;

/// <summary>
/// Compares what the API shows with what was logged, and logs the difference. It does not matter why they differ: after a restart, a
/// restore or an import the same comparison finds what nobody has told of, and what was logged is never logged twice.
/// </summary>
/// <remarks>One thread at a time.</remarks>
internal sealed class ChangeRecorder(ChangeSignals signals, DeliveredItems items, IDeliveryChangeLog log, ChangeRecorderServices services)
{
    // So that nobody who publishes waits long for the database.
    private const int ChunkSize = 500;

    private const int MaxAttempts = 50;

    private static readonly TimeSpan _moment = TimeSpan.FromMilliseconds(10);

    private readonly TaskCompletionSource _recorded = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when everything has been compared once, which takes more memory than all that comes after.</summary>
    public Task Recorded => _recorded.Task;

    /// <summary>Logs what has changed since the last time; the first time, since anything was logged.</summary>
    /// <exception cref="Exception">The database cannot be reached: the next time finds it all.</exception>
    public async Task RecordAsync()
    {
        IReadOnlyCollection<Guid>? keys = signals.Take();
        try
        {
            using UmbracoContextReference context = services.Contexts.EnsureUmbracoContext();
            (ContentTable documents, List<DeliveryChange> changes) = await CompareAsync(keys);
            Append(documents, changes);
            _recorded.TrySetResult();
        }
        catch
        {
            signals.MarkEverything();
            throw;
        }
    }

    /// <summary>Compares while nothing is being refreshed; at a site that never rests, once it was tried often enough.</summary>
    private async Task<(ContentTable Documents, List<DeliveryChange> Changes)> CompareAsync(IReadOnlyCollection<Guid>? keys)
    {
        for (int attempt = 1; ; attempt++)
        {
            long? quiet = services.Announcements.BeginQuiet();
            if (attempt < MaxAttempts && quiet is null)
            {
                await Task.Delay(_moment, services.Time);
                continue;
            }

            ContentTable documents = services.Snapshots.Newest().Documents;
            List<DeliveryChange> changes = keys is null ? CompareAll(documents) : CompareSome(documents, keys);
            if (attempt >= MaxAttempts || (quiet is { } since && services.Announcements.IsQuietSince(since)))
            {
                return (documents, changes);
            }
        }
    }

    private List<DeliveryChange> CompareAll(ContentTable documents)
    {
        ILookup<Guid, DeliveredItem> known = ReadLog(null);
        IEnumerable<Guid> gone = known.Select(x => x.Key).Where(x => documents.Find(x) is null);
        return [.. documents.Nodes.Select(x => x.Data.Key).Concat(gone).SelectMany(x => Compare(documents, x, known[x]))];
    }

    private List<DeliveryChange> CompareSome(ContentTable documents, IReadOnlyCollection<Guid> keys)
    {
        List<DeliveryChange> changes = CompareThese(documents, keys);

        // What is below is to be read no longer than what is above, and under its address. What went with it in the tree is among the keys.
        IEnumerable<Guid> tops = changes.Where(x => x.Kind != DeliveryChangeKind.Updated).Select(x => x.Item.Key).Distinct();
        changes.AddRange(CompareThese(documents, [.. tops.SelectMany(KeysBelow).Except(keys)]));
        return changes;
    }

    private IEnumerable<Guid> KeysBelow(Guid key) => services.Navigation.TryGetDescendantsKeys(key, out IEnumerable<Guid> below) ? below : [];

    private List<DeliveryChange> CompareThese(ContentTable documents, IReadOnlyCollection<Guid> keys)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        ILookup<Guid, DeliveredItem> known = ReadLog(keys);
        return [.. keys.SelectMany(x => Compare(documents, x, known[x]))];
    }

    private IEnumerable<DeliveryChange> Compare(ContentTable documents, Guid key, IEnumerable<DeliveredItem> known)
    {
        ContentNode? node = documents.Find(key);
        IReadOnlyList<DeliveredItem> now = node is null ? [] : items.Read(documents, node, services.Cultures.All);
        return ChangeComparison.Compare(known, now, node is { Data.Trashed: false });
    }

    private ILookup<Guid, DeliveredItem> ReadLog(IReadOnlyCollection<Guid>? keys)
    {
        using ICoreScope scope = services.Scopes.CreateCoreScope(autoComplete: true);
        return log.ReadCurrent(keys).ToLookup(x => x.Key);
    }

    private void Append(ContentTable documents, List<DeliveryChange> changes)
    {
        // What is above comes first: of what is gone only the address tells.
        IEnumerable<DeliveryChange> ordered = changes
            .OrderBy(x => documents.Find(x.Item.Key)?.Data.Level ?? int.MaxValue)
            .ThenBy(x => x.Item.Path.Length);
        foreach (DeliveryChange[] chunk in ordered.Chunk(ChunkSize))
        {
            using ICoreScope scope = services.Scopes.CreateCoreScope();
            log.Append(chunk, services.Time.GetUtcNow().UtcDateTime);
            scope.Complete();
        }
    }
}

/// <summary>What the recorder reads besides the log.</summary>
internal sealed record ChangeRecorderServices(
    IndexSnapshots Snapshots,
    CommitAnnouncements Announcements,
    IDocumentNavigationQueryService Navigation,
    IUmbracoContextFactory Contexts,
    ICoreScopeProvider Scopes,
    SiteCultures Cultures,
    TimeProvider Time);
