using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting.Webhooks;

/// <summary>What was given up, for whoever wants to see it or send it again.</summary>
internal sealed class DeadLetters(ICoreScopeProvider scopes, IDeadLetterStore store, TimeProvider time)
{
    /// <summary>All of them, the oldest first.</summary>
    public IReadOnlyList<DeadLetter> GetAll()
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return store.GetAll();
    }

    /// <summary>Queues them again, with the ids of their deliveries, so that a receiver which has one already knows it.</summary>
    /// <returns>How many there still were.</returns>
    public int Replay(IReadOnlyCollection<int> ids)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        scope.WriteLock(Constants.Locks.WebhookRequest);
        int count = store.Replay(ids, time.GetUtcNow().UtcDateTime);
        scope.Complete();
        return count;
    }

    /// <summary>Deletes those that died before the moment.</summary>
    public void DeleteOlderThan(DateTime moment)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        store.DeleteOlderThan(moment);
        scope.Complete();
    }
}
