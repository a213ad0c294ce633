using Microsoft.Extensions.Options;
using Site.Core.Hosting.Delivery;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;

namespace Site.Web.DeliveryApi.RateLimits;

/// <summary>The limits of the settings, which may change while the site runs; counting then begins anew.</summary>
internal sealed class DeliveryRateLimits : IDisposable
{
    private readonly DeliveryCallers _callers;
    private readonly SettingsKeys _settingsKeys;
    private readonly IDisposable? _changes;
    private volatile ActiveRateLimits? _active;

    public DeliveryRateLimits(IOptionsMonitor<SiteDeliveryApiSettings> settings, DeliveryCallers callers, SettingsKeys settingsKeys)
    {
        _callers = callers;
        _settingsKeys = settingsKeys;
        Apply(settings.CurrentValue.RateLimits);
        _changes = settings.OnChange(x => Apply(x.RateLimits));
    }

    /// <summary>What is counted; <c>null</c> while there is no limit.</summary>
    public ActiveRateLimits? Active => _active;

    /// <summary>Counts a request: with a valid key by the key, else by the address, which a wrong key thus counts against.</summary>
    public RateLimitResult? Count(ActiveRateLimits active, HttpContext http)
    {
        if (active.PerKey is { } perKey && NameOfKey(http) is { } name)
        {
            return RateLimitResult.Of(perKey, name);
        }

        return active.PerAddress is { } perAddress
            ? RateLimitResult.Of(perAddress, LimitedAddress.From(http.Connection.RemoteIpAddress))
            : null;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _changes?.Dispose();
        _active?.Dispose();
    }

    // All secrets of a consumer count as one. A consumer's name has no colon.
    private string? NameOfKey(HttpContext http) => _callers.Check(http) switch
    {
        { ValidKey: { } key } => key.Name,
        { State: DeliveryApiKeyState.Unknown or DeliveryApiKeyState.Expired or DeliveryApiKeyState.Revoked } => null,
        _ => _settingsKeys.IsAnySent() ? ":settings" : null,
    };

    private void Apply(RateLimitSettings settings)
    {
        ActiveRateLimits? before = _active;
        if (before?.Are(settings) ?? settings is { PerKey.Permits: 0, PerAddress.Permits: 0 })
        {
            return;
        }

        _active = settings is { PerKey.Permits: 0, PerAddress.Permits: 0 } ? null : new ActiveRateLimits(settings);
        before?.Dispose();
    }
}

/// <summary>The limiters of one state of the settings.</summary>
internal sealed class ActiveRateLimits(RateLimitSettings settings) : IDisposable
{
    private readonly (RateLimitRule, RateLimitRule) _rules = (settings.PerKey, settings.PerAddress);

    /// <summary>By key; <c>null</c> when keys are not limited.</summary>
    public DeliveryLimiter<string>? PerKey { get; } = settings.PerKey.Permits > 0 ? new("key", settings.PerKey) : null;

    /// <summary>By address; <c>null</c> when addresses are not limited.</summary>
    public DeliveryLimiter<LimitedAddress>? PerAddress { get; } = settings.PerAddress.Permits > 0 ? new("address", settings.PerAddress) : null;

    /// <summary>Whether the settings still say so.</summary>
    public bool Are(RateLimitSettings settings) => _rules == (settings.PerKey, settings.PerAddress);

    /// <inheritdoc />
    public void Dispose()
    {
        PerKey?.Dispose();
        PerAddress?.Dispose();
    }
}

/// <summary>What became of a request that was counted.</summary>
/// <param name="IsAllowed">Whether it may go on.</param>
/// <param name="Policy">The value of <c>RateLimit-Policy</c>.</param>
/// <param name="State">The value of <c>RateLimit</c>.</param>
/// <param name="RetryAfter">Whole seconds until it may be tried again; 0 when it is allowed.</param>
internal readonly record struct RateLimitResult(bool IsAllowed, string Policy, string State, int RetryAfter)
{
    /// <summary>Counts a request.</summary>
    public static RateLimitResult Of<TAsker>(DeliveryLimiter<TAsker> limiter, TAsker asker)
        where TAsker : notnull
    {
        bool isAllowed = limiter.TryAcquire(asker, out long remaining, out TimeSpan after);
        int seconds = isAllowed ? 0 : Math.Max(1, (int)Math.Ceiling(after.TotalSeconds));
        return new RateLimitResult(
            isAllowed,
            FormattableString.Invariant($"\"{limiter.Name}\";q={limiter.Rule.Permits};w={(int)limiter.Rule.Window.TotalSeconds}"),
            isAllowed ? FormattableString.Invariant($"\"{limiter.Name}\";r={remaining}") : FormattableString.Invariant($"\"{limiter.Name}\";r=0;t={seconds}"),
            seconds);
    }
}
