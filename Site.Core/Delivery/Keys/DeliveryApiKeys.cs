using System.Text.RegularExpressions;
using Site.Core.Hosting.Delivery;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Delivery.Keys;

/// <summary>Makes, rotates and revokes the keys of the Content Delivery API's consumers, also beside a running site, which heeds it within seconds.</summary>
internal sealed partial class DeliveryApiKeys(ICoreScopeProvider scopes, IDeliveryApiKeyRepository repository, DeliveryKeyRing ring, TimeProvider time)
{
    /// <summary>What a name may be.</summary>
    public const string NameRule = "A name has small letters, digits and dashes, begins with a letter, and is 64 characters long at the most.";

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Whether a consumer may be called so.</summary>
    public static bool IsName(string text) => Name().IsMatch(text);

    /// <summary>All keys, also those that open nothing any more, by name and age.</summary>
    public IReadOnlyList<DeliveryApiKey> GetAll()
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return repository.GetAll();
    }

    /// <summary>Makes a key for a new consumer, or for one whose keys are all expired or revoked.</summary>
    /// <param name="name">The consumer's name.</param>
    /// <param name="organisations">The keys of the organisations that it is limited to; none for all.</param>
    /// <param name="allowsPreview">Whether it opens drafts.</param>
    /// <param name="expires">When it expires, in UTC; <c>null</c> for never.</param>
    /// <returns>The secret, which cannot be had again.</returns>
    /// <exception cref="InvalidOperationException">The consumer has a valid key.</exception>
    public DeliveryApiSecret Add(string name, IReadOnlyList<Guid> organisations, bool allowsPreview, DateTime? expires)
    {
        if (!IsName(name))
        {
            throw new ArgumentException(NameRule, nameof(name));
        }

        return Change(keys =>
        {
            DeliveryApiKey[] own = [.. keys.Where(x => x.Name == name)];
            if (own.Any(IsValid))
            {
                throw new InvalidOperationException($"There is a valid key of {name}. Rotate it, revoke it first, or choose another name.");
            }

            return Add(name, own, organisations, allowsPreview, expires);
        });
    }

    /// <summary>Makes a new secret for a consumer that has a valid one, with the same rights and the same end.</summary>
    /// <param name="name">The consumer's name.</param>
    /// <param name="overlap">How long the old secret stays valid, if it does not expire before.</param>
    /// <exception cref="InvalidOperationException">The consumer has no valid key.</exception>
    public DeliveryApiSecret Rotate(string name, TimeSpan overlap) => Change(keys =>
    {
        DeliveryApiKey[] own = [.. keys.Where(x => x.Name == name)];
        DeliveryApiKey[] valid = [.. own.Where(IsValid)];
        if (valid is not [.., { } newest])
        {
            throw new InvalidOperationException($"There is no valid key of {name}.");
        }

        DateTime end = Now + overlap;
        repository.SetExpiry([.. valid.Where(x => x.Expires is null || x.Expires > end).Select(x => x.Key)], end);
        return Add(name, own, newest.Organisations, newest.AllowsPreview, newest.Expires);
    });

    /// <summary>Takes back all keys of a consumer, or the one with the prefix.</summary>
    /// <returns>The prefixes of those that were not revoked before.</returns>
    public IReadOnlyList<string> Revoke(string nameOrPrefix) => Change(keys =>
    {
        DeliveryApiKey[] found = [.. keys.Where(x => (x.Name == nameOrPrefix || x.Prefix == nameOrPrefix) && x.Revoked is null)];
        repository.Revoke([.. found.Select(x => x.Key)], Now);
        return found.Select(x => x.Prefix).ToArray();
    });

    private DeliveryApiSecret Add(string name, DeliveryApiKey[] own, IReadOnlyList<Guid> organisations, bool allowsPreview, DateTime? expires)
    {
        var secret = DeliveryApiSecret.Create();
        repository.Add(new DeliveryApiKey
        {
            Key = Guid.NewGuid(),
            Name = name,
            Generation = own.Select(x => x.Generation).DefaultIfEmpty().Max() + 1,
            Prefix = secret.Prefix,
            Hash = DeliveryApiSecret.Hash(secret.Text),
            Organisations = [.. organisations.Distinct()],
            AllowsPreview = allowsPreview,
            Created = Now,
            Expires = expires,
        });
        return secret;
    }

    private T Change<T>(Func<IReadOnlyList<DeliveryApiKey>, T> change)
    {
        T result;
        using (ICoreScope scope = scopes.CreateCoreScope())
        {
            result = change(repository.GetAllToChange());
            scope.Complete();
        }

        ring.Forget();
        return result;
    }

    private bool IsValid(DeliveryApiKey key) => key.StateAt(Now) == DeliveryApiKeyState.Valid;

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$")]
    private static partial Regex Name();
}
