using System.Collections.Frozen;
using System.Data.Common;
using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using Site.Core.Hosting.Delivery;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Delivery.Keys;

/// <summary>Checks the keys that requests send. It knows all keys, and reads them again when it has not for two seconds and one is sent.</summary>
internal sealed partial class DeliveryKeyRing(ICoreScopeProvider scopes, IDeliveryApiKeyRepository repository, TimeProvider time, ILogger<DeliveryKeyRing> logger)
{
    private static readonly TimeSpan _freshFor = TimeSpan.FromSeconds(2);
    private static readonly byte[] _nobodys = new byte[SHA256.HashSizeInBytes];

    private volatile Known? _known;
    private volatile bool _forgotten;
    private int _reading;

    /// <summary>Says whose key a text is.</summary>
    /// <returns><c>null</c> for a text that is not of the form of these keys.</returns>
    /// <remarks>
    /// Which prefixes there are is no secret; whether the rest is right takes the same time however much of it is. Who does not have the whole
    /// secret learns only that it is unknown.
    /// </remarks>
    public DeliveryKeyCheck? Check(string text)
    {
        if (DeliveryApiSecret.PrefixOf(text) is not { } prefix)
        {
            return null;
        }

        DeliveryApiKey? key = Current().GetValueOrDefault(prefix);
        return CryptographicOperations.FixedTimeEquals(DeliveryApiSecret.Hash(text), key?.Hash ?? _nobodys) && key is not null
            ? new DeliveryKeyCheck(key.StateAt(time.GetUtcNow().UtcDateTime), key)
            : DeliveryKeyCheck.Unknown;
    }

    /// <summary>Reads the keys again when the next one is sent.</summary>
    public void Forget() => _forgotten = true;

    private FrozenDictionary<string, DeliveryApiKey> Current()
    {
        if (_known is not { } known)
        {
            return Read().Keys;
        }

        bool isFresh = !_forgotten && time.GetElapsedTime(known.ReadAt) < _freshFor;

        // One request reads them, the others go on meanwhile with what is known.
        if (isFresh || Interlocked.Exchange(ref _reading, 1) != 0)
        {
            return known.Keys;
        }

        try
        {
            return Read().Keys;
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or TimeoutException)
        {
            // Published content is served without the database, so its keys are checked without it too.
            LogUnreadable(exception);
            _known = known with { ReadAt = time.GetTimestamp() };
            return known.Keys;
        }
        finally
        {
            Volatile.Write(ref _reading, 0);
        }
    }

    private Known Read()
    {
        // Whoever changes them from here on is not forgotten.
        _forgotten = false;
        long readAt = time.GetTimestamp();
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        var read = new Known(repository.GetAll().ToFrozenDictionary(x => x.Prefix, StringComparer.Ordinal), readAt);
        _known = read;
        return read;
    }

    [LoggerMessage(LogLevel.Warning, "The keys of the Content Delivery API could not be read again: those known so far stay valid, and one that was revoked since does too.")]
    private partial void LogUnreadable(Exception exception);

    private sealed record Known(FrozenDictionary<string, DeliveryApiKey> Keys, long ReadAt);
}

/// <summary>What is known of a key that was sent.</summary>
/// <param name="State">Whether it opens anything.</param>
/// <param name="Key">The key, of which the sender has the whole secret; <c>null</c> for an unknown one.</param>
internal sealed record DeliveryKeyCheck(DeliveryApiKeyState State, DeliveryApiKey? Key)
{
    /// <summary>There is no such key.</summary>
    public static DeliveryKeyCheck Unknown { get; } = new(DeliveryApiKeyState.Unknown, null);

    /// <summary>The key, if it opens anything.</summary>
    public DeliveryApiKey? ValidKey => State == DeliveryApiKeyState.Valid ? Key : null;
}
