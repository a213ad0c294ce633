using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.Export;

/// <summary>The markers of a folder that is written: for what went away, for old names, and for which children there are.</summary>
internal sealed class SyncFolderMarkers(SyncTarget target, SyncFolder folder, SyncFilePaths paths, SyncFileStore store, List<SyncItemResult> results)
{
    private readonly ILookup<SyncKind, SyncFile> _deletions = Markers(folder, SyncMarker.Delete);
    private readonly ILookup<SyncKind, SyncFile> _cleanings = Markers(folder, SyncMarker.Clean);

    /// <summary>The markers of the item's deletion, or of that of an item which had its alias: where they are imported, they would delete it.</summary>
    public IReadOnlyList<SyncFile> Deletions(SyncEntry entry) =>
    [
        .. _deletions[entry.Kind].Where(marker => marker.Key == entry.Key
            || (entry.Kind.HasOwnAlias() && !entry.IsWildcard && marker.Alias.Equals(entry.Alias, StringComparison.OrdinalIgnoreCase))),
    ];

    /// <summary>Whether a marker of a deletion lies at the path.</summary>
    public bool HasDeletionAt(string path) => _deletions.SelectMany(kind => kind).Any(marker => SyncFilePaths.IsSame(marker.Path, path));

    /// <summary>Says at the old path that the item goes on in another file, and removes the markers of its deletion.</summary>
    public void Leave(SyncFile? existing, string path, IEnumerable<SyncFile> deletions)
    {
        if (existing is not null && !SyncFilePaths.IsSame(existing.Path, path))
        {
            Put(existing, existing.Path, SyncMarker.Rename, SyncChange.Update, $"renamed: see {path}");
        }

        foreach (SyncFile marker in deletions.Where(marker => !store.IsWritten(marker.Path)))
        {
            Remove(marker, "the item exists again");
        }
    }

    /// <summary>Puts the marker that says which children the item has, where the settings ask for it.</summary>
    public void Clean(SyncEntry entry, string path)
    {
        if (entry.Kind is not (SyncKind.Content or SyncKind.Media) || !target.Handlers[entry.Kind].CreatesClean || !entry.HasChildren())
        {
            return;
        }

        string place = paths.OfCleanMarker(path);
        var root = new XElement("Empty",
            SyncXmlText.Key(entry.Key),
            new XAttribute("Alias", $"clean {entry.Alias} children"),
            new XAttribute("Change", SyncMarker.Clean),
            new XAttribute("itemType", entry.Kind));
        SyncChange change = store.Put(place, SyncXmlText.Print(root));
        results.Add(new SyncItemResult(entry.Kind, place, entry.Key, entry.Alias, change, string.Empty));
        RemoveCleanings(entry.Kind, entry.Key);
    }

    /// <summary>Puts the marker of a deletion in the place of a file; it may be one of an earlier folder.</summary>
    public void Delete(SyncFile file)
    {
        Put(file, file.Path, SyncMarker.Delete, SyncChange.Delete, "the site has no such item: marked");
        RemoveCleanings(file.Kind, file.Key);
    }

    private void RemoveCleanings(SyncKind kind, Guid key)
    {
        foreach (SyncFile marker in _cleanings[kind].Where(marker => marker.Key == key && !store.IsWritten(marker.Path)))
        {
            Remove(marker, "its item lies elsewhere");
        }
    }

    private void Put(SyncFile file, string path, SyncMarker marker, SyncChange change, string message)
    {
        // Another item may have the name now.
        if (store.IsWritten(path))
        {
            return;
        }

        bool isTree = file.Kind is SyncKind.Content or SyncKind.Media or SyncKind.Blueprint;
        var root = new XElement("Empty",
            SyncXmlText.Key(file.Key),
            new XAttribute("Alias", file.Alias),
            new XAttribute("Change", marker),
            isTree ? new XAttribute("Level", file.Header.Level) : null);
        store.Put(path, SyncXmlText.Print(root));
        results.Add(new SyncItemResult(file.Kind, path, file.Key, file.Alias, change, message));
    }

    private void Remove(SyncFile marker, string message)
    {
        System.IO.File.Delete(marker.FullPath);
        results.Add(new SyncItemResult(marker.Kind, marker.Path, marker.Key, marker.Alias, SyncChange.Delete, message));
    }

    private static ILookup<SyncKind, SyncFile> Markers(SyncFolder folder, SyncMarker marker) =>
        folder.Files.Where(file => file.Header.Marker == marker).ToLookup(file => file.Kind);
}
