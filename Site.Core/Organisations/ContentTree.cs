using Site.Core.PublishedContent;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.Organisations;

/// <summary>
/// Walks the published tree. The extensions without arguments that views of a stock site use are not in Umbraco's core assembly; these
/// stand for them. What is published in the default culture counts, so that a page that lacks a translation still has its place;
/// what a public access rule guards is not there.
/// </summary>
public sealed class ContentTree(
    IDocumentNavigationQueryService navigation,
    IPublishedContentStatusFilteringService published,
    IDomainCache domains,
    ProtectedContent guarded)
{
    /// <summary>The site's default culture.</summary>
    public string DefaultCulture => domains.DefaultCulture;

    /// <summary>The portal: the first root of its type.</summary>
    public IPublishedContent? Portal => Roots(ContentTypes.Portal).FirstOrDefault();

    /// <summary>The published roots of a type.</summary>
    public IEnumerable<IPublishedContent> Roots(string contentType) =>
        navigation.TryGetRootKeysOfType(contentType, out IEnumerable<Guid> keys) ? Published(keys) : [];

    /// <summary>The published children in the editors' order.</summary>
    public IEnumerable<IPublishedContent> Children(IPublishedContent content) =>
        navigation.TryGetChildrenKeys(content.Key, out IEnumerable<Guid> keys) ? Published(keys) : [];

    /// <summary>The published children of a type in the editors' order.</summary>
    public IEnumerable<IPublishedContent> Children(IPublishedContent content, string contentType) =>
        Children(content).Where(child => child.ContentType.Alias == contentType);

    /// <summary>Everything published below a document.</summary>
    public IEnumerable<IPublishedContent> Descendants(IPublishedContent content) =>
        navigation.TryGetDescendantsKeys(content.Key, out IEnumerable<Guid> keys) ? Published(keys) : [];

    /// <summary>The document above, or null for a root.</summary>
    public IPublishedContent? Parent(IPublishedContent content) =>
        content.Parent<IPublishedContent>(navigation, published);

    /// <summary>The documents above, the nearest first.</summary>
    public IEnumerable<IPublishedContent> Ancestors(IPublishedContent content)
    {
        for (IPublishedContent? parent = Parent(content); parent is not null; parent = Parent(parent))
            yield return parent;
    }

    /// <summary>The organisation that a document belongs to, itself included.</summary>
    public IPublishedContent? OrganisationOf(IPublishedContent content) =>
        Ancestors(content).Prepend(content).FirstOrDefault(item => item.ContentType.Alias == ContentTypes.Organisation);

    /// <summary>The entries of a reference list, such as all zones, in the editors' order.</summary>
    public IEnumerable<IPublishedContent> References(string contentType) =>
        Roots(ContentTypes.References).SelectMany(root => Descendants(root).Where(item => item.ContentType.Alias == contentType));

    /// <summary>Whether visitors may see the document.</summary>
    public bool IsVisible(IPublishedContent content) => !guarded.Contains(content);

    private IEnumerable<IPublishedContent> Published(IEnumerable<Guid> keys) => published.FilterAvailable(keys, DefaultCulture).Where(IsVisible);
}
