using Site.Core.Hosting.Jobs;

namespace Site.Core.Operations.Health;

/// <summary>When this node's jobs ran last, and how they ended.</summary>
internal sealed class JobsHealth(JobStates jobs) : IHealthSource
{
    /// <inheritdoc />
    public string Name => "jobs";

    /// <inheritdoc />
    public bool IsAboutWhatIsStored => false;

    /// <inheritdoc />
    public Task<object> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<object>(jobs.All);
}
