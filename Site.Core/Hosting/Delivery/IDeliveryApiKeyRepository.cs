namespace Site.Core.Hosting.Delivery;

/// <summary>The stored keys of the Content Delivery API. Members are called in a scope.</summary>
public interface IDeliveryApiKeyRepository
{
    /// <summary>All of them, also those that open nothing any more, by name and generation.</summary>
    IReadOnlyList<DeliveryApiKey> GetAll();

    /// <summary>All of them as <see cref="GetAll"/>, for a change that depends on them: nobody else changes them before the scope ends.</summary>
    IReadOnlyList<DeliveryApiKey> GetAllToChange();

    /// <summary>Adds one.</summary>
    void Add(DeliveryApiKey key);

    /// <summary>Sets when some of them expire.</summary>
    void SetExpiry(IReadOnlyCollection<Guid> keys, DateTime expires);

    /// <summary>Marks some of them as revoked.</summary>
    void Revoke(IReadOnlyCollection<Guid> keys, DateTime revoked);

    /// <summary>Notes when one was last used.</summary>
    void SetLastUsed(Guid key, DateTime lastUsed);
}
