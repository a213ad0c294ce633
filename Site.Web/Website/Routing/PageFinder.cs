using Site.Core.PublishedContent;
using Site.Web.Website.Addresses;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Routing;
using RouteDirection = Umbraco.Cms.Core.Routing.RouteDirection;

namespace Site.Web.Website.Routing;

/// <summary>Asks Umbraco's router what an address stands for.</summary>
internal sealed class PageFinder(IPublishedRouter router, UriUtility uris, SiteAddresses addresses, ProtectedContent guarded)
{
    /// <summary>Finds the page of an address. An Umbraco context and a variation context must be open.</summary>
    /// <param name="uri">The address; its host only chooses between bound domains.</param>
    public async Task<PageResult> FindAsync(Uri uri)
    {
        string culture = addresses.CultureOf(uri.AbsolutePath);
        IPublishedRequest request = await RouteAsync(uri);
        if (request.RedirectUrl is { Length: > 0 } target)
            return new PageMoved(WithoutHost(target), request.ResponseStatusCode != StatusCodes.Status302Found);
        if (request.PublishedContent is { } content && request.ResponseStatusCode is (null or 0 or StatusCodes.Status200OK))
            return Found(uri, content, request.Template?.Alias, culture);
        PageResult result = await FindUntranslatedAsync(uri, culture);
        return result is PageMissing ? BuiltInPages.Find(uri.AbsolutePath, culture, addresses) ?? result : result;
    }

    /// <summary>A page that lacks the translation is shown in the default culture, at the place that the translation would have.</summary>
    private async Task<PageResult> FindUntranslatedAsync(Uri uri, string culture)
    {
        if (addresses.PrefixOf(culture) is not { } prefix
            || addresses.PrefixOf(addresses.DefaultCulture) is not { } own
            || prefix == own
            || !uri.AbsolutePath.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return new PageMissing(culture);
        }

        IPublishedRequest request = await RouteAsync(new UriBuilder(uri) { Path = own + uri.AbsolutePath[prefix.Length..] }.Uri);
        return request.PublishedContent is { } content && request.RedirectUrl is null
            ? Found(uri, content, request.Template?.Alias, culture)
            : new PageMissing(culture);
    }

    // Core's finders expect the address as Umbraco writes it, in lower case.
    private async Task<IPublishedRequest> RouteAsync(Uri uri) =>
        await router.RouteRequestAsync(await router.CreateRequestAsync(uris.UriToUmbraco(uri)), new RouteRequestOptions(RouteDirection.Inbound));

    /// <summary>Every page has one address: another one that leads to it (without the slash, in capitals, by number) moves there.</summary>
    private PageResult Found(Uri uri, IPublishedContent content, string? template, string culture)
    {
        if (template is null || guarded.Contains(content) || addresses.PathOf(content, culture) is not { } canonical)
            return new PageMissing(culture);
        return Same(uri.AbsolutePath, canonical)
            ? new PageFound(content, template, culture)
            : new PageMoved(canonical + uri.Query, Permanent: true);
    }

    private static bool Same(string path, string canonical) =>
        string.Equals(Uri.UnescapeDataString(path), Uri.UnescapeDataString(canonical), StringComparison.Ordinal);

    private static string WithoutHost(string target) =>
        Uri.TryCreate(target, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is ("http" or "https") ? absolute.PathAndQuery : target;
}
