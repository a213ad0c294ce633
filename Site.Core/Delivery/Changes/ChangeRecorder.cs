using Site.Core.Delivery.Querying;
using Site.Core.Hosting.DeliveryChanges;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
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

    private ContentTable? _last;

    /// <summary>Logs what has changed since the last time; the first time, since anything was logged.</summary>
    /// <exception cref="Exception">The database cannot be reached: the next time finds it all.</exception>
    public async Task RecordAsync()
    {
        IReadOnlyCollection<Guid>? keys = signals.Take();
        try
        {
            using UmbracoContextReference context = services.Contexts.EnsureUmbracoContext();
            (Round round, List<DeliveryChange> changes) = await CompareAsync(keys);
            Append(round, changes);
            _last = round.Now;
        }
        catch
        {
            signals.MarkEverything();
            throw;
        }
    }

    /// <summary>Compares while nothing is being refreshed; at a site that never rests, once it was tried often enough.</summary>
    private async Task<(Round Round, List<DeliveryChange> Changes)> CompareAsync(IReadOnlyCollection<Guid>? keys)
    {
        string[] cultures = await GetCulturesAsync();
        for (int attempt = 1; ; attempt++)
        {
            int begun = services.Refreshes.Begun;
            if (attempt < MaxAttempts && services.Refreshes.IsBusy)
            {
                await Task.Delay(_moment, services.Time);
                continue;
            }

            var round = new Round(services.Snapshots.Newest().Documents, _last, cultures);
            List<DeliveryChange> changes = keys is null || _last is null ? CompareAll(round) : CompareSome(round, keys);
            if (attempt >= MaxAttempts || begun == services.Refreshes.Begun)
            {
                return (round, changes);
            }
        }
    }

    private List<DeliveryChange> CompareAll(Round round)
    {
        ILookup<Guid, DeliveredItem> known = ReadLog(null);
        IEnumerable<Guid> gone = known.Select(x => x.Key).Where(x => round.Now.Find(x) is null);
        return [.. round.Now.Nodes.Select(x => x.Data.Key).Concat(gone).SelectMany(x => Compare(round, x, known[x]))];
    }

    private List<DeliveryChange> CompareSome(Round round, IReadOnlyCollection<Guid> keys)
    {
        HashSet<Guid> changed = [.. keys.Concat(round.Replaced()).Where(round.IsOrWasPublished)];
        List<DeliveryChange> changes = Compare(round, changed);

        // What is below goes where it goes, and is to be read no longer than it.
        Guid[] tops = [.. changes.Where(x => x.Kind != DeliveryChangeKind.Updated).Select(x => x.Item.Key).Distinct()];
        changes.AddRange(Compare(round, round.Below(tops).Except(changed).ToHashSet()));
        return changes;
    }

    private List<DeliveryChange> Compare(Round round, HashSet<Guid> keys)
    {
        if (keys.Count == 0)
        {
            return [];
        }

        ILookup<Guid, DeliveredItem> known = ReadLog(keys);
        return [.. keys.SelectMany(x => Compare(round, x, known[x]))];
    }

    private IEnumerable<DeliveryChange> Compare(Round round, Guid key, IEnumerable<DeliveredItem> known)
    {
        ContentNode? node = round.Now.Find(key);
        IReadOnlyList<DeliveredItem> now = node is null ? [] : items.Read(round.Now, node, round.Cultures);
        return ChangeComparison.Compare(known, now, node is { Data.Trashed: false });
    }

    private ILookup<Guid, DeliveredItem> ReadLog(IReadOnlyCollection<Guid>? keys)
    {
        using ICoreScope scope = services.Scopes.CreateCoreScope(autoComplete: true);
        return log.ReadCurrent(keys).ToLookup(x => x.Key);
    }

    private void Append(Round round, List<DeliveryChange> changes)
    {
        foreach (DeliveryChange[] chunk in changes.OrderBy(x => round.LevelOf(x.Item.Key)).Chunk(ChunkSize))
        {
            using ICoreScope scope = services.Scopes.CreateCoreScope();
            log.Append(chunk, services.Time.GetUtcNow().UtcDateTime);
            scope.Complete();
        }
    }

    private async Task<string[]> GetCulturesAsync()
    {
        IEnumerable<ILanguage> languages = await services.Languages.GetAllAsync();
        return [.. languages.OrderByDescending(x => x.IsDefault).ThenBy(x => x.Id).Select(x => x.IsoCode)];
    }

    private sealed record Round(ContentTable Now, ContentTable? Before, IReadOnlyList<string> Cultures)
    {
        /// <summary>What is in one of the tables and not in the other, or made of other data.</summary>
        public IEnumerable<Guid> Replaced() => Before is null || ReferenceEquals(Before, Now)
            ? []
            : Now.Nodes.Where(x => !ReferenceEquals(Before.Find(x.Data.Key)?.Data, x.Data))
                .Concat(Before.Nodes.Where(x => Now.Find(x.Data.Key) is null))
                .Select(x => x.Data.Key);

        public bool IsOrWasPublished(Guid key) => Now.Find(key)?.Data.Published is not null || Before?.Find(key)?.Data.Published is not null;

        public IEnumerable<Guid> Below(Guid[] tops) => tops is [] ? [] : Below(Now, tops).Union(Before is null ? [] : Below(Before, tops));

        public int LevelOf(Guid key) => (Now.Find(key) ?? Before?.Find(key))?.Data.Level ?? int.MaxValue;

        private static IEnumerable<Guid> Below(ContentTable table, Guid[] tops) =>
            table.KeysBelow(tops.Select(x => table.Find(x)?.Data.Id).OfType<int>().ToHashSet());
    }
}

/// <summary>What the recorder reads besides the log.</summary>
internal sealed record ChangeRecorderServices(
    IndexSnapshots Snapshots,
    RefreshWatch Refreshes,
    IUmbracoContextFactory Contexts,
    ICoreScopeProvider Scopes,
    ILanguageService Languages,
    TimeProvider Time);
