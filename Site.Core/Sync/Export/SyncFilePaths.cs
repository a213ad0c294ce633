using Site.Core.Sync.Files;

namespace Site.Core.Sync.Export;

/// <summary>Chooses where in a folder an item's file lies: where it lay, unless its name says otherwise, and never over another's.</summary>
internal sealed class SyncFilePaths
{
    private readonly string _extension;
    private readonly IReadOnlyDictionary<SyncKind, SyncHandler> _handlers;
    private readonly Dictionary<string, (SyncKind Kind, Guid Key)> _taken = new(StringComparer.OrdinalIgnoreCase);

    public SyncFilePaths(SyncFolder folder, string extension, IReadOnlyDictionary<SyncKind, SyncHandler> handlers)
    {
        (_extension, _handlers) = (extension, handlers);
        foreach (SyncFile file in folder.Files)
        {
            _taken[file.Path] = (file.Kind, file.Key);
        }

        foreach (SyncItemResult problem in folder.Problems)
        {
            _taken[problem.File] = (SyncKind.Unknown, Guid.Empty);
        }
    }

    /// <summary>The path below the root folder.</summary>
    /// <param name="entry">The item.</param>
    /// <param name="existing">Its file.</param>
    /// <param name="stale">Markers that the item's file takes the place of.</param>
    public string Choose(SyncEntry entry, SyncFile? existing, IReadOnlyCollection<SyncFile> stale)
    {
        string name = NameOf(entry.Kind, entry.Key, entry.SafeName);
        string folder = FolderOf(entry, existing);
        string plain = $"{folder}/{name}.{_extension}";
        string unique = $"{folder}/{name}{SyncFileNames.Suffix(entry.Key, 8)}.{_extension}";
        if (existing is not null && (IsSame(existing.Path, plain) || IsSame(existing.Path, unique)))
        {
            return existing.Path;
        }

        bool IsFree(string path) => !_taken.TryGetValue(path, out (SyncKind Kind, Guid Key) owner)
            || owner == (entry.Kind, entry.Key) || owner == (entry.Kind, existing?.Key) || stale.Any(marker => IsSame(marker.Path, path));
        string path = IsFree(plain) ? plain : IsFree(unique) ? unique : $"{folder}/{name}{SyncFileNames.Suffix(entry.Key, 26)}.{_extension}";
        _taken[path] = (entry.Kind, entry.Key);
        return path;
    }

    /// <summary>The path of the marker that says which children the item of a file has.</summary>
    public string OfCleanMarker(string path) => $"{path[..^(_extension.Length + 1)]}_clean.{_extension}";

    /// <summary>Whether two paths are one on a file system that does not tell capital letters.</summary>
    public static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);

    private string FolderOf(SyncEntry entry, SyncFile? existing)
    {
        if (_handlers[entry.Kind].IsFlat)
        {
            return existing is null ? entry.Kind.Folder() : existing.Path[..existing.Path.LastIndexOf('/')];
        }

        IEnumerable<string> folders = entry.Folders.Select(folder => NameOf(entry.Kind, folder.Key, folder.SafeName));
        return string.Join('/', folders.Select(name => name.Length == 0 ? "_" : name).Prepend(entry.Kind.Folder()));
    }

    private string NameOf(SyncKind kind, Guid? key, string safeName) =>
        _handlers[kind].HasGuidNames && key is { } guid ? guid.ToString("D") : SyncFileNames.Shorten(safeName);
}
