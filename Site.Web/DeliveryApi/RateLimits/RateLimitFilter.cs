using System.Globalization;

namespace Site.Web.DeliveryApi.RateLimits;

/// <summary>
/// Refuses who asks more often than the settings allow, and tells everybody how often that is (draft-ietf-httpapi-ratelimit-headers-10). Comes
/// before all else, so that what is refused costs nothing.
/// </summary>
internal sealed class RateLimitFilter(DeliveryRateLimits limits) : IEndpointFilter
{
    /// <summary>What is left.</summary>
    public const string StateHeader = "RateLimit";

    /// <summary>What is allowed.</summary>
    public const string PolicyHeader = "RateLimit-Policy";

    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        if (limits.Active is not { } active || limits.Count(active, context.HttpContext) is not { } result)
        {
            return next(context);
        }

        IHeaderDictionary headers = context.HttpContext.Response.Headers;
        headers[PolicyHeader] = result.Policy;
        headers[StateHeader] = result.State;
        if (result.IsAllowed)
        {
            return next(context);
        }

        headers.RetryAfter = result.RetryAfter.ToString(CultureInfo.InvariantCulture);
        headers.CacheControl = "no-store";
        return ValueTask.FromResult<object?>(DeliveryResults.TooManyRequests(result.RetryAfter));
    }
}
