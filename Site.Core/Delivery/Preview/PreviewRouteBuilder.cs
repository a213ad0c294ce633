using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Preview;

/// <summary>
/// Gives no route, so that the item is not there, to what a preview must not show although it is saved: what lies in the recycle bin, and
/// what does not exist in the culture (specs/content-delivery-api-v2.md sections 9 and 13). Other routes are Core's.
/// </summary>
internal sealed class PreviewRouteBuilder(
    ApiContentRouteBuilder routes,
    IRequestPreviewService preview,
    IVariationContextAccessor variationContext,
    IDocumentNavigationQueryService navigation) : IApiContentRouteBuilder
{
    /// <inheritdoc />
    public IApiContentRoute? Build(IPublishedContent content, string? culture = null) =>
        preview.IsPreview() && !Exists(content, culture) ? null : routes.Build(content, culture);

    // The recycle bin is a tree of its own.
    private bool Exists(IPublishedContent content, string? culture) =>
        navigation.TryGetParentKey(content.Key, out _)
        && (!content.ContentType.VariesByCulture()
            || content.Cultures.ContainsKey(culture ?? variationContext.VariationContext?.Culture ?? string.Empty));
}
