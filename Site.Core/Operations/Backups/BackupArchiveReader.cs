using System.IO.Compression;
using System.Text.Json;

namespace Site.Core.Operations.Backups;

/// <summary>Reads an archive that may have been damaged or made by somebody else: nothing of it is used before all of it was checked.</summary>
internal sealed class BackupArchiveReader : IDisposable
{
    private const long MaxManifestSize = 256 * 1024 * 1024;
    private const int MaxFiles = 2_000_000;

    private readonly ZipArchive _zip;
    private readonly Dictionary<string, BackupFile> _files;

    private BackupArchiveReader(ZipArchive zip, BackupManifest manifest)
    {
        _zip = zip;
        Manifest = manifest;
        _files = manifest.Files.ToDictionary(x => x.Path, StringComparer.Ordinal);
    }

    /// <summary>What the archive says of itself.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens the file and checks names and sizes.</summary>
    /// <exception cref="InvalidDataException">It is not a backup that this build can read.</exception>
    public static async Task<BackupArchiveReader> OpenAsync(string path, CancellationToken cancellationToken)
    {
        ZipArchive zip = ZipFile.OpenRead(path);
        try
        {
            BackupManifest manifest = await ReadManifestAsync(zip, cancellationToken);
            CheckNames(zip, manifest);
            return new BackupArchiveReader(zip, manifest);
        }
        catch (Exception exception)
        {
            zip.Dispose();
            throw exception is JsonException ? new InvalidDataException($"The manifest of the backup cannot be read: {exception.Message}", exception) : exception;
        }
    }

    /// <summary>Opens a file of the archive; more than the manifest says, or something else, fails at the end of reading.</summary>
    public Stream Open(string path)
    {
        BackupFile file = _files.GetValueOrDefault(path) ?? throw new InvalidDataException($"The backup lacks {path}.");
        return new MeteredStream(_zip.GetEntry(path)!.Open(), file.Size, (size, hash) => Check(file, size, hash));
    }

    /// <summary>Reads everything once and compares it with the manifest.</summary>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        foreach (BackupFile file in Manifest.Files)
        {
            await using Stream content = Open(file.Path);
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _zip.Dispose();

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, CancellationToken cancellationToken)
    {
        ZipArchiveEntry entry = zip.GetEntry(BackupManifest.EntryName) ?? throw new InvalidDataException("The file is not a backup of this site: it has no manifest.json.");
        await using Stream content = new MeteredStream(entry.Open(), MaxManifestSize, (_, _) => { });
        BackupManifest manifest = await JsonSerializer.DeserializeAsync<BackupManifest>(content, BackupManifest.Json, cancellationToken)
            ?? throw new InvalidDataException("The manifest of the backup is empty.");
        return manifest.Format == BackupManifest.CurrentFormat
            ? manifest
            : throw new InvalidDataException($"The backup has the format {manifest.Format}, made by version {manifest.Version}; this build reads {BackupManifest.CurrentFormat}.");
    }

    private static void CheckNames(ZipArchive zip, BackupManifest manifest)
    {
        if (manifest.Files.Count > MaxFiles)
        {
            throw new InvalidDataException($"The backup has more than {MaxFiles} files.");
        }

        if (manifest.Files.FirstOrDefault(x => !BackupFolders.IsSafe(x.Path) || x.Size < 0) is { } unsafeFile)
        {
            throw new InvalidDataException($"The backup names a file that leads out of its folders: {unsafeFile.Path.ReplaceLineEndings(" ")}");
        }

        HashSet<string> named = manifest.Files.Select(x => x.Path).Append(BackupManifest.EntryName).ToHashSet(StringComparer.Ordinal);
        if (named.Count != manifest.Files.Count + 1 || zip.Entries.Count != named.Count || !named.SetEquals(zip.Entries.Select(x => x.FullName)))
        {
            throw new InvalidDataException("The files in the backup are not those of its manifest.");
        }
    }

    private static void Check(BackupFile file, long size, string hash)
    {
        if (size != file.Size || !string.Equals(hash, file.Sha256, StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidDataException($"The backup is damaged: {file.Path} is not what its manifest says.");
        }
    }
}
