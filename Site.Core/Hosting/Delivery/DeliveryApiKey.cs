namespace Site.Core.Hosting.Delivery;

/// <summary>
/// A secret with which a consumer asks the Content Delivery API. All secrets of one name are one consumer's: after a rotation the old one
/// stays valid for a while beside the new one.
/// </summary>
public sealed record DeliveryApiKey
{
    /// <summary>What tells it from all others.</summary>
    public required Guid Key { get; init; }

    /// <summary>The consumer's name in small letters, digits and dashes, e.g. <c>radio-kayes</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The how-many-th secret of the name it is, from 1 up.</summary>
    public required int Generation { get; init; }

    /// <summary>The beginning of the secret, which is no secret: it finds the key, and names it in logs and lists.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole secret; the secret itself is kept nowhere.</summary>
    public required byte[] Hash { get; init; }

    /// <summary>The keys of the organisations that the consumer is limited to; none when it is not limited.</summary>
    public required IReadOnlyList<Guid> Organisations { get; init; }

    /// <summary>Whether it opens drafts.</summary>
    public required bool AllowsPreview { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTime Created { get; init; }

    /// <summary>From when on it opens nothing, in UTC; <c>null</c> when it does not expire.</summary>
    public DateTime? Expires { get; init; }

    /// <summary>When it was revoked, in UTC; <c>null</c> when it was not.</summary>
    public DateTime? Revoked { get; init; }

    /// <summary>When it was last used, in UTC and to within a few minutes; <c>null</c> when it never was.</summary>
    public DateTime? LastUsed { get; init; }

    /// <summary>Whether it opens anything at the time.</summary>
    public DeliveryApiKeyState StateAt(DateTime utc) =>
        Revoked is not null ? DeliveryApiKeyState.Revoked
        : Expires <= utc ? DeliveryApiKeyState.Expired
        : DeliveryApiKeyState.Valid;
}

/// <summary>What a key is good for.</summary>
public enum DeliveryApiKeyState
{
    /// <summary>There is no such key.</summary>
    Unknown,

    /// <summary>It opens what it is for.</summary>
    Valid,

    /// <summary>Its time is over.</summary>
    Expired,

    /// <summary>It was taken back.</summary>
    Revoked,
}
