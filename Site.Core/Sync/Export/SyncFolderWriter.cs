using System.Xml.Linq;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.IO;

namespace Site.Core.Sync.Export;

/// <summary>Writes items into a folder, leaves right files alone, and puts markers where items went away.</summary>
internal sealed class SyncFolderWriter
{
    private readonly SyncTarget _target;
    private readonly SyncFolder _folder;
    private readonly SyncFolder? _earlier;
    private readonly SyncFilePaths _paths;
    private readonly SyncFileStore _store;
    private readonly SyncFolderMarkers _markers;
    private readonly MediaFileWriter _mediaFiles;
    private readonly HashSet<SyncFile> _visited = new(ReferenceEqualityComparer.Instance);
    private readonly List<SyncItemResult> _results = [];

    public SyncFolderWriter(SyncTarget target, MediaFileManager mediaFiles, CancellationToken cancellationToken)
    {
        _target = target;
        Directory.CreateDirectory(target.Root);
        _folder = SyncFolder.Read([target.Root], target.Extension, target.Includes, cancellationToken);
        _earlier = target.Earlier.Count == 0 ? null : SyncFolder.Read(target.Earlier, target.Extension, target.Includes, cancellationToken);
        _paths = new SyncFilePaths(_folder, target.Extension, target.Handlers);
        _store = new SyncFileStore(target.Root);
        _markers = new SyncFolderMarkers(target, _folder, _paths, _store, _results);
        _mediaFiles = new MediaFileWriter(target.Root, mediaFiles);
    }

    /// <summary>One line for each file.</summary>
    public IReadOnlyList<SyncItemResult> Results => _results;

    /// <summary>Writes the item where its file lies, or where its name says.</summary>
    public void Write(SyncEntry entry)
    {
        SyncFile? existing = Visit(_folder, entry);
        SyncFile? below = Visit(_earlier, entry);
        if (!_target.Handlers[entry.Kind].Exports(entry.Place))
        {
            return;
        }

        try
        {
            SyncHandler handler = _target.Handlers[entry.Kind];
            entry.Root.Element("Properties")?.Elements().Where(property => !handler.Travels(property.Name.LocalName)).ToList().ForEach(property => property.Remove());
            if (below is null || !IsSettledBelow(entry, existing, below))
            {
                WriteFile(entry, existing, below);
            }
        }
        catch (Exception exception) when (exception is SyncItemException or IOException or UnauthorizedAccessException)
        {
            Add(entry, $"{entry.Kind.Folder()}/{entry.SafeName}.{_target.Extension}", SyncChange.Fail, exception.Message);
        }
    }

    /// <summary>Puts a marker in the place of every file of the kind that was not written: its item is gone.</summary>
    public void MarkDeleted(SyncKind kind)
    {
        bool IsGone(SyncFile file) => file.Header.Marker is null && !_visited.Contains(file);
        foreach (SyncFile file in _folder.Of(kind).Where(IsGone).ToList())
        {
            _visited.Add(file);
            _markers.Delete(file);
        }

        foreach (SyncFile file in _earlier?.Of(kind).Where(IsGone).ToList() ?? [])
        {
            MarkDeletedBelow(file);
        }
    }

    /// <summary>Puts a marker in the place of the item's file, if it has one.</summary>
    public void MarkDeleted(SyncKind kind, Guid key)
    {
        if (_folder.Find(kind, key) is { } file)
        {
            _markers.Delete(file);
        }
        else if (_earlier?.Find(kind, key) is { } below)
        {
            MarkDeletedBelow(below);
        }
    }

    /// <summary>Writes the folder's stamp when it has none of this format.</summary>
    public void Finish()
    {
        string path = $"usync.{_target.Extension}";
        if (_folder.Notes.Exists(note => note.StartsWith(path, StringComparison.Ordinal)))
        {
            SyncChange change = _store.Put(path, SyncXmlText.Print(SyncStamp.Create()));
            _results.Add(new SyncItemResult(SyncKind.Unknown, path, null, "format", change, string.Empty));
        }
    }

