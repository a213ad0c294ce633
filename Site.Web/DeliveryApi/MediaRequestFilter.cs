using Site.Core.PublishedContent.Context;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core;

namespace Site.Web.DeliveryApi;

/// <summary>
/// Begins what every media route reads in: what is published, and the culture of what the item refers to, which is the default one, as media
/// answers do not vary by header. Access has been granted before.
/// </summary>
internal sealed class MediaRequestFilter(RequestCulture culture, DeliveryCallers callers, ISiteUmbracoContextFactory umbracoContexts) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using UmbracoContextReference umbracoContext = umbracoContexts.BeginAtOwnAddress(
            preview: false,
            callers.VisibilityFor(context.HttpContext, preview: false));
        culture.BeginDefault();
        return await next(context);
    }
}
