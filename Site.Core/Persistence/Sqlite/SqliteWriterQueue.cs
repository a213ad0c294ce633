namespace Site.Core.Persistence.Sqlite;

/// <summary>Lets one writing session of this process go at a time, so that writers wait in line and not by polling the file.</summary>
internal sealed class SqliteWriterQueue : IDisposable
{
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromSeconds(60);

    private readonly SemaphoreSlim _writer = new(1, 1);

    /// <summary>Waits for the turn to write.</summary>
    /// <param name="timeout">How long; <c>null</c> means one minute.</param>
    /// <returns>Whether it came in time.</returns>
    public bool TryEnter(TimeSpan? timeout) => _writer.Wait(timeout ?? _defaultTimeout);

    /// <summary>Lets the next writer go.</summary>
    public void Leave() => _writer.Release();

    /// <inheritdoc />
    public void Dispose() => _writer.Dispose();
}
