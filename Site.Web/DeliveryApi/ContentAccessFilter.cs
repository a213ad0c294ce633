using Microsoft.Extensions.Options;
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
    DeliveryQueryLimits limits,
    IOptionsMonitor<DeliveryApiSettings> settings) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        DeliveryHeaders.AddContent(http.Response.Headers, settings.CurrentValue.PublicAccess);
        if (request.IsPreview)
        {
            http.Response.Headers.CacheControl = "no-store";
        }

        return DeliveryQuery.Validate(http.Request)
            ?? limits.Validate(http.Request)
            ?? (IsGranted() ? await next(context) : DeliveryResults.Unauthorized(callers.Refusal(http, request.IsPreview)));
    }

    private bool IsGranted() => access.HasPublicAccess() && (!request.IsPreview || access.HasPreviewAccess());
}
