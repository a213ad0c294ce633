using Microsoft.Extensions.Options;
using Site.Web.DeliveryApi.Keys;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>What holds for every media route before anything is read: headers of the answer, parameters and access.</summary>
internal sealed class MediaAccessFilter(
    IApiAccessService access,
    DeliveryCallers callers,
    DeliveryQueryLimits limits,
    IOptionsMonitor<DeliveryApiSettings> settings) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        DeliveryHeaders.AddMedia(http.Response.Headers, settings.CurrentValue is { PublicAccess: true, Media.PublicAccess: true });
        return DeliveryQuery.Validate(http.Request)
            ?? limits.Validate(http.Request)
            ?? (access.HasMediaAccess() ? await next(context) : DeliveryResults.Unauthorized(callers.Refusal(http, preview: false)));
    }
}
