using Microsoft.Extensions.Options;
using Site.Web.DeliveryApi.Caching;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>What holds for every content route before anything is read: headers of the answer, parameters and access, in the contract's order.</summary>
internal sealed class ContentAccessFilter(
    IApiAccessService access,
    DeliveryRequest request,
    DeliveryCallers callers,
    IOptionsMonitor<DeliveryApiSettings> settings,
    KeptAnswers answers) : IEndpointFilter
{
    /// <inheritdoc />
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        DeliveryHeaders.AddContent(http.Response.Headers, settings.CurrentValue.PublicAccess);
        if (request.IsPreview)
        {
            http.Response.Headers.CacheControl = "no-store";
        }

        return IsGranted()
            ? answers.AnswerAsync(context, request.IsPreview, next)
            : new(answers.Invalid(http.Request) ?? DeliveryResults.Unauthorized(callers.Refusal(http, request.IsPreview)));
    }

    private bool IsGranted() => access.HasPublicAccess() && (!request.IsPreview || access.HasPreviewAccess());
}
