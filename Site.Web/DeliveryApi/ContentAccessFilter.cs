using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>What holds for every content route before anything is read: headers of the answer, parameters and access, in the contract's order.</summary>
internal sealed class ContentAccessFilter(IApiAccessService access, DeliveryRequest request, DeliveryQueryLimits limits) : IEndpointFilter
{
    private const string Vary = "Accept-Language, Accept-Segment, Preview, Start-Item";

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        http.Response.Headers.Append("Vary", Vary);
        http.Response.Headers["api-supported-versions"] = "2.0";
        if (request.IsPreview)
        {
            http.Response.Headers.CacheControl = "no-store";
        }

        return DeliveryQuery.Validate(http.Request)
            ?? limits.Validate(http.Request)
            ?? (IsGranted() ? await next(context) : DeliveryResults.Unauthorized());
    }

    private bool IsGranted() => access.HasPublicAccess() && (!request.IsPreview || access.HasPreviewAccess());
}
