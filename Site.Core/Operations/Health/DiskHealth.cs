using Site.Core.Hosting;

namespace Site.Core.Operations.Health;

/// <summary>How much room the disk of the data folder has.</summary>
internal sealed class DiskHealth(SiteFolders folders) : IHealthSource
{
    /// <inheritdoc />
    public string Name => "disk";

    /// <inheritdoc />
    public bool IsAboutWhatIsStored => true;

    /// <inheritdoc />
    public Task<object> ReadAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folders.Data);
        var drive = new DriveInfo(folders.Data);
        return Task.FromResult<object>(new { dataFolder = folders.Data, freeBytes = drive.AvailableFreeSpace, totalBytes = drive.TotalSize });
    }
}
