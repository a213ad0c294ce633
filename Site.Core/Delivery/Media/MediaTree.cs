using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.Delivery.Media;

/// <summary>The media items that the Delivery API may show, by their place in the tree. What lies in the recycle bin is not among them.</summary>
internal sealed class MediaTree(IMediaNavigationQueryService navigation, IPublishedMediaCache mediaCache)
{
    /// <summary>The item with the key; <c>null</c> without one.</summary>
    public IPublishedContent? Find(Guid key) => navigation.TryGetParentKey(key, out _) ? mediaCache.GetById(key) : null;

    /// <summary>The item whose name and whose ancestors' names are the parts of the path, without regard to case; <c>null</c> without one.</summary>
    public IPublishedContent? FindByPath(string path)
    {
        IPublishedContent? found = null;
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            IEnumerable<IPublishedContent> siblings = found is null ? Roots() : Children(found.Key);
            found = siblings.FirstOrDefault(x => string.Equals(x.Name, name, StringComparison.OrdinalIgnoreCase));
            if (found is null)
            {
                return null;
            }
        }

        return found;
    }

    /// <summary>The items at the root in the order of the tree.</summary>
    public IEnumerable<IPublishedContent> Roots() => navigation.TryGetRootKeys(out IEnumerable<Guid> keys) ? Read(keys) : [];

    /// <summary>The items directly below one in the order of the tree.</summary>
    public IEnumerable<IPublishedContent> Children(Guid key) => navigation.TryGetChildrenKeys(key, out IEnumerable<Guid> keys) ? Read(keys) : [];

    /// <summary>The names of the item's ancestors and its own in lower case, e.g. <c>/photos/harbour.png/</c>.</summary>
    public string PathOf(IPublishedContent media)
    {
        IEnumerable<Guid> keys = navigation.TryGetAncestorsKeys(media.Key, out IEnumerable<Guid> ancestors) ? ancestors.Reverse() : [];
        IEnumerable<string> names = Read(keys).Append(media).Select(x => x.Name ?? string.Empty);
        return $"/{string.Join('/', names).ToLowerInvariant()}/";
    }

    private IEnumerable<IPublishedContent> Read(IEnumerable<Guid> keys) => keys.Select(x => mediaCache.GetById(x)).OfType<IPublishedContent>();
}
