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
    DeliveryQueryLimits limits,
    DeliveryCallers callers,
    IOptionsMonitor<DeliveryApiSettings> settings) : IEndpointFilter
{
    private const string Vary = "Accept-Language, Accept-Segment, Preview, Start-Item";

    // One key opens what another does not; where everybody sees the same, the header is Umbraco's.
    private const string KeyedVary = Vary + ", Api-Key";

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        http.Response.Headers.Append("Vary", settings.CurrentValue.PublicAccess ? Vary : KeyedVary);
        http.Response.Headers["api-supported-versions"] = "2.0";
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
