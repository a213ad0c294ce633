using Site.Core.Persistence;

namespace Site.Core.Operations.Health;

/// <summary>Whether the database answers, how fast, and whether it has this build's schema.</summary>
internal sealed class DatabaseHealth(DatabaseProbe probe) : IHealthSource
{
    /// <inheritdoc />
    public string Name => "database";

    /// <inheritdoc />
    public bool IsAboutWhatIsStored => true;

    /// <inheritdoc />
    public async Task<object> ReadAsync(CancellationToken cancellationToken) => await probe.ReadAsync(cancellationToken);
}
