using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Works on the queue of deliveries, each time in a scope of its own.</summary>
internal sealed class DeliveryQueue(ICoreScopeProvider scopes, IWebhookDeliveryStore store)
{
    /// <summary>Asks something of the queue.</summary>
    public T Read<T>(Func<IWebhookDeliveryStore, T> question)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return question(store);
    }

    /// <summary>Changes the queue, whole or not at all.</summary>
    public void Write(Action<IWebhookDeliveryStore> change)
    {
        using ICoreScope scope = scopes.CreateCoreScope();
        change(store);
        scope.Complete();
    }
}
