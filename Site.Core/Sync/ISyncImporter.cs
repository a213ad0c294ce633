using Site.Core.Sync.Files;

namespace Site.Core.Sync;

/// <summary>Brings the files of one kind into the site through Core's services.</summary>
/// <remarks>An importer lives for one run and may remember what it has looked up.</remarks>
internal interface ISyncImporter
{
    /// <summary>The kind of file.</summary>
    SyncKind Kind { get; }

    /// <summary>uSync's place of the kind in the order of an import; deletions run in the reverse order.</summary>
    int Priority { get; }

    /// <summary>
    /// How many files share a transaction. One of them that fails takes the others back with it; they are then done one by one, so
    /// that in the end it loses only itself.
    /// </summary>
    int BatchSize => 1;

    /// <summary>The order within the kind: whatever others depend on first. It is asked for batch by batch, so that what one has shown may lead to the next.</summary>
    IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files);

    /// <summary>Compares the item with the site and, when the run writes, takes it over.</summary>
    /// <exception cref="SyncItemException">Nothing of the file can be taken over.</exception>
    Task ImportAsync(SyncItem item, SyncRun run);

    /// <summary>Looks up at once what the files of a batch will ask for.</summary>
    void Prepare(IReadOnlyCollection<SyncFile> batch)
    {
    }

    /// <summary>Told when a transaction has ended: what was noted during one that was taken back must be forgotten.</summary>
    void Settle(bool committed)
    {
    }

    /// <summary>Deletes what a marker names; returns false when the site has no such item.</summary>
    Task<bool> DeleteAsync(SyncFile marker, SyncRun run);

    /// <summary>Deletes the children of the marker's item that are not in the folder; returns whether there were any.</summary>
    Task<bool> CleanAsync(SyncFile marker, SyncRun run) => Task.FromResult(false);
}
