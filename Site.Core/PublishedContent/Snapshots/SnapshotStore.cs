using Site.Core.Hosting.PublishedContent;
using Site.Core.Hosting.Sync;
using Site.Core.PublishedContent.Context;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// Holds the current snapshot and makes the next one. Readers take a reference and never wait; writers come one after the other, each
/// reads what is committed and then replaces the snapshot in one step.
/// </summary>
/// <remarks>
/// A change is always read from the database after the writers before were done, so whatever the order in which refreshes arrive, the
/// last one leaves what was committed last.
/// </remarks>
internal sealed class SnapshotStore(IContentSnapshotSource source, AmbientUmbracoContextAccessor contexts, TimeProvider time) : ICacheRefreshBatcher
{
    private readonly Lock _writer = new();
    private readonly AsyncLocal<Batch?> _batch = new();
    private readonly List<IReadOnlyCollection<Guid>?> _replaced = [];
    private volatile ContentSnapshot _current = ContentSnapshot.Empty;
    private volatile bool _isBehind;

    /// <summary>
    /// Tells, once the next snapshot is there, which documents were read anew: their keys, also of those that are gone; <c>null</c> when it was all
    /// of them. Whoever changes contents waits for who listens.
    /// </summary>
    public event Action<IReadOnlyCollection<Guid>?>? DocumentsReplaced;

    /// <summary>The newest snapshot.</summary>
    public ContentSnapshot Current => _current;

    /// <summary>
    /// Whether something that was committed could not be read, because the database went away in between: the next change, or the job
    /// that looks, reads everything.
    /// </summary>
    public bool IsBehind => _isBehind;

    /// <summary>Reads everything anew.</summary>
    public void Load() => Replace(_ => ReadAll());

    /// <summary>Takes in what is committed of the selection now, or at the end of the batch: additions, changes and deletions.</summary>
    public void Refresh(ContentKind kind, ContentSelection selection)
    {
        if (_batch.Value is { } batch)
        {
            batch[kind].Add(selection);
            return;
        }

        Replace(current => Refreshed(current, kind, selection));
    }

    /// <summary>Forgets what was made of the data: types or data types have changed.</summary>
    public void Unmake()
    {
        lock (_writer)
        {
            DateTime now = Now;
            Publish(new ContentSnapshot(_current.Documents.Unmade(now), _current.Media.Unmade(now), new SnapshotEra(now), now));
        }
    }

    /// <summary>Forgets values that depend on other contents: what they were made from besides contents, e.g. domains, has changed.</summary>
    public void Touch()
    {
        lock (_writer)
        {
            DateTime now = Now;
            Publish(new ContentSnapshot(_current.Documents, _current.Media, new SnapshotEra(now), now));
        }
    }

    /// <inheritdoc />
    public IDisposable BeginBatch()
    {
        var batch = new Batch(this, _batch.Value);
        _batch.Value = batch;
        return batch;
    }

    /// <summary>Takes in what the current batch has collected so far.</summary>
    public void Flush()
    {
        if (_batch.Value is { } batch)
        {
            Flush(batch);
        }
    }

    private void Flush(Batch batch)
    {
        if (batch.IsEmpty)
        {
            return;
        }

        Replace(current =>
        {
            foreach (ContentKind kind in Enum.GetValues<ContentKind>())
            {
                foreach (ContentSelection selection in batch[kind].Take())
                {
                    current = Refreshed(current, kind, selection);
                }
            }

            return current;
        });
    }

    private void Replace(Func<ContentSnapshot, ContentSnapshot> change)
    {
        lock (_writer)
        {
            try
            {
                Publish(change(_isBehind ? ReadAll() : _current));
                _isBehind = false;
            }
            catch
            {
                _isBehind = true;
                _replaced.Clear();
                throw;
            }
        }
    }

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    private ContentSnapshot ReadAll()
    {
        IReadOnlyList<ContentData> documents = source.ReadDocuments(ContentSelection.All);
        IReadOnlyList<ContentData> media = source.ReadMedia(ContentSelection.All);
        DateTime now = Now;
        _replaced.Add(null);
        return new ContentSnapshot(ContentTable.From(documents, now), ContentTable.From(media, now), new SnapshotEra(now), now);
    }

    private ContentSnapshot Refreshed(ContentSnapshot current, ContentKind kind, ContentSelection selection)
    {
        (ContentTable table, IReadOnlyCollection<Guid>? replaced) = Refreshed(current[kind], kind, selection, Read(kind, selection));
        if (kind == ContentKind.Document)
        {
            _replaced.Add(replaced);
        }

        return current.With(kind, table, Now);
    }

    private (ContentTable Table, IReadOnlyCollection<Guid>? Replaced) Refreshed(
        ContentTable table,
        ContentKind kind,
        ContentSelection selection,
        IReadOnlyList<ContentData> read)
    {
        if (selection is { Keys: null, ContentTypeIds: null })
        {
            return (ContentTable.From(read, Now), null);
        }

        IEnumerable<Guid> replaced = selection.Keys
            ?? table.Nodes.Where(x => selection.ContentTypeIds!.Contains(x.Data.ContentTypeId)).Select(x => x.Data.Key);
        HashSet<Guid> asked = [.. replaced, .. read.Select(x => x.Key)];
        Guid[] below = [.. BelowMoved(table, asked, read)];
        ContentTable next = table.With(read, asked, Now);
        return below.Length == 0
            ? (next, asked)
            : (next.With(Read(kind, new ContentSelection(Keys: below)), below, Now), [.. asked, .. below]);
    }

    /// <summary>
    /// What is below a node that was moved or deleted changes with it, whether or not the refresher names it: children are never left
    /// under a parent that is gone.
    /// </summary>
    private static IEnumerable<Guid> BelowMoved(ContentTable table, HashSet<Guid> asked, IReadOnlyList<ContentData> read)
    {
        var now = read.ToDictionary(x => x.Key);
        HashSet<int> moved = [];
        foreach (Guid key in asked)
        {
            if (table.Find(key) is { Data: { } before }
                && (!now.TryGetValue(key, out ContentData? after) || after.Path != before.Path || after.Trashed != before.Trashed))
            {
                moved.Add(before.Id);
            }
        }

        return moved.Count == 0 ? [] : table.KeysBelow(moved).Where(x => !asked.Contains(x));
    }

    private IReadOnlyList<ContentData> Read(ContentKind kind, ContentSelection selection) =>
        kind == ContentKind.Document ? source.ReadDocuments(selection) : source.ReadMedia(selection);

    private void Publish(ContentSnapshot next)
    {
        _current = next;

        // Who changed something sees the change at once, even in the request that keeps to an older snapshot.
        contexts.Current?.Adopt(next);
        foreach (IReadOnlyCollection<Guid>? replaced in _replaced)
        {
            DocumentsReplaced?.Invoke(replaced);
        }

        _replaced.Clear();
    }

    private sealed class Batch(SnapshotStore store, Batch? outer) : IDisposable
    {
        private readonly PendingRefresh _documents = new();
        private readonly PendingRefresh _media = new();

        public bool IsEmpty => _documents.IsEmpty && _media.IsEmpty;

        public PendingRefresh this[ContentKind kind] => kind == ContentKind.Document ? _documents : _media;

        public void Dispose()
        {
            store._batch.Value = outer;
            store.Flush(this);
        }
    }
}
