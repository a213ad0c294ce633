using Microsoft.Extensions.Options;
using Site.Core.Organisations;
using Site.Core.Organisations.Export;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;

namespace Site.Web.Website.Addresses;

/// <summary>Addresses of pages and files. None of them comes from a request's Host.</summary>
internal sealed class SiteAddresses(IPublishedUrlProvider urls, IDomainCache domains, IOptionsMonitor<WebRoutingSettings> routing) : IContentAddresses
{
    /// <summary>The site's default culture.</summary>
    public string DefaultCulture => domains.DefaultCulture;

    /// <summary>The cultures that have an address, in the order of their domains.</summary>
    public IReadOnlyList<string> Cultures =>
        [.. domains.GetAll(includeWildcards: false).OrderBy(domain => domain.SortOrder).Select(domain => domain.Culture).OfType<string>().Distinct()];

    /// <summary>
    /// Where the site stands on the web: <c>Umbraco:CMS:WebRouting:UmbracoApplicationUrl</c>, else the first bound domain that is
    /// absolute; null when neither is set, and then nothing that needs absolute addresses is offered.
    /// </summary>
    public Uri? Origin =>
        new[] { routing.CurrentValue.UmbracoApplicationUrl }
            .Concat(domains.GetAll(includeWildcards: false).Select(domain => domain.Name))
            .Select(AsOrigin)
            .FirstOrDefault(origin => origin is not null);

    /// <summary>The path of a page in a culture; a page that lacks the translation has the default culture's path below the culture's own.</summary>
    /// <returns>A path that begins and ends with a slash, or null when the document has no address.</returns>
    public string? PathOf(IPublishedContent content, string culture)
    {
        if (content.ExistsIn(culture))
            return Path(content, culture);
        return Path(content, DefaultCulture) is { } path && PrefixOf(culture) is { } prefix && PrefixOf(DefaultCulture) is { } own && path.StartsWith(own, StringComparison.Ordinal)
            ? prefix + path[own.Length..]
            : null;
    }

    /// <summary>The path that a culture's pages begin with, such as <c>/en/</c>; null when no domain gives the culture one.</summary>
    public string? PrefixOf(string culture) =>
        domains.GetAll(includeWildcards: false)
            .Where(domain => string.Equals(domain.Culture, culture, StringComparison.OrdinalIgnoreCase))
            .OrderBy(domain => domain.SortOrder)
            .Select(domain => PathOfDomain(domain.Name))
            .FirstOrDefault();

    /// <summary>The culture whose pages a path belongs to.</summary>
    public string CultureOf(string path) =>
        Cultures
            .Select(culture => (Culture: culture, Prefix: PrefixOf(culture)))
            .Where(item => item.Prefix is not null && $"{path}/".StartsWith(item.Prefix, StringComparison.OrdinalIgnoreCase))
            .OrderByDescending(item => item.Prefix!.Length)
            .Select(item => item.Culture)
            .FirstOrDefault() ?? DefaultCulture;

    /// <summary>The path of a media item's file, or null when it has none.</summary>
    public string? PathOf(MediaFile file) =>
        urls.GetMediaUrl(file.Content, UrlMode.Relative) is { Length: > 1 } path ? path : null;

    /// <summary>The absolute address of a path, or null when the site does not know where it stands.</summary>
    public string? Absolute(string? path) =>
        path is not null && Origin is { } origin ? new Uri(origin, path).AbsoluteUri : null;

    /// <inheritdoc />
    public string? AddressOf(IPublishedContent content, string culture) => PathOf(content, culture) is { } path ? Absolute(path) ?? path : null;

    /// <inheritdoc />
    public string? AddressOf(MediaFile? file) => file is not null && PathOf(file) is { } path ? Absolute(path) ?? path : null;

    private string? Path(IPublishedContent content, string culture) =>
        urls.GetUrl(content, UrlMode.Relative, culture) is { Length: > 0 } path && path[0] == '/' ? path : null;

    private static string PathOfDomain(string name)
    {
        string path = AsUri(name) is { } absolute ? absolute.AbsolutePath : name;
        return $"/{path.Trim('/')}/".Replace("//", "/", StringComparison.Ordinal);
    }

    private static Uri? AsOrigin(string? address) => AsUri(address) is { } uri ? new Uri(uri.GetLeftPart(UriPartial.Authority)) : null;

    private static Uri? AsUri(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.Scheme is ("http" or "https") ? uri : null;
}
