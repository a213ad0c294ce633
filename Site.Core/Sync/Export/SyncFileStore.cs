using Site.Core.Sync.Files;

namespace Site.Core.Sync.Export;

/// <summary>Writes files into a folder, and nowhere else; those that are right already are not touched.</summary>
internal sealed class SyncFileStore(string root)
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether this export has written an item's file or a marker there, or found it right.</summary>
    public bool IsWritten(string path) => _written.Contains(path);

    /// <summary>Writes the file.</summary>
    /// <exception cref="SyncItemException">The path, or a link on the way, leads out of the folder.</exception>
    public SyncChange Put(string path, byte[] bytes)
    {
        string full = SafePath.Resolve(root, path, "file", "the folder");
        _written.Add(path);
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
}
