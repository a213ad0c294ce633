using System.Collections.Concurrent;
using Site.Core.Hosting.Jobs;

namespace Site.Core.Persistence.Sqlite;

/// <summary>Locks jobs inside this process: the lock of the data folder sees to it that there is no other.</summary>
internal sealed class SqliteJobLock : IJobLock
{
    private readonly ConcurrentDictionary<string, Held> _held = new();

    /// <inheritdoc />
    public Task<IAsyncDisposable?> TryAcquireAsync(string job, CancellationToken cancellationToken)
    {
        var held = new Held(this, job);
        return Task.FromResult<IAsyncDisposable?>(_held.TryAdd(job, held) ? held : null);
    }

    private sealed class Held(SqliteJobLock owner, string job) : IAsyncDisposable
    {
        public ValueTask DisposeAsync()
        {
            owner._held.TryRemove(KeyValuePair.Create(job, this));
            return ValueTask.CompletedTask;
        }
    }
}
