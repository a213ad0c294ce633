using Site.Core.PublishedContent.Context;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core;

namespace Site.Web.DeliveryApi;

/// <summary>Begins what those routes read in that never show drafts, whatever the request says: the culture of its headers. Access has been granted before.</summary>
internal sealed class PublishedRequestFilter(RequestCulture culture, DeliveryCallers callers, ISiteUmbracoContextFactory umbracoContexts) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using UmbracoContextReference umbracoContext = umbracoContexts.BeginAtOwnAddress(
            preview: false,
            callers.VisibilityFor(context.HttpContext, preview: false));
        culture.Begin();
        return await next(context);
    }
}
