using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.IO;

namespace Site.Core.Sync.Export;

/// <summary>Writes items into a folder: chooses names, leaves right files alone, and puts markers where items went away.</summary>
internal sealed class SyncFolderWriter
{
    private readonly string _root;
    private readonly string _extension;
    private readonly IReadOnlyDictionary<SyncKind, SyncHandler> _handlers;
    private readonly SyncFolder _folder;
    private readonly MediaFileWriter _mediaFiles;
    private readonly Dictionary<string, (SyncKind Kind, Guid Key)> _taken = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<(SyncKind, Guid), SyncFile> _deleteMarkers;
    private readonly HashSet<SyncFile> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly List<SyncItemResult> _results = [];

    public SyncFolderWriter(
        string root,
        string extension,
        IReadOnlyDictionary<SyncKind, SyncHandler> handlers,
        MediaFileManager mediaFiles,
        Func<SyncKind, bool> includes,
        CancellationToken cancellationToken)
    {
        (_root, _extension, _handlers) = (root, extension, handlers);
        Directory.CreateDirectory(root);
        _folder = SyncFolder.Read([root], extension, includes, cancellationToken);
        _mediaFiles = new MediaFileWriter(root, mediaFiles);
        _deleteMarkers = _folder.Files.Where(file => file.Header.Marker == SyncMarker.Delete).ToLookup(file => (file.Kind, file.Key));
        foreach (SyncFile file in _folder.Files)
        {
            _taken[file.Path] = (file.Kind, file.Key);
        }

        foreach (SyncItemResult problem in _folder.Problems)
        {
            _taken[problem.File] = (SyncKind.Unknown, Guid.Empty);
        }
    }

    /// <summary>One line for each file.</summary>
    public IReadOnlyList<SyncItemResult> Results => _results;

    /// <summary>Writes the item where its file lies, or where its name says.</summary>
    public void Write(SyncEntry entry)
    {
        SyncFile? existing = Existing(entry);
        if (existing is not null)
        {
            _visited.Add(existing);
        }

        if (!_handlers[entry.Kind].Exports(entry.Place))
        {
            return;
        }

        try
        {
            string path = Choose(entry, existing);
            entry.Root.Element("Properties")?.Elements().Where(property => _handlers[entry.Kind].DoNotSerialize.Contains(property.Name.LocalName)).Remove();
            SyncChange change = Put(path, SyncXmlText.Print(entry.Root));
            Add(entry, path, change, string.Empty);
            LeaveMarkers(entry, existing, path);
            _mediaFiles.Write(entry, _results);
        }
        catch (Exception exception) when (exception is SyncItemException or IOException or UnauthorizedAccessException)
        {
            Add(entry, $"{entry.Kind.Folder()}/{entry.SafeName}.{_extension}", SyncChange.Fail, exception.Message);
        }
    }

    /// <summary>Puts a marker in the place of every file of the kind that was not written: its item is gone.</summary>
    public void MarkDeleted(SyncKind kind)
    {
        foreach (SyncFile file in _folder.Of(kind).Where(file => file.Header.Marker is null && !_visited.Contains(file)).ToList())
        {
            MarkDeleted(file);
        }
    }

    /// <summary>Puts a marker in the place of the item's file, if it has one.</summary>
    public void MarkDeleted(SyncKind kind, Guid key)
    {
        if (_folder.Find(kind, key) is { } file)
        {
            MarkDeleted(file);
        }
    }

    /// <summary>Writes the folder's stamp when it has none of this format.</summary>
    public void Finish()
    {
        string path = $"usync.{_extension}";
        if (_folder.Notes.Exists(note => note.StartsWith(path, StringComparison.Ordinal)))
        {
            SyncChange change = Put(path, SyncXmlText.Print(SyncStamp.Create()));
            _results.Add(new SyncItemResult(SyncKind.Unknown, path, null, "format", change, string.Empty));
        }
    }

