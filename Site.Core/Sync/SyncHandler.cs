using System.Text.RegularExpressions;
using Site.Core.Sync.Export;

namespace Site.Core.Sync;

/// <summary>What the settings say of one kind: uSync calls it a handler.</summary>
internal sealed class SyncHandler(SyncKind kind, SyncSetOptions set)
{
    /// <summary>The names of a handler's <c>Settings</c> that this site offers.</summary>
    public static readonly IReadOnlySet<string> SettingNames = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "NoRemove", "CreateOnly", "OneWay", "OnlyPublishDirty", "Include", "Exclude", "IncludeContentTypes", "ExcludeContentTypes", "RulesOnExport",
        "ImportTrashed", "ExportTrashed", "DoNotSerialize", "DoNotSerializePattern", "DoNotSerializePatterns", "NoConfigEditors", "NoConfigNames", "KeepTemplates",
    };

    private readonly SyncHandlerOptions? _own = set.Handlers.TryGetValue(kind.Handler(), out SyncHandlerOptions? own) ? own : null;
    private HashSet<string>? _leftOut;
    private List<Regex>? _leftOutPatterns;

    /// <summary>Whether files are named by key.</summary>
    public bool HasGuidNames => _own?.GuidNames ?? set.HandlerDefaults.GuidNames ?? false;

    /// <summary>Whether all files lie beside each other.</summary>
    public bool IsFlat => _own?.UseFlatStructure ?? set.HandlerDefaults.UseFlatStructure ?? true;

    /// <summary>Whether an export says which children there are, so that others are deleted elsewhere.</summary>
    public bool CreatesClean => _own?.CreateClean ?? set.HandlerDefaults.CreateClean ?? false;

    /// <summary>Whether an item without its parent fails; null leaves it to the settings of the site.</summary>
    public bool? FailsOnMissingParent => _own?.FailOnMissingParent ?? set.HandlerDefaults.FailOnMissingParent;

    /// <summary>Whether nothing is removed: neither items by markers nor properties of types.</summary>
    public bool NoRemove => Flag("NoRemove", fallback: false);

    /// <summary>Whether items that exist are left as they are.</summary>
    public bool CreateOnly => Flag("CreateOnly", fallback: false) || Flag("OneWay", fallback: false);

    /// <summary>Whether items of the recycle bin are imported, into the recycle bin.</summary>
    public bool ImportTrashed => Flag("ImportTrashed", fallback: false);

    /// <summary>Whether a document is published only when the file changes it: what an editor has unpublished stays so.</summary>
    public bool OnlyPublishDirty => Flag("OnlyPublishDirty", fallback: false);

    /// <summary>Whether a type keeps templates that its file does not name.</summary>
    public bool KeepTemplates => Flag("KeepTemplates", fallback: false);

    /// <summary>Whether the configuration of a data type is taken from its file.</summary>
    public bool TakesConfig(string editorAlias, string name) =>
        !List("NoConfigEditors").Contains(editorAlias) && !List("NoConfigNames").Contains(name);

    /// <summary>Whether the values of a property travel.</summary>
    /// <exception cref="SyncItemException">A pattern is wrong: to let everything travel then would give away what was to stay.</exception>
    public bool Travels(string propertyAlias)
    {
        _leftOut ??= List("DoNotSerialize");
        _leftOutPatterns ??= [.. List("DoNotSerializePattern").Concat(List("DoNotSerializePatterns")).Select(Pattern)];
        return !_leftOut.Contains(propertyAlias) && !_leftOutPatterns.Any(pattern => pattern.IsMatch(propertyAlias));
    }

    /// <summary>Whether the handler takes part in an action (<c>Import</c>, <c>Report</c>, <c>Export</c>, <c>Save</c>) on a group.</summary>
    public bool Allows(string action, string group)
    {
        IList<string> actions = _own is { Actions.Count: > 0 } ? _own.Actions : set.HandlerDefaults.Actions;
        bool isEnabled = (_own?.Enabled ?? set.HandlerDefaults.Enabled ?? true)
            && set.Enabled
            && !set.DisabledHandlers.Contains(kind.Handler(), StringComparer.OrdinalIgnoreCase);
        bool acts = actions.Count == 0 || actions.Any(allowed => IsSame(allowed, "All") || IsSame(allowed, action));
        return isEnabled && acts && IsIn(group);
    }

    /// <summary>Whether an item's type and place are among those that the settings let in.</summary>
    public bool Imports(SyncPlace place) =>
        IsAmong(List("IncludeContentTypes"), place.TypeAlias) && !List("ExcludeContentTypes").Contains(place.TypeAlias)
        && IsBelow(List("Include"), place.Path, whenEmpty: true) && !IsBelow(List("Exclude"), place.Path, whenEmpty: false);

    /// <summary>Whether an item is exported: the rules hold only when <c>RulesOnExport</c> says so.</summary>
    public bool Exports(SyncPlace place) =>
        (!place.IsTrashed || Flag("ExportTrashed", fallback: true))
        && (ReferenceEquals(place, SyncPlace.None) || !Flag("RulesOnExport", fallback: false) || Imports(place));

    private bool IsIn(string group)
    {
        string own = _own?.Group is { Length: > 0 } other ? other : kind.Group();
        bool isInSet = set.HandlerGroups.Count == 0 || set.HandlerGroups.Any(wanted => IsSame(wanted, "All") || IsSame(wanted, own));
        return isInSet && group.Split(',', StringSplitOptions.TrimEntries).Any(wanted => IsSame(wanted, "All") || IsSame(wanted, own));
    }

    private bool Flag(string name, bool fallback) => bool.TryParse(Value(name), out bool value) ? value : fallback;

    private HashSet<string> List(string name) => new(
        (Value(name) ?? string.Empty).Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        StringComparer.OrdinalIgnoreCase);

    private static Regex Pattern(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            throw new SyncItemException("DoNotSerializePattern", $"'{pattern}' is no regular expression that can be used: {exception.Message} Correct the setting.");
        }
    }

    private string? Value(string name) =>
        _own is not null && _own.Settings.TryGetValue(name, out string? own) ? own
        : set.HandlerDefaults.Settings.TryGetValue(name, out string? value) ? value : null;

    private static bool IsAmong(HashSet<string> wanted, string value) => wanted.Count == 0 || wanted.Contains(value);

    private static bool IsBelow(HashSet<string> prefixes, string path, bool whenEmpty) =>
        prefixes.Count == 0 ? whenEmpty : prefixes.Any(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    private static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
