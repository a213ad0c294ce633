namespace Site.Core.Sync;

/// <summary>The section <c>uSync:Settings</c>, with uSync's names and defaults, as far as this site offers them.</summary>
public sealed class SyncOptions
{
    /// <summary>The section's path in the configuration.</summary>
    public const string Section = "uSync:Settings";

    /// <summary>The folder to read; a relative one is looked for below the content root, beside it, then beside the program.</summary>
    public string RootFolder { get; set; } = "uSync/v17/";

    /// <summary>
    /// Layered folders; when set, they replace <see cref="RootFolder"/>. What a file of a later folder says goes over what the
    /// file with the same relative path says in an earlier one; exports go to the last folder.
    /// </summary>
    public IList<string> Folders { get; } = [];

    /// <summary>
    /// Whether an export leaves items alone that an earlier one of <see cref="Folders"/> describes; otherwise the last folder gets a
    /// file, or a marker, that goes over them.
    /// </summary>
    public bool LockRoot { get; set; } = true;

    /// <summary>Property editors of other makers, and the editor of Umbraco whose values theirs are like.</summary>
    public IDictionary<string, string> CustomMappings { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The extension of the files, with or without the dot.</summary>
    public string DefaultExtension { get; set; } = "config";

    /// <summary>Whether an item whose parent cannot be found fails; otherwise it lands below the deepest ancestor found.</summary>
    public bool FailOnMissingParent { get; set; }

    /// <summary>Whether two files with one key stop the whole import; otherwise the second one fails alone.</summary>
    public bool FailOnDuplicates { get; set; }

    /// <summary>What to import at every start: <c>None</c>, <c>All</c>, <c>Settings</c> or <c>Content</c>.</summary>
    public string ImportAtStartup { get; set; } = "None";

    /// <summary>Whether to import when the site starts on a new database.</summary>
    public bool ImportOnFirstBoot { get; set; }

    /// <summary>What to import then: a group as for <see cref="ImportAtStartup"/>.</summary>
    public string FirstBootGroup { get; set; } = "All";

    /// <summary>What to export at every start: <c>None</c> or a group.</summary>
    public string ExportAtStartup { get; set; } = "None";

    /// <summary>
    /// What is written to the folder as soon as it is saved: a group, <c>All</c> or <c>None</c>. Unless set, all in Development and nothing
    /// elsewhere, where the folder belongs to the deployment.
    /// </summary>
    public string? ExportOnSave { get; set; }

    /// <summary>The set of <see cref="SyncSetOptions.Section"/> that says how the handlers work.</summary>
    public string DefaultSet { get; set; } = "Default";

    /// <summary>The name of the file that stops imports at start-up while it lies in the folder.</summary>
    public string StopFile { get; set; } = "usync.stop";

    /// <summary>The name of the file that becomes <see cref="StopFile"/> after one import at start-up.</summary>
    public string OnceFile { get; set; } = "usync.once";

    /// <summary><see cref="DefaultExtension"/> without the dot.</summary>
    public string FileExtension() => DefaultExtension.TrimStart('.');

    /// <summary>The group to import at a start; <c>None</c> when nothing is to be imported.</summary>
    /// <param name="firstBoot">Whether the database was made by this start.</param>
    public string GroupAtStart(bool firstBoot) => firstBoot && ImportOnFirstBoot ? FirstBootGroup : ImportAtStartup;
}
