using Site.Web.DeliveryApi.Requests;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Web;

namespace Site.Web.DeliveryApi;

/// <summary>What holds for every content route: headers of the answer, access, culture and start item, in the contract's order.</summary>
internal sealed class ContentRequestFilter(
    IApiAccessService access,
    DeliveryRequest request,
    RequestCulture culture,
    IRequestStartItemProvider startItems,
    IUmbracoContextFactory umbracoContexts) : IEndpointFilter
{
    private const string Vary = "Accept-Language, Accept-Segment, Preview, Start-Item";

    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        IHeaderDictionary headers = context.HttpContext.Response.Headers;
        headers.Append("Vary", Vary);
        headers["api-supported-versions"] = "2.0";

        if (DeliveryQuery.Validate(context.HttpContext.Request) is { } invalid)
        {
            return invalid;
        }

        if (!access.HasPublicAccess() || (request.IsPreview && !access.HasPreviewAccess()))
        {
            return DeliveryResults.Unauthorized();
        }

        using UmbracoContextReference umbracoContext = umbracoContexts.EnsureUmbracoContext();
        culture.Begin();
        return request.StartItem is not null && startItems.GetStartItem() is null
            ? DeliveryResults.StartItemNotFound()
            : await next(context);
    }
}
