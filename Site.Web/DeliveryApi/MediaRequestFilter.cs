using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Web;

namespace Site.Web.DeliveryApi;

/// <summary>
/// What holds for every media route: headers of the answer, access and the culture of what the item refers to, which is the default one, as
/// media answers do not vary by header.
/// </summary>
internal sealed class MediaRequestFilter(
    IApiAccessService access,
    RequestCulture culture,
    DeliveryQueryLimits limits,
    IUmbracoContextFactory umbracoContexts) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers["api-supported-versions"] = "2.0";
        HttpRequest request = context.HttpContext.Request;
        if ((DeliveryQuery.Validate(request) ?? limits.Validate(request)) is { } invalid)
        {
            return invalid;
        }

        if (!access.HasMediaAccess())
        {
            return DeliveryResults.Unauthorized();
        }

        using UmbracoContextReference umbracoContext = umbracoContexts.EnsureUmbracoContext();
        culture.BeginDefault();
        return await next(context);
    }
}
