namespace Site.Core.Hosting.Runtime;

/// <summary>Keeps a second process from writing to the same data folder.</summary>
/// <remarks>The operating system releases the lock when the process ends, however it ends.</remarks>
public sealed class DataFolderLock(SiteFolders folders) : IDisposable
{
    private const byte InUse = 1;
    private FileStream? _file;

    /// <summary>The file that carries the lock.</summary>
    public string FilePath => Path.Combine(folders.Data, "site.lock");

    /// <summary>
    /// Whether the process that had the folder before was killed: what it does after a commit, such as writing addresses, may be missing.
    /// </summary>
    public bool WasAbandoned { get; private set; }

    /// <summary>Takes the lock, unless this process has it already.</summary>
    /// <returns>Whether this process has it now.</returns>
    public bool TryAcquire()
    {
        if (_file is not null)
        {
            return true;
        }

        Directory.CreateDirectory(folders.Data);
        try
        {
            _file = new FileStream(FilePath, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            WasAbandoned = _file.ReadByte() == InUse;
            _file.Position = 0;
            _file.WriteByte(InUse);
            _file.Flush();
            return true;
        }
        catch (IOException) when (File.Exists(FilePath))
        {
            return false;
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _file?.SetLength(0);
        _file?.Dispose();
        _file = null;
    }
}
