using System.Text.Json;
using Site.Core.Hosting;
using Site.Core.Persistence.Backups;

namespace Site.Core.Operations.Backups;

/// <summary>Puts a backup in the place of the site's database, media and keys.</summary>
/// <remarks>
/// Everything is checked and unpacked beside the old state first. Then the restore is noted in the data folder, the database is
/// replaced and the folders are renamed. A process that ends in between leaves the note, and <see cref="FinishAsync"/> at the next
/// start goes on, or, when the database was not replaced, throws the new state away.
/// </remarks>
internal sealed class SiteRestore(IDatabaseBackup database, SiteFolders folders)
{
    private static readonly string[] _folders = [BackupFolders.Media, BackupFolders.Keys];

    private string Note => Path.Combine(folders.Data, "restore.json");

    private string New => Path.Combine(folders.Data, "restore.new");

    private string Old => Path.Combine(folders.Data, "restore.old");

    /// <summary>Whether a restore was cut short and is not finished.</summary>
    public bool IsUnfinished => File.Exists(Note);

    /// <summary>Restores the file; the caller has the data folder's lock.</summary>
    /// <exception cref="InvalidDataException">The file is damaged or not for this site; nothing was changed.</exception>
    public async Task<BackupManifest> RestoreAsync(string path, CancellationToken cancellationToken)
    {
        await FinishAsync(cancellationToken);
        using BackupArchiveReader archive = await BackupArchiveReader.OpenAsync(path, cancellationToken);
        await archive.VerifyAsync(cancellationToken);
        BackupManifest manifest = archive.Manifest;
        try
        {
            RequireSpace(manifest);
            await database.StageAsync(manifest.Database, x => archive.Open($"{BackupFolders.Database}/{x}"), cancellationToken);
            await UnpackAsync(archive, cancellationToken);
        }
        catch
        {
            CleanUp();
            throw;
        }

        Guid id = WriteNote();
        try
        {
            await database.CommitAsync(manifest.Database, x => archive.Open($"{BackupFolders.Database}/{x}"), id, cancellationToken);
        }
        finally
        {
            await FinishAsync(CancellationToken.None);
        }

        return manifest;
    }

    /// <summary>Finishes a restore that was cut short, and clears away what one has left. Does nothing when there is none.</summary>
    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        if (IsUnfinished)
        {
            Guid id = JsonSerializer.Deserialize<Guid>(await File.ReadAllTextAsync(Note, cancellationToken));
            if (await database.IsCommittedAsync(id, cancellationToken))
            {
                database.Place();
                foreach (string folder in _folders)
                {
                    Place(folder);
                }
            }

            File.Delete(Note);
        }

        CleanUp();
    }

    private void RequireSpace(BackupManifest manifest)
    {
        Directory.CreateDirectory(folders.Data);
        long needed = manifest.Files.Sum(x => x.Size);
        long free = new DriveInfo(folders.Data).AvailableFreeSpace;
        if (needed > free)
        {
            throw new InvalidDataException($"The backup unpacks to {needed} bytes, beside the present state, and {folders.Data} has {free} free.");
        }
    }

    private async Task UnpackAsync(BackupArchiveReader archive, CancellationToken cancellationToken)
    {
        foreach (string folder in _folders)
        {
            Directory.CreateDirectory(Path.Combine(New, folder));
        }

        foreach (BackupFile file in archive.Manifest.Files.Where(x => _folders.Contains(x.Path.Split('/')[0])))
        {
            string path = Path.Combine(New, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await using (Stream source = archive.Open(file.Path))
            await using (var target = new FileStream(path, FileMode.CreateNew))
            {
                await source.CopyToAsync(target, cancellationToken);
                target.Flush(flushToDisk: true);
            }

            File.SetLastWriteTimeUtc(path, file.Modified);
        }
    }

    private Guid WriteNote()
    {
        var id = Guid.NewGuid();
        string temporary = Note + ".tmp";
        using (var file = new FileStream(temporary, FileMode.Create))
        {
            JsonSerializer.Serialize(file, id);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, Note);
        return id;
    }

    // Each line may have been done before the process ended; what is still unpacked is not yet in place.
    private void Place(string folder)
    {
        string unpacked = Path.Combine(New, folder);
        string target = Path.Combine(folders.Data, folder);
        string aside = Path.Combine(Old, folder);
        if (!Directory.Exists(unpacked))
        {
            return;
        }

        if (Directory.Exists(aside) && Directory.Exists(target))
        {
            // The old one was moved before; this one the start has made, and it is empty.
            Directory.Delete(target, recursive: true);
        }
        else if (Directory.Exists(target))
        {
            Directory.CreateDirectory(Old);
            Directory.Move(target, aside);
        }

        Directory.Move(unpacked, target);
    }

    private void CleanUp()
    {
        database.CleanUp();
        foreach (string folder in new[] { New, Old })
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }
}
