using Site.Web.DeliveryApi.Responses;
using Site.Web.Website.Security;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>
/// Answers what partners' servers ask most, before all other middleware looks at it: a request without keys, drafts and origins whose answer was
/// kept. All else goes its way, on which <see cref="KeptAnswersFilter"/> looks again.
/// </summary>
internal sealed class KeptAnswersMiddleware(PlainRequests requests, ResponseCache responses, JsonResponder responder, SecurityHeaders security)
{
    /// <summary>Answers, or passes the request on.</summary>
    public Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        if (requests.KeyOf(context.Request) is not { } key || responses.Find(key) is not { } kept || !requests.MayHave(kept))
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

        kept.AddAge(headers);
        ReadOnlyMemory<byte> body = responder.Begin(context, kept.Body);
        security.AddTo(context.Response);
        return JsonResponder.SendAsync(context, body);
    }
}
