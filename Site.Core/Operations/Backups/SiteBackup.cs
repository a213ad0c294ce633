using System.Reflection;
using Site.Core.Hosting;
using Site.Core.Persistence.Backups;

namespace Site.Core.Operations.Backups;

/// <summary>Makes a backup file: database, media and keys as they are at one moment, while the site runs.</summary>
/// <remarks>
/// The moment is that of the database. Media files come to be before what refers to them is committed, so those that the database
/// refers to are all there, unless one is deleted while it is copied: then the backup begins again.
/// </remarks>
internal sealed class SiteBackup(IDatabaseBackup database, SiteFolders folders, TimeProvider time)
{
    private const int MaxAttempts = 5;

    /// <summary>Writes the file under another name and renames it when it is complete.</summary>
    /// <param name="path">The file.</param>
    /// <param name="overwrite">Whether it may replace another.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="IOException">It exists, or the disk is full.</exception>
    public async Task<BackupResult> WriteAsync(string path, bool overwrite, CancellationToken cancellationToken)
    {
        string temporary = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            BackupResult result = await WriteAsync(temporary, cancellationToken);
            File.Move(temporary, path, overwrite);
            return result;
        }
        catch (ArgumentOutOfRangeException exception)
        {
            // What .NET makes of EFBIG: a stick with FAT32, say, has no file of 4 GiB.
            throw new IOException($"The backup is larger than a file may be at {path}. Write it to another disk.", exception);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private async Task<BackupResult> WriteAsync(string temporary, CancellationToken cancellationToken)
    {
        // Password hashes and keys are in it.
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        IReadOnlyList<string>? missingBefore = null;
        for (int attempt = 1; ; attempt++)
        {
            await using var file = new FileStream(temporary, options);
            (BackupManifest manifest, IReadOnlyList<string> missing) = await WriteAsync(file, temporary + ".db", cancellationToken);

            // What is missing twice was not deleted meanwhile: it is not there.
            if (missing.Count == 0 || attempt == MaxAttempts || missing.SequenceEqual(missingBefore ?? []))
            {
                file.Flush(flushToDisk: true);
                return new BackupResult(manifest, missing, file.Length);
            }

            missingBefore = missing;
        }
    }

    private async Task<(BackupManifest Manifest, IReadOnlyList<string> Missing)> WriteAsync(FileStream file, string scratch, CancellationToken cancellationToken)
    {
        using var archive = new BackupArchiveWriter(file);
        await using IDatabaseSnapshot snapshot = await database.OpenAsync(scratch, cancellationToken);
        DateTime now = time.GetUtcNow().UtcDateTime;
        await AddFolderAsync(archive, BackupFolders.Media, folders.Media, cancellationToken);
        await AddFolderAsync(archive, BackupFolders.Keys, folders.Keys, cancellationToken);
        HashSet<string> copied = [.. archive.Files.Select(x => "/" + x.Path)];
        string[] missing = [.. (await snapshot.ReadMediaPathsAsync(cancellationToken)).Where(x => !copied.Contains(x)).Order(StringComparer.Ordinal)];
        DatabaseManifest description = await snapshot.WriteAsync(x => archive.Create($"{BackupFolders.Database}/{x}", now), cancellationToken);
        var manifest = new BackupManifest(BackupManifest.CurrentFormat, Version, now, description, archive.Files);
        await archive.CompleteAsync(manifest, cancellationToken);
        return (manifest, missing);
    }

    private static async Task AddFolderAsync(BackupArchiveWriter archive, string name, string folder, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(folder))
        {
            return;
        }

        var options = new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint };
        foreach (string file in Directory.EnumerateFiles(folder, "*", options).Order(StringComparer.Ordinal))
        {
            string path = $"{name}/{Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')}";
            await archive.TryAddAsync(path, file, cancellationToken);
        }
    }

    private static string Version => typeof(SiteBackup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
}

/// <summary>What a backup holds.</summary>
/// <param name="Manifest">Its manifest.</param>
/// <param name="Missing">Addresses of media files that the database refers to and that were not there.</param>
/// <param name="Size">The length of the file in bytes.</param>
internal sealed record BackupResult(BackupManifest Manifest, IReadOnlyList<string> Missing, long Size);
