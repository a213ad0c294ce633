using System.Diagnostics.CodeAnalysis;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>
/// Finds the root that <c>Start-Item</c> names, by its key or by its URL segment in the current culture: a published one of an allowed type, or
/// in previews any that is saved.
/// </summary>
internal sealed class RequestStartItemProvider(
    DeliveryRequest request,
    IDocumentNavigationQueryService navigation,
    IApiPublishedContentCache contentCache,
    RequestCulture culture) : IRequestStartItemProvider, IRequestStartItemProviderAccessor
{
    /// <inheritdoc />
    public string? RequestedStartItem() => request.StartItem;

    /// <inheritdoc />
    public IPublishedContent? GetStartItem()
    {
        if (request.StartItem is not { Length: > 0 } startItem || !navigation.TryGetRootKeys(out IEnumerable<Guid> roots))
        {
            return null;
        }

        IEnumerable<IPublishedContent> visible = roots.Select(contentCache.GetById).OfType<IPublishedContent>();
        return Guid.TryParse(startItem, out Guid key)
            ? visible.FirstOrDefault(x => x.Key == key)
            : visible.FirstOrDefault(x => string.Equals(culture.GetUrlSegment(x), startItem, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc />
    public bool TryGetValue([NotNullWhen(true)] out IRequestStartItemProvider? requestStartItemProvider)
    {
        requestStartItemProvider = this;
        return true;
    }
}

/// <summary>The culture in which the current request is answered.</summary>
internal sealed class RequestCulture(
    DeliveryRequest request,
    IVariationContextAccessor variationContext,
    IDefaultCultureAccessor defaultCulture,
    IDocumentUrlService documentUrls,
    IRequestPreviewService preview)
{
    /// <summary>The culture, e.g. <c>fr</c>.</summary>
    public string Current => variationContext.VariationContext?.Culture is { Length: > 0 } current ? current : defaultCulture.DefaultCulture;

    /// <summary>Sets the culture and the segment of the request: those of its headers, else the default language.</summary>
    public void Begin() => variationContext.VariationContext =
        new VariationContext(request.AcceptLanguage ?? defaultCulture.DefaultCulture, request.AcceptSegment);

    /// <summary>Sets the culture of the request to the default language, whatever its headers.</summary>
    public void BeginDefault() => variationContext.VariationContext = new VariationContext(defaultCulture.DefaultCulture);

    /// <summary>Switches to the culture of a domain, unless the request has named one.</summary>
    public void UseDomain(string? culture)
    {
        if (culture is not null && request.AcceptLanguage is null && culture != Current)
        {
            variationContext.VariationContext = new VariationContext(culture, request.AcceptSegment);
        }
    }

    /// <summary>The item's URL segment in the culture; in previews that of its draft.</summary>
    public string? GetUrlSegment(IPublishedContent content) => documentUrls.GetUrlSegment(content.Key, Current, preview.IsPreview());
}
