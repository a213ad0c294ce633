using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.RateLimits;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>
/// Answers what partners' servers ask most, before routing and filters look at it: a request without keys, drafts and origins whose answer was kept.
/// All else goes its way, on which <see cref="KeptAnswersFilter"/> looks again.
/// </summary>
internal sealed class KeptAnswersMiddleware(IApiAccessService access, DeliveryRequest request, ResponseCache responses, DeliveryRateLimits limits)
{
    /// <summary>Answers, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsPlain(context.Request)
            || responses.Find(ResponseKey.Of(context.Request, request)) is not { } kept
            || !(kept.IsMedia ? access.HasMediaAccess() : access.HasPublicAccess()))
        {
            return next(context);
        }

        // Without a key there is access to what is public only.
        IHeaderDictionary headers = context.Response.Headers;
        if (kept.IsMedia)
        {
            DeliveryHeaders.AddMedia(headers, isPublic: true);
        }
        else
        {
            DeliveryHeaders.AddContent(headers, isPublic: true);
        }

        return kept.ExecuteAsync(context);
    }

    private bool IsPlain(HttpRequest http) =>
        limits.Active is null
        && http.Path.Value?.StartsWith(DeliveryApiExtensions.Root, StringComparison.OrdinalIgnoreCase) == true
        && (HttpMethods.IsGet(http.Method) || HttpMethods.IsHead(http.Method))
        && !http.Headers.ContainsKey(DeliveryCallers.Header)
        && !request.IsPreview
        && http.Headers.Origin.Count == 0;
}
