namespace Site.Core.Hosting.Runtime;

/// <summary>Keeps a second process from writing to the same data folder.</summary>
/// <remarks>The operating system releases the lock when the process ends, however it ends.</remarks>
public sealed class DataFolderLock(SiteFolders folders) : IDisposable
{
    private FileStream? _file;

    /// <summary>The file that carries the lock.</summary>
    public string FilePath => Path.Combine(folders.Data, "site.lock");

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
        _file?.Dispose();
        _file = null;
    }
}
