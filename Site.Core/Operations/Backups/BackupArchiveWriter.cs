using System.IO.Compression;
using System.Text.Json;

namespace Site.Core.Operations.Backups;

/// <summary>Writes the archive: a ZIP file with the manifest as its last entry.</summary>
internal sealed class BackupArchiveWriter(Stream file) : IDisposable
{
    private static readonly HashSet<string> _compressed = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".pdf", ".zip", ".docx", ".xlsx", ".pptx", ".odt", ".mp3", ".mp4", ".m4a", ".ogg", ".webm",
    };

    private readonly ZipArchive _zip = new(file, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<BackupFile> _files = [];

    /// <summary>What was written so far.</summary>
    public IReadOnlyList<BackupFile> Files => _files;

    /// <summary>Makes an entry; the stream is to be disposed before the next is made.</summary>
    public Stream Create(string path, DateTime modified)
    {
        ZipArchiveEntry entry = _zip.CreateEntry(path, _compressed.Contains(Path.GetExtension(path)) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        return new MeteredStream(entry.Open(), long.MaxValue, (size, hash) => _files.Add(new BackupFile(path, size, hash, modified)));
    }

    /// <summary>Copies a file.</summary>
    /// <returns>Whether it was still there.</returns>
    public async Task<bool> TryAddAsync(string path, string source, CancellationToken cancellationToken)
    {
        FileStream content;
        try
        {
            content = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }

        await using (content)
        {
            await using Stream target = Create(path, File.GetLastWriteTimeUtc(source));
            await content.CopyToAsync(target, cancellationToken);
        }

        return true;
    }

    /// <summary>Ends the archive with its manifest.</summary>
    public async Task CompleteAsync(BackupManifest manifest, CancellationToken cancellationToken)
    {
        await using Stream target = _zip.CreateEntry(BackupManifest.EntryName).Open();
        await JsonSerializer.SerializeAsync(target, manifest, BackupManifest.Json, cancellationToken);
    }

    /// <inheritdoc />
    public void Dispose() => _zip.Dispose();
}
