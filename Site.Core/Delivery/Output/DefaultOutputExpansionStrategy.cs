using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Delivery.Output;

/// <summary>
/// Decides which properties are written: all of the item that was asked for, all of every element, none of a content or media item
/// that is referred to (specs/content-delivery-api-v2.md section 4.2, the default without <c>expand</c>).
/// </summary>
/// <remarks>One instance serves one request: it knows whether it is inside an item already.</remarks>
internal sealed class DefaultOutputExpansionStrategy(IApiPropertyRenderer propertyRenderer) : IOutputExpansionStrategy
{
    private bool _isInsideItem;

    /// <inheritdoc />
    public IDictionary<string, object?> MapElementProperties(IPublishedElement element) => Map(element.Properties);

    /// <inheritdoc />
    public IDictionary<string, object?> MapContentProperties(IPublishedContent content) => MapItem(content.Properties);

    /// <inheritdoc />
    public IDictionary<string, object?> MapMediaProperties(IPublishedContent media, bool skipUmbracoProperties = true) => MapItem(skipUmbracoProperties
        ? media.Properties.Where(x => !x.Alias.StartsWith("umbraco", StringComparison.InvariantCultureIgnoreCase))
        : media.Properties);

    private Dictionary<string, object?> MapItem(IEnumerable<IPublishedProperty> properties)
    {
        if (_isInsideItem)
        {
            return [];
        }

        _isInsideItem = true;
        try
        {
            return Map(properties);
        }
        finally
        {
            _isInsideItem = false;
        }
    }

    private Dictionary<string, object?> Map(IEnumerable<IPublishedProperty> properties) =>
        properties.ToDictionary(x => x.Alias, x => propertyRenderer.GetPropertyValue(x, expanding: false));
}
