namespace Site.Core.Sync;

/// <summary>One set of <c>uSync:Sets</c>: which handlers work, and how.</summary>
public sealed class SyncSetOptions
{
    /// <summary>The path of the sets in the configuration; the site uses the set that <see cref="SyncOptions.DefaultSet"/> names.</summary>
    public const string Section = "uSync:Sets";

    /// <summary>Whether the set's handlers work at all.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The groups whose handlers work; empty means every group.</summary>
    public IList<string> HandlerGroups { get; } = [];

    /// <summary>The names of handlers that do nothing, such as <c>MediaHandler</c>.</summary>
    public IList<string> DisabledHandlers { get; } = [];

    /// <summary>What holds for every handler that does not say otherwise.</summary>
    public SyncHandlerOptions HandlerDefaults { get; } = new();

    /// <summary>The handlers by name.</summary>
    public IDictionary<string, SyncHandlerOptions> Handlers { get; } = new Dictionary<string, SyncHandlerOptions>(StringComparer.OrdinalIgnoreCase);
}

/// <summary>The settings of one handler. What is missing is taken from the set's defaults.</summary>
public sealed class SyncHandlerOptions
{
    /// <summary>Whether the handler works.</summary>
    public bool? Enabled { get; set; }

    /// <summary>What it does: <c>All</c>, or some of <c>Import</c>, <c>Report</c>, <c>Export</c>, <c>Save</c>.</summary>
    public IList<string> Actions { get; } = [];

    /// <summary>Whether files are named by key.</summary>
    public bool? GuidNames { get; set; }

    /// <summary>
    /// Whether all files lie beside each other; otherwise documents and media lie in sub-folders named after the items above
    /// them, types and data types in those of their folders.
    /// </summary>
    public bool? UseFlatStructure { get; set; }

    /// <summary>
    /// Whether an export puts a marker beside each document and media item that has children: where it is imported, children
    /// that are not in the folder are deleted.
    /// </summary>
    public bool? CreateClean { get; set; }

    /// <summary>As <see cref="SyncOptions.FailOnMissingParent"/>, for the items of this handler.</summary>
    public bool? FailOnMissingParent { get; set; }

    /// <summary>The group that the handler belongs to instead of uSync's own.</summary>
    public string? Group { get; set; }

    /// <summary>The handler's own settings, by the names in <see cref="SyncHandler.SettingNames"/>; lists have commas.</summary>
    public IDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
}
