using Site.Core.Sync.Files;
using Umbraco.Cms.Core.IO;

namespace Site.Core.Sync.Export;

/// <summary>Copies the binary files of media and documents into <c>Media/files/</c> of a folder.</summary>
internal sealed class MediaFileWriter(string root, MediaFileManager mediaFiles)
{
    private readonly string _folder = Path.Combine(root, SyncFolder.MediaFiles);

    /// <summary>Copies the item's files that are missing or different; adds a line for each of those.</summary>
    /// <exception cref="SyncItemException">A path leads out of the folder.</exception>
    public void Write(SyncEntry entry, List<SyncItemResult> results)
    {
        foreach (string path in entry.MediaFiles)
        {
            if (mediaFiles.FileSystem.FileExists(path))
            {
                Copy(entry, path, results);
            }
            else
            {
                results.Add(Line(entry, path, SyncChange.NoChange, $"the site has no file /media/{path}.", isWarning: true));
            }
        }
    }

    private void Copy(SyncEntry entry, string path, List<SyncItemResult> results)
    {
        string target = SafePath.Resolve(_folder, path);
        bool exists = System.IO.File.Exists(target);
        if (exists && IsSame(path, target))
        {
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        string temporary = target + ".tmp";
        using (Stream source = mediaFiles.FileSystem.OpenFile(path))
        using (FileStream copy = System.IO.File.Create(temporary))
        {
            source.CopyTo(copy);
        }

        System.IO.File.Move(temporary, target, overwrite: true);
        results.Add(Line(entry, path, exists ? SyncChange.Update : SyncChange.Create, string.Empty, isWarning: false));
    }

    private bool IsSame(string path, string target)
    {
        using FileStream existing = System.IO.File.OpenRead(target);
        if (mediaFiles.FileSystem.GetSize(path) != existing.Length)
        {
            return false;
        }

        using Stream source = mediaFiles.FileSystem.OpenFile(path);
        return SameBytes.In(source, existing);
    }

    private static SyncItemResult Line(SyncEntry entry, string path, SyncChange change, string message, bool isWarning) =>
        new(entry.Kind, $"{SyncFolder.MediaFiles}/{path}", entry.Key, entry.Alias, change, message, isWarning);
}
