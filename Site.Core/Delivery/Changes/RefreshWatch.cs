using Site.Core.Hosting.Sync;

namespace Site.Core.Delivery.Changes;

/// <summary>
/// Knows whether caches are being refreshed: content, addresses and trees are new one after the other, and who reads them meanwhile sees some
/// of the old and some of the new.
/// </summary>
internal sealed class RefreshWatch : ICacheRefreshBatcher
{
    private int _begun;
    private int _ended;

    /// <summary>How many refreshes have begun so far.</summary>
    public int Begun => Volatile.Read(ref _begun);

    /// <summary>Whether one is under way.</summary>
    public bool IsBusy => Volatile.Read(ref _ended) != Begun;

    /// <inheritdoc />
    public IDisposable BeginBatch()
    {
        Interlocked.Increment(ref _begun);
        return new Batch(this);
    }

    private sealed class Batch(RefreshWatch watch) : IDisposable
    {
        public void Dispose() => Interlocked.Increment(ref watch._ended);
    }
}
