using Microsoft.Extensions.Options;
using Site.Web.DeliveryApi.Caching;
using Site.Web.DeliveryApi.Keys;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>What holds for every media route before anything is read: headers of the answer, parameters and access.</summary>
internal sealed class MediaAccessFilter(
    IApiAccessService access,
    DeliveryCallers callers,
    IOptionsMonitor<DeliveryApiSettings> settings,
    KeptAnswers answers) : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        DeliveryHeaders.AddMedia(http.Response.Headers, settings.CurrentValue is { PublicAccess: true, Media.PublicAccess: true });
        return access.HasMediaAccess()
            ? answers.AnswerAsync(context, preview: false, next)
            : new(answers.Invalid(http.Request) ?? DeliveryResults.Unauthorized(callers.Refusal(http, preview: false)));
    }
}
