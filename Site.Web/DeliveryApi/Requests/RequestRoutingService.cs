using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>Turns a requested path into a route below the start item or below the domain's node (specs/content-delivery-api-v2.md section 8.2).</summary>
internal sealed class RequestRoutingService(
    DeliveryRequest request,
    IRequestStartItemProviderAccessor startItems,
    IDomainCache domains,
    RequestCulture culture) : IRequestRoutingService
{
    /// <inheritdoc />
    public string GetContentRoute(string requestedPath)
    {
        string path = "/" + requestedPath.TrimStart('/');
        if (startItems.TryGetValue(out IRequestStartItemProvider? provider) && provider.GetStartItem() is { } startItem)
        {
            return $"{startItem.Id}{BelowStartItem(path, startItem)}";
        }

        if (FindDomain(path) is not { } domain)
        {
            return path;
        }

        culture.UseDomain(domain.Culture);
        return $"{domain.ContentId}{DomainUtilities.PathRelativeToDomain(domain.Uri, path)}";
    }

    /// <summary>The domain that the path belongs to on this host.</summary>
    public DomainAndUri? FindDomain(string path)
    {
        HttpRequest current = request.Current;
        var address = new Uri($"{current.Scheme}://{current.Host}{path}");
        return DomainUtilities.SelectDomain(domains.GetAll(includeWildcards: false), address, defaultCulture: domains.DefaultCulture);
    }

    // The start item answers for "/" and for its own segment.
    private string BelowStartItem(string path, IPublishedContent startItem) =>
        string.Equals(path.Trim('/'), culture.GetUrlSegment(startItem), StringComparison.OrdinalIgnoreCase) ? "/" : path;
}
