using Site.Core.Sync.Files;

namespace Site.Core.Sync;

/// <summary>What is common to all items of one import or report.</summary>
/// <param name="Folder">The folder that is read.</param>
/// <param name="Options">The settings.</param>
/// <param name="Writes">Whether the site is changed; otherwise it is only compared.</param>
/// <param name="Now">The time of the run, UTC: schedules before it are past.</param>
/// <param name="Handlers">What the settings say of each kind.</param>
internal sealed record SyncRun(
    SyncFolder Folder, SyncOptions Options, bool Writes, DateTime Now, IReadOnlyDictionary<SyncKind, SyncHandler> Handlers)
{
    /// <summary>Whether an item of the kind fails when its parent cannot be found.</summary>
    public bool FailsOnMissingParent(SyncKind kind) => Handlers[kind].FailsOnMissingParent ?? Options.FailOnMissingParent;

    /// <summary>
    /// Whether an item that the site lacks would be there by now if this run wrote. In a run that writes it was attempted
    /// already, so its absence is a fact.
    /// </summary>
    public bool IsPending(SyncKind kind, SyncReference reference) => !Writes && Folder.Find(kind, reference) is not null;
}
