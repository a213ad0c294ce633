using Umbraco.Cms.Core.Runtime;

namespace Site.Core.Hosting.Runtime;

/// <summary>Core's main-domain lock on the lock of the data folder: the process that has the folder is the main one.</summary>
internal sealed class DataFolderMainDomLock(DataFolderLock dataFolder) : IMainDomLock
{
    /// <inheritdoc />
    public Task<bool> AcquireLockAsync(int millisecondsTimeout) => Task.FromResult(dataFolder.TryAcquire());

    /// <inheritdoc />
    /// <remarks>Nobody else may take the folder while this process lives, so there is nothing to listen for.</remarks>
    public Task ListenAsync() => Task.Delay(Timeout.Infinite);

    /// <inheritdoc />
    public void Dispose()
    {
        // The lock belongs to the process, not to the main domain.
    }
}
