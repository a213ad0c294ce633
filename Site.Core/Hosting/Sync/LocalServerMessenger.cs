using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Sync;

namespace Site.Core.Hosting.Sync;

/// <summary>Runs cache refreshers at once, in this process: all that a site on one node needs.</summary>
internal sealed class LocalServerMessenger(IEnumerable<ICacheRefreshBatcher> batchers) : IServerMessenger
{
    /// <inheritdoc />
    /// <remarks>There is no other node whose messages could be waiting.</remarks>
    public void Sync()
    {
    }

    /// <inheritdoc />
    /// <remarks>Nothing is ever held back.</remarks>
    public void SendMessages()
    {
    }

    /// <inheritdoc />
    public void QueueRefresh<TPayload>(ICacheRefresher refresher, TPayload[] payload)
    {
        if (payload.Length > 0)
        {
            var payloads = (IPayloadCacheRefresher<TPayload>)refresher;
            Run(() =>
            {
                payloads.RefreshInternal(payload);
                payloads.Refresh(payload);
            });
        }
    }

    /// <inheritdoc />
    public void QueueRefresh<T>(ICacheRefresher refresher, Func<T, int> getNumericId, params T[] instances)
    {
        if (refresher is ICacheRefresher<T> typed)
        {
            RunEach(instances, typed.Refresh);
            return;
        }

        RunEach(instances, x => refresher.Refresh(getNumericId(x)));
    }

    /// <inheritdoc />
    public void QueueRefresh<T>(ICacheRefresher refresher, Func<T, Guid> getGuidId, params T[] instances) =>
        RunEach(instances, x => refresher.Refresh(getGuidId(x)));

    /// <inheritdoc />
    public void QueueRemove<T>(ICacheRefresher refresher, Func<T, int> getNumericId, params T[] instances)
    {
        if (refresher is ICacheRefresher<T> typed)
        {
            RunEach(instances, typed.Remove);
            return;
        }

        RunEach(instances, x => refresher.Remove(getNumericId(x)));
    }

    /// <inheritdoc />
    public void QueueRemove(ICacheRefresher refresher, params int[] numericIds) => RunEach(numericIds, refresher.Remove);

    /// <inheritdoc />
    public void QueueRefresh(ICacheRefresher refresher, params int[] numericIds) => RunEach(numericIds, refresher.Refresh);

    /// <inheritdoc />
    public void QueueRefresh(ICacheRefresher refresher, params Guid[] guidIds) => RunEach(guidIds, refresher.Refresh);

    /// <inheritdoc />
    public void QueueRefreshAll(ICacheRefresher refresher) => Run(refresher.RefreshAll);

    private void RunEach<T>(T[] items, Action<T> refresh) => Run(() =>
    {
        foreach (T item in items)
        {
            refresh(item);
        }
    });

    private void Run(Action refresh)
    {
        Stack<IDisposable> batches = [];
        try
        {
            foreach (ICacheRefreshBatcher batcher in batchers)
            {
                batches.Push(batcher.BeginBatch());
            }

            refresh();
        }
        finally
        {
            while (batches.TryPop(out IDisposable? batch))
            {
                batch.Dispose();
            }
        }
    }
}
