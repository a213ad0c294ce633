using Microsoft.Extensions.Options;
using Site.Core.PublishedContent.Context;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>
/// What holds for every media route: headers of the answer, access and the culture of what the item refers to, which is the default one, as
/// media answers do not vary by header.
/// </summary>
internal sealed class MediaRequestFilter(
    IApiAccessService access,
    RequestCulture culture,
    DeliveryQueryLimits limits,
    DeliveryCallers callers,
    IOptionsMonitor<DeliveryApiSettings> settings,
    ISiteUmbracoContextFactory umbracoContexts) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["api-supported-versions"] = "2.0";
        HttpRequest request = context.HttpContext.Request;
        if (settings.CurrentValue is not { PublicAccess: true, Media.PublicAccess: true })
        {
            context.HttpContext.Response.Headers.Append("Vary", DeliveryCallers.Header);
        }

        if ((DeliveryQuery.Validate(request) ?? limits.Validate(request)) is { } invalid)
        {
            return invalid;
        }

        if (!access.HasMediaAccess())
        {
            return DeliveryResults.Unauthorized(callers.Refusal(context.HttpContext, preview: false));
        }

        using UmbracoContextReference umbracoContext = umbracoContexts.BeginAtOwnAddress(
            preview: false,
            callers.VisibilityFor(context.HttpContext, preview: false));
        culture.BeginDefault();
        return await next(context);
    }
}
