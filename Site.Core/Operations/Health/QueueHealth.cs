using Site.Core.Persistence;

namespace Site.Core.Operations.Health;

/// <summary>How much waits to be sent to webhooks.</summary>
internal sealed class QueueHealth(DatabaseProbe probe) : IHealthSource
{
    /// <inheritdoc />
    public string Name => "queue";

    /// <inheritdoc />
    public bool IsAboutWhatIsStored => true;

    /// <inheritdoc />
    public async Task<object> ReadAsync(CancellationToken cancellationToken) => await probe.ReadQueueAsync(cancellationToken);
}
