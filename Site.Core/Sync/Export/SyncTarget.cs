namespace Site.Core.Sync.Export;

/// <summary>The folder that an export writes, and what is known of it.</summary>
/// <param name="Root">The folder, absolute.</param>
/// <param name="Earlier">The folders that it lies over.</param>
/// <param name="LocksEarlier">Whether items of those are left alone.</param>
/// <param name="Extension">The files' extension, without the dot.</param>
/// <param name="Handlers">What the settings say of each kind.</param>
/// <param name="Includes">Whether a kind is written.</param>
internal sealed record SyncTarget(
    string Root,
    IReadOnlyList<string> Earlier,
    bool LocksEarlier,
    string Extension,
    IReadOnlyDictionary<SyncKind, SyncHandler> Handlers,
    Func<SyncKind, bool> Includes);