    private SyncFile? Existing(SyncEntry entry) => entry.Kind is SyncKind.Language or SyncKind.Domain
        ? _folder.Find(entry.Kind, new SyncReference(Guid.Empty, entry.Alias))
        : _folder.Find(entry.Kind, entry.Key);

    private string Choose(SyncEntry entry, SyncFile? existing)
    {
        string name = _handlers[entry.Kind].HasGuidNames ? entry.Key.ToString("D") : entry.SafeName;
        string folder = existing is null ? entry.Kind.Folder() : existing.Path[..existing.Path.LastIndexOf('/')];
        string plain = $"{folder}/{name}.{_extension}";
        string unique = $"{folder}/{name}{SyncFileNames.Suffix(entry.Key, 8)}.{_extension}";
        if (existing is not null && (IsSame(existing.Path, plain) || IsSame(existing.Path, unique)))
        {
            return existing.Path;
        }

        string path = IsFree(plain, entry, existing) ? plain : IsFree(unique, entry, existing) ? unique : $"{folder}/{name}{SyncFileNames.Suffix(entry.Key, 26)}.{_extension}";
        _taken[path] = (entry.Kind, entry.Key);
        return path;
    }

    private bool IsFree(string path, SyncEntry entry, SyncFile? existing) =>
        !_taken.TryGetValue(path, out (SyncKind Kind, Guid Key) owner) || owner == (entry.Kind, entry.Key) || owner == (entry.Kind, existing?.Key);

    private void LeaveMarkers(SyncEntry entry, SyncFile? existing, string path)
    {
        if (existing is not null && !IsSame(existing.Path, path))
        {
            PutMarker(existing, SyncMarker.Rename, SyncChange.Update, $"renamed: see {path}");
        }

        foreach (SyncFile marker in _deleteMarkers[(entry.Kind, entry.Key)].Where(marker => !IsSame(marker.Path, path)))
        {
            System.IO.File.Delete(Path.Combine(_root, marker.Path));
            _results.Add(new SyncItemResult(marker.Kind, marker.Path, marker.Key, marker.Alias, SyncChange.Delete, "the item exists again"));
        }
    }

    private void MarkDeleted(SyncFile file)
    {
        _visited.Add(file);
        PutMarker(file, SyncMarker.Delete, SyncChange.Delete, "the site has no such item: marked");
    }

    private void PutMarker(SyncFile file, SyncMarker marker, SyncChange change, string message)
    {
        bool isTree = file.Kind is SyncKind.Content or SyncKind.Media or SyncKind.Blueprint;
        var root = new XElement("Empty",
            SyncXmlText.Key(file.Key),
            new XAttribute("Alias", file.Alias),
            new XAttribute("Change", marker),
            isTree ? new XAttribute("Level", file.Header.Level) : null);
        Put(file.Path, SyncXmlText.Print(root));
        _results.Add(new SyncItemResult(file.Kind, file.Path, file.Key, file.Alias, change, message));
    }

    private SyncChange Put(string path, byte[] bytes)
    {
        string full = Path.Combine(_root, path);
        bool exists = System.IO.File.Exists(full);
        if (exists && System.IO.File.ReadAllBytes(full).AsSpan().SequenceEqual(bytes))
        {
            return SyncChange.NoChange;
        }

        // A reader, or a power cut, meets either the old file or the new one.
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        string temporary = full + ".tmp";
        System.IO.File.WriteAllBytes(temporary, bytes);
        System.IO.File.Move(temporary, full, overwrite: true);
        return exists ? SyncChange.Update : SyncChange.Create;
    }

    private void Add(SyncEntry entry, string path, SyncChange change, string message) =>
        _results.Add(new SyncItemResult(entry.Kind, path, entry.Key, entry.Alias, change, message));

    private static bool IsSame(string left, string right) => left.Equals(right, StringComparison.OrdinalIgnoreCase);
}
