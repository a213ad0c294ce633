using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>Answers a request that access was granted to: from what was kept of the same one, if it sees what everybody sees.</summary>
internal sealed class KeptAnswers(DeliveryRequest request, DeliveryQueryLimits limits, DeliveryCallers callers, ResponseCache responses)
{
    /// <summary>The answer, kept or made.</summary>
    /// <param name="context">The request.</param>
    /// <param name="preview">Whether it asks for drafts.</param>
    /// <param name="next">Makes it.</param>
    public async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, bool preview, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        bool seesWhatEverybodySees = !preview && callers.VisibilityFor(http, preview) is null;
        ResponseKey? key = seesWhatEverybodySees ? ResponseKey.Of(http.Request, request) : null;

        // What was kept was valid when it was made.
        if (key is not null && responses.Find(key) is { } kept)
        {
            return kept;
        }

        return Invalid(http.Request) ?? (key is null ? await next(context) : await responses.KeepAsync(key, () => next(context)));
    }

    /// <summary>What is wrong with the parameters; <c>null</c> when nothing is.</summary>
    public IResult? Invalid(HttpRequest http) => DeliveryQuery.Validate(http) ?? limits.Validate(http);
}
