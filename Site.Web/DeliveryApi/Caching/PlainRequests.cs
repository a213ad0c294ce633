using Microsoft.Extensions.Options;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.RateLimits;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>Tells the requests to which everybody gets the same answer: without key, draft and origin, where nobody is counted.</summary>
internal sealed class PlainRequests(IOptionsMonitor<DeliveryApiSettings> settings, DeliveryRequest request, DeliveryRateLimits limits)
{
    /// <summary>The key of the current request's answer; <c>null</c> when the request is not plain.</summary>
    public ResponseKey? KeyOf(HttpRequest http) => http.Path.Value?.StartsWith(DeliveryApiExtensions.Root, StringComparison.OrdinalIgnoreCase) == true
        && (HttpMethods.IsGet(http.Method) || HttpMethods.IsHead(http.Method))
        && limits.Active is null
        && !http.Headers.ContainsKey(DeliveryCallers.Header)
        && !request.IsPreview
        && http.Headers.Origin.Count == 0
            ? ResponseKey.Of(http, request)
            : null;

    /// <summary>Whether one may have an answer without a key; what <see cref="IApiAccessService"/> says then, which would look for one.</summary>
    public bool MayHave(KeptResponse kept)
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current is { Enabled: true, PublicAccess: true } && (!kept.IsMedia || current.Media is { Enabled: true, PublicAccess: true });
    }
}
