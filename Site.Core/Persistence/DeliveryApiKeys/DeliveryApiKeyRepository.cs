using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Delivery;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DistributedLocking;

namespace Site.Core.Persistence.DeliveryApiKeys;

/// <inheritdoc cref="IDeliveryApiKeyRepository" />
internal sealed class DeliveryApiKeyRepository(AmbientDbContext database) : IDeliveryApiKeyRepository
{
    /// <inheritdoc />
    public IReadOnlyList<DeliveryApiKey> GetAll() => Read(database.Read);

    /// <inheritdoc />
    public IReadOnlyList<DeliveryApiKey> GetAllToChange()
    {
        SiteDbContext context = database.Write;

        // Two programs that rotate a key at once would both make its next generation.
        database.Session.AcquireLock(Constants.Locks.KeyValues, DistributedLockType.WriteLock, null);
        return Read(context);
    }

    /// <inheritdoc />
    public void Add(DeliveryApiKey key)
    {
        SiteDbContext context = database.Write;
        context.Add(new DeliveryApiKeyRow
        {
            UniqueId = key.Key,
            Name = key.Name,
            Generation = key.Generation,
            Prefix = key.Prefix,
            Hash = key.Hash,
            Organisations = string.Join(',', key.Organisations),
            AllowsPreview = key.AllowsPreview,
            CreateDate = key.Created,
            ExpireDate = key.Expires,
            RevokeDate = key.Revoked,
            LastUsedDate = key.LastUsed,
        });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public void SetExpiry(IReadOnlyCollection<Guid> keys, DateTime expires) =>
        Rows(keys).ExecuteUpdate(x => x.SetProperty(row => row.ExpireDate, expires));

    /// <inheritdoc />
    public void Revoke(IReadOnlyCollection<Guid> keys, DateTime revoked) =>
        Rows(keys).ExecuteUpdate(x => x.SetProperty(row => row.RevokeDate, revoked));

    /// <inheritdoc />
    public void SetLastUsed(Guid key, DateTime lastUsed) =>
        Rows([key]).ExecuteUpdate(x => x.SetProperty(row => row.LastUsedDate, lastUsed));

    private static List<DeliveryApiKey> Read(SiteDbContext context) =>
        [.. context.Set<DeliveryApiKeyRow>().OrderBy(x => x.Name).ThenBy(x => x.Generation).ToList().Select(ToKey)];

    private static DeliveryApiKey ToKey(DeliveryApiKeyRow row) => new()
    {
        Key = row.UniqueId,
        Name = row.Name,
        Generation = row.Generation,
        Prefix = row.Prefix,
        Hash = row.Hash,
        Organisations = [.. row.Organisations.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)],
        AllowsPreview = row.AllowsPreview,
        Created = row.CreateDate,
        Expires = row.ExpireDate,
        Revoked = row.RevokeDate,
        LastUsed = row.LastUsedDate,
    };

    private IQueryable<DeliveryApiKeyRow> Rows(IReadOnlyCollection<Guid> keys) =>
        database.Write.Set<DeliveryApiKeyRow>().Where(x => keys.Contains(x.UniqueId));
}
