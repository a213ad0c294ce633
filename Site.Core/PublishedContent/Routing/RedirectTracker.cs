using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Core.PublishedContent.Routing;

/// <summary>Remembers under which addresses documents were published, and leads from those to the new ones.</summary>
/// <remarks>
/// Routes are Core's: the path below the nearest node with a domain, after that node's id, e.g. <c>1234/ap-mali</c>; or the path from
/// the root. The content finder for redirects asks for the same form.
/// </remarks>
internal sealed class RedirectTracker(
    IDocumentUrlService urls,
    IRedirectUrlService redirects,
    IPublishedContentCache contents,
    IDocumentNavigationQueryService navigation,
    ICoreScopeProvider scopes,
    ILanguageRepository languages,
    IShortStringHelper shortStrings,
    UrlSegmentProviderCollection segmentProviders) : IRedirectTracker
{
    /// <inheritdoc />
    [Obsolete("Core asks for the overload that says whether it is a move.")]
    public void StoreOldRoute(IContent entity, Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes) =>
        StoreOldRoute(entity, oldRoutes, isMove: true);

    /// <inheritdoc />
    public void StoreOldRoute(IContent entity, Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes, bool isMove)
    {
        if (contents.GetById(false, entity.Key) is null || !(isMove || ChangesSegment(entity)))
        {
            return;
        }

        IEnumerable<Guid> below = navigation.TryGetDescendantsKeys(entity.Key, out IEnumerable<Guid> keys) ? keys : [];
        foreach (Guid key in below.Prepend(entity.Key))
        {
            if (contents.GetById(false, key) is not { } content)
            {
                continue;
            }

            foreach ((string culture, string route) in RoutesOf(content))
            {
                oldRoutes[(content.Id, culture)] = (key, route);
            }
        }
    }

    /// <inheritdoc />
    public void CreateRedirects(IDictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes)
    {
        foreach (((int _, string culture), (Guid key, string oldRoute)) in oldRoutes)
        {
            if (RouteOf(key, culture) is { } newRoute && newRoute != oldRoute)
            {
                Release(newRoute, culture);
                redirects.Register(oldRoute, key, culture);
            }
        }
    }

    /// <summary>Removes the redirects from the addresses at which the document is published now.</summary>
    public void ReleaseRoutes(IContent entity)
    {
        if (contents.GetById(false, entity.Key) is { } content)
        {
            foreach ((string culture, string route) in RoutesOf(content))
            {
                Release(route, culture);
            }
        }
    }

    private void Release(string route, string culture)
    {
        if (redirects.GetMostRecentRedirectUrl(route, culture) is { } redirect && redirect.Url == route)
        {
            redirects.Delete(redirect.Key);
        }
    }

    private bool ChangesSegment(IContent entity) => CulturesOf(entity).Any(culture =>
    {
        // What does not vary has no name in a culture.
        string? named = entity.ContentType.VariesByCulture() ? culture : null;
        string[] next = [.. entity.GetUrlSegments(shortStrings, segmentProviders, named, published: false)];
        return urls.GetUrlSegment(entity.Key, culture, isDraft: false) is { } current && next.Length > 0 && next[0] != current;
    });

    private IEnumerable<string> CulturesOf(IContent entity) => entity.ContentType.VariesByCulture() ? entity.PublishedCultures : AllCultures();

    /// <summary>What does not vary by culture may still have an address in each: the domains and ancestors do.</summary>
    private IEnumerable<(string Culture, string Route)> RoutesOf(IPublishedContent content)
    {
        IEnumerable<string> cultures = content.ContentType.VariesByCulture() ? content.Cultures.Keys : AllCultures();
        foreach (string culture in cultures)
        {
            if (RouteOf(content.Key, culture) is { } route)
            {
                yield return (culture, route);
            }
        }
    }

    /// <returns><c>null</c> when the document has no address in the culture.</returns>
    private string? RouteOf(Guid key, string culture) =>
        urls.GetLegacyRouteFormat(key, culture, isDraft: false) is { Length: > 0 } route && route != "#" ? route : null;

    private List<string> AllCultures()
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return [.. languages.GetMany().Select(x => x.IsoCode)];
    }
}
