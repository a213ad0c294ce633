using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Services.Changes;
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
            TPayload[] needed = payload is ContentCacheRefresher.JsonPayload[] documents ? (TPayload[])(object)WithoutCovered(documents) : payload;
            Run(() =>
            {
                payloads.RefreshInternal(needed);
                payloads.Refresh(needed);
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

    /// <summary>Leaves out the refresh of a document whose branch is refreshed with it: it was saved and published in one scope.</summary>
    private static ContentCacheRefresher.JsonPayload[] WithoutCovered(ContentCacheRefresher.JsonPayload[] payload)
    {
        HashSet<int> branches = [.. payload.Where(x => x.ChangeTypes == TreeChangeTypes.RefreshBranch).Select(x => x.Id)];
        return [.. payload.Where(x => x.ChangeTypes != TreeChangeTypes.RefreshNode || !branches.Contains(x.Id))];
    }

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
