using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Jobs;

/// <summary>Deletes uploads that nothing came to use in time.</summary>
internal sealed class TemporaryFilesCleanupJob(ITemporaryFileService files) : IJob
{
    /// <inheritdoc />
    public string Name => "Temporary files clean-up";

    /// <inheritdoc />
    public TimeSpan? Period { get; } = TimeSpan.FromMinutes(5);

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken) => files.CleanUpOldTempFiles();
}
