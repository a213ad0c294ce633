using Site.Core.Hosting.Jobs;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// Reads the published content anew when the database went away after a commit and before it was read: visitors need not wait for the
/// next edit.
/// </summary>
internal sealed class SnapshotRepairJob(SnapshotStore snapshots) : IJob
{
    /// <inheritdoc />
    public string Name => "Snapshot repair";

    /// <inheritdoc />
    public TimeSpan? Period { get; } = TimeSpan.FromMinutes(1);

    /// <inheritdoc />
    public Task RunAsync(CancellationToken cancellationToken)
    {
        if (snapshots.IsBehind)
        {
            snapshots.Load();
        }

        return Task.CompletedTask;
    }
}
