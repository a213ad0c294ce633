using Site.Core.PublishedContent.Context;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>Begins what every content route reads in: drafts or not, what of them, the culture, the start item. Access has been granted before.</summary>
internal sealed class ContentRequestFilter(
    DeliveryRequest request,
    RequestCulture culture,
    IRequestStartItemProvider startItems,
    DeliveryCallers callers,
    ISiteUmbracoContextFactory umbracoContexts) : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        using UmbracoContextReference umbracoContext = umbracoContexts.BeginAtOwnAddress(
            request.IsPreview,
            callers.VisibilityFor(context.HttpContext, request.IsPreview));
        culture.Begin();
        return request.StartItem is not null && startItems.GetStartItem() is null
            ? DeliveryResults.StartItemNotFound()
            : await next(context);
    }
}
