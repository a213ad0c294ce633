namespace Site.Core.Sync;

/// <summary>What became, or would become, of one file.</summary>
public enum SyncChange
{
    /// <summary>The site already is as the file says.</summary>
    NoChange,

    /// <summary>The item was, or would be, made.</summary>
    Create,

    /// <summary>The item was, or would be, changed.</summary>
    Update,

    /// <summary>The item was, or would be, deleted, as a marker file says.</summary>
    Delete,

    /// <summary>The file asks for nothing: a rename marker, an item of the recycle bin.</summary>
    Ignored,

    /// <summary>Nothing of the file was taken over; the message says what to change.</summary>
    Fail,
}

/// <summary>The line of the report about one file.</summary>
/// <param name="Kind">What the file describes.</param>
/// <param name="File">The file's path below the root folder, with <c>/</c>.</param>
/// <param name="Key">The item's key, where the file could be read.</param>
/// <param name="Name">The item's alias or name; the file's name where it could not be read.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Message">What differs, or which element is wrong and what to change; empty when there is nothing to say.</param>
/// <param name="IsWarning">The item was taken over, but something of it was left out: see the message.</param>
public sealed record SyncItemResult(
    SyncKind Kind,
    string File,
    Guid? Key,
    string Name,
    SyncChange Change,
    string Message,
    bool IsWarning = false)
{
    /// <summary>Whether somebody has to look at it.</summary>
    public bool IsFinding => IsWarning || Change == SyncChange.Fail;
}

/// <summary>The result of an import, or of a comparison without writing: one line for each file.</summary>
/// <param name="Items">The lines, in the order in which the files were handled.</param>
/// <param name="Notes">What is worth knowing about the folder as a whole and is no fault.</param>
public sealed record SyncReport(IReadOnlyList<SyncItemResult> Items, IReadOnlyList<string> Notes)
{
    /// <summary>Whether any line is a failure or a warning.</summary>
    public bool HasFindings => Items.Any(item => item.IsFinding);

    /// <summary>Whether the site was, or would be, changed.</summary>
    public bool HasChanges => Items.Any(item => item.Change is SyncChange.Create or SyncChange.Update or SyncChange.Delete);
}
