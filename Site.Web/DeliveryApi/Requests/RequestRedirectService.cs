using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>Asks the redirect tracker for a path that nothing answers (specs/content-delivery-api-v2.md section 8.3).</summary>
internal sealed class RequestRedirectService(
    IRedirectUrlService redirectUrls,
    RequestRoutingService routing,
    IRequestStartItemProviderAccessor startItems,
    IDocumentNavigationQueryService navigation,
    IApiPublishedContentCache contentCache,
    IApiContentRouteBuilder routeBuilder,
    RequestCulture culture) : IRequestRedirectService
{
    /// <inheritdoc />
    public IApiContentRoute? GetRedirectRoute(string requestedPath)
    {
        string path = "/" + requestedPath.Trim('/');
        IRedirectUrl? redirect = Candidates(path)
            .Distinct()
            .Select(x => redirectUrls.GetMostRecentRedirectUrl(x, culture.Current))
            .FirstOrDefault(x => x is not null);
        return redirect is not null && contentCache.GetById(redirect.ContentKey) is { } content
            ? routeBuilder.Build(content)
            : null;
    }

    private IEnumerable<string> Candidates(string path)
    {
        yield return path;
        yield return routing.GetContentRoute(path);
        if (routing.FindDomain(path) is { } domain)
        {
            yield return $"{domain.ContentId}{DomainUtilities.PathRelativeToDomain(domain.Uri, path)}";
        }

        // What is below a root without a domain is remembered with the root's segment, which the API's paths do not have.
        foreach (IPublishedContent root in Roots())
        {
            yield return $"/{culture.GetUrlSegment(root)}{path}";
        }
    }

    private IEnumerable<IPublishedContent> Roots() =>
        startItems.TryGetValue(out IRequestStartItemProvider? provider) && provider.GetStartItem() is { } startItem ? [startItem]
        : navigation.TryGetRootKeys(out IEnumerable<Guid> roots) ? roots.Select(contentCache.GetById).OfType<IPublishedContent>()
        : [];
}