    private void WriteFile(SyncEntry entry, SyncFile? existing, SyncFile? below)
    {
        IReadOnlyList<SyncFile> deletions = _markers.Deletions(entry);
        if (entry.IsWildcard && existing is not null)
        {
            // The name is an id of the database that wrote the file first; another site's id would be another file.
            entry.Root.SetAttributeValue("Key", existing.Key.ToString("D"));
            entry.Root.SetAttributeValue("Alias", existing.Alias);
        }

        string path = existing is not null && entry.IsWildcard ? existing.Path
            : below is not null ? below.Path
            : _paths.Choose(entry, existing, deletions);
        Add(entry, path, _store.Put(path, SyncXmlText.Print(entry.Root)), string.Empty);
        _markers.Leave(existing, path, deletions);
        _markers.Clean(entry, path);
        _mediaFiles.Write(entry, _results);
    }

    private SyncFile? Visit(SyncFolder? folder, SyncEntry entry)
    {
        SyncFile? file = folder is null ? null : Find(folder, entry);
        if (file is not null)
        {
            _visited.Add(file);
        }

        return file;
    }

    private static SyncFile? Find(SyncFolder folder, SyncEntry entry) => entry.IsWildcard
        ? folder.Of(SyncKind.Domain).FirstOrDefault(file => file.Header.Marker is null && IsSameWildcard(file, entry))
        : folder.Find(entry.Kind, new SyncReference(
            entry.Kind.HasOwnKey() ? entry.Key : Guid.Empty,
            entry.Kind.HasOwnAlias() ? entry.Alias : string.Empty));

    private static bool IsSameWildcard(SyncFile file, SyncEntry entry)
    {
        XElement wanted = entry.Root.Child("Info");
        XElement info = file.Alias.StartsWith('*') ? file.Load().Child("Info") : wanted.Child("None");
        return info.Child("Root").KeyAttribute() == wanted.Child("Root").KeyAttribute()
            && info.Text("Language").Equals(wanted.Text("Language"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether an earlier folder already says what the item is, or must not be gone over.</summary>
    private bool IsSettledBelow(SyncEntry entry, SyncFile? existing, SyncFile below)
    {
        XElement said = existing is not null && SyncFilePaths.IsSame(existing.Path, below.Path) ? SyncLayers.Merge(below.Load(), existing.Load()) : below.Load();
        if (Canonical(said).SequenceEqual(Canonical(new XElement(entry.Root))))
        {
            Add(entry, below.Path, SyncChange.NoChange, string.Empty);
            _markers.Leave(null, below.Path, _markers.Deletions(entry));
            return true;
        }

        if (_target.LocksEarlier)
        {
            AddLocked(entry.Kind, below.Path, entry.Key, entry.Alias);
        }

        return _target.LocksEarlier;
    }

    /// <summary>Makes different spellings of one content the same: CDATA and text, two kinds of empty elements.</summary>
    private static byte[] Canonical(XElement root)
    {
        foreach (XElement element in root.DescendantsAndSelf().Where(element => !element.HasElements))
        {
            element.Value = element.Value;
        }

        return SyncXmlText.Print(root);
    }

    private void MarkDeletedBelow(SyncFile file)
    {
        bool isMarked = _store.IsWritten(file.Path) || _markers.HasDeletionAt(file.Path);
        if (!isMarked && _target.LocksEarlier)
        {
            AddLocked(file.Kind, file.Path, file.Key, file.Alias);
        }
        else if (!isMarked)
        {
            _markers.Delete(file);
        }
    }

    private void AddLocked(SyncKind kind, string path, Guid key, string alias) => _results.Add(new SyncItemResult(
        kind, path, key, alias, SyncChange.Ignored, "is not as an earlier folder says, and LockRoot keeps that: change it there, or clear LockRoot.", IsWarning: true));

    private void Add(SyncEntry entry, string path, SyncChange change, string message) =>
        _results.Add(new SyncItemResult(entry.Kind, path, entry.Key, entry.Alias, change, message));
}
