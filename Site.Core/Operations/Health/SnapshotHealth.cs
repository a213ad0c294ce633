using Site.Core.PublishedContent.Snapshots;

namespace Site.Core.Operations.Health;

/// <summary>How large and how old what visitors see is.</summary>
internal sealed class SnapshotHealth(SnapshotStore store) : IHealthSource
{
    /// <inheritdoc />
    public string Name => "snapshot";

    /// <inheritdoc />
    public bool IsAboutWhatIsStored => false;

    /// <inheritdoc />
    public Task<object> ReadAsync(CancellationToken cancellationToken)
    {
        ContentSnapshot snapshot = store.Current;
        return Task.FromResult<object>(new { documents = snapshot.Documents.Count, media = snapshot.Media.Count, ageSeconds = (long)snapshot.Age.TotalSeconds });
    }
}
