using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync;

/// <summary>One file on its way into the site: its XML, and what was found to differ or to be wrong.</summary>
/// <remarks>
/// Comparing and applying are one act, so that a report and an import cannot disagree: <see cref="Set{T}"/> notes a
/// difference and changes the entity, which is a copy that is thrown away when nothing is to be written.
/// </remarks>
internal sealed class SyncItem(SyncFile file, XElement root)
{
    private readonly List<string> _differences = [];
    private readonly List<string> _warnings = [];

    public SyncFile File { get; } = file;

    public XElement Root { get; } = root;

    /// <summary>Whether the site has no such item yet.</summary>
    public bool IsNew { get; set; }

    /// <summary>Whether the file says that it is to be left alone.</summary>
    public bool IsIgnored { get; private set; }

    /// <summary>Whether anything differs.</summary>
    public bool HasChanges => IsNew || _differences.Count > 0;

    /// <summary>What can only be done when every item of the kind exists; runs in a unit of work of its own.</summary>
    public Func<Task>? SecondPass { get; set; }

    /// <summary>Whether all is there that the second pass waits for; without it, that is known only when every item of the kind exists.</summary>
    public Func<bool>? IsReadyForSecondPass { get; set; }

    public void Set<T>(string what, T live, T wanted, Action<T> apply)
    {
        if (!EqualityComparer<T>.Default.Equals(live, wanted))
        {
            Differ(what);
            apply(wanted);
        }
    }

    /// <summary>As <see cref="Set{T}"/>, for texts of which null and empty mean the same.</summary>
    public void SetText(string what, string? live, string wanted, Action<string> apply) =>
        Set(what, live ?? string.Empty, wanted, apply);

    public void Differ(string what)
    {
        if (!_differences.Contains(what))
        {
            _differences.Add(what);
        }
    }

    public void Warn(string element, string reason)
    {
        string warning = $"{element}: {reason}";
        if (!_warnings.Contains(warning))
        {
            _warnings.Add(warning);
        }
    }

    public void Ignore(string reason)
    {
        IsIgnored = true;
        _warnings.Clear();
        _differences.Clear();
        _differences.Add(reason);
    }

    public SyncItemResult ToResult()
    {
        SyncChange change = IsIgnored ? SyncChange.Ignored
            : IsNew ? SyncChange.Create
            : HasChanges ? SyncChange.Update
            : SyncChange.NoChange;
        IEnumerable<string> differences = IsNew || _differences.Count == 0 ? [] : [string.Join(", ", _differences)];
        string message = string.Join("; ", _warnings.Concat(differences));
        return new SyncItemResult(File.Kind, File.Path, File.Key, File.Alias, change, message, _warnings.Count > 0);
    }
}
