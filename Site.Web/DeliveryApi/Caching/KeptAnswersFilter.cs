using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>
/// Answers a request that access was granted to from what was kept of the same one, if it sees what everybody sees. For routes that show nothing but
/// published content and media: nothing else ends what is kept.
/// </summary>
internal sealed class KeptAnswersFilter(DeliveryRequest request, DeliveryCallers callers, ResponseCache responses) : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (request.IsPreview || callers.VisibilityFor(http, preview: false) is not null)
        {
            return next(context);
        }

        var key = ResponseKey.Of(http.Request, request);
        return responses.Find(key) is { } kept ? new(kept) : responses.KeepAsync(key, () => next(context));
    }
}
