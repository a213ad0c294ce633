using Site.Core.Security;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Publishes picked links as <see cref="Link"/>, several of them unless the data type allows one; the Delivery API always gets a list.</summary>
/// <remarks>Links whose target is gone or has no address are left out.</remarks>
internal sealed class MultiUrlPickerValueConverter(
    IPublishedContentCache contentCache,
    IPublishedMediaCache mediaCache,
    IPublishedUrlProvider urlProvider,
    IApiContentRouteBuilder routeBuilder,
    IApiMediaUrlProvider apiMediaUrlProvider)
    : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.MultiUrlPicker;

    /// <inheritdoc />
    public override bool? IsValue(object? value, PropertyValueLevel level)
        => level == PropertyValueLevel.Source ? StoredList.HasItems(value) : base.IsValue(value, level);

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType)
        => IsSingle(propertyType) ? typeof(Link) : typeof(IEnumerable<Link>);

    /// <inheritdoc />
    /// <remarks>The addresses of the targets change on their own.</remarks>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => StoredLink.Read(source);

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
    {
        IEnumerable<Link> links = Links(propertyType, inter).Select(link => ToLink(link, preview)).OfType<Link>();
        return IsSingle(propertyType) ? links.FirstOrDefault() : links.ToArray();
    }

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType) => typeof(IEnumerable<ApiLink>);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
        => Links(propertyType, inter).Select(link => ToApiLink(link, preview)).OfType<ApiLink>().ToArray();

    private static bool IsSingle(IPublishedPropertyType propertyType)
        => propertyType.DataType.ConfigurationAs<MultiUrlPickerConfiguration>() is { MaxNumber: 1 };

    // Imported values did not pass the editor's validation, so addresses that run code are refused here as well.
    private static IEnumerable<StoredLink> Links(IPublishedPropertyType propertyType, object? inter)
    {
        IEnumerable<StoredLink> links = (inter as StoredLink[] ?? []).Where(link => link.Url is null || HtmlAllowList.IsSafeAddress(link.Url));
        int maximum = propertyType.DataType.ConfigurationAs<MultiUrlPickerConfiguration>()?.MaxNumber ?? 0;
        return maximum > 0 ? links.Take(maximum) : links;
    }

    private Link? ToLink(StoredLink link, bool preview)
    {
        IPublishedContent? target = Target(link, preview);
        string? url = link.Udi?.EntityType switch
        {
            null => link.Url ?? string.Empty,
            Constants.UdiEntityType.Document when target is not null => urlProvider.GetUrl(target, culture: link.Culture),
            Constants.UdiEntityType.Media when target is not null => urlProvider.GetMediaUrl(target),
            _ => null,
        };
        if (url is null || (link.Udi is not null && url is "" or "#"))
            return null;

        return new Link
        {
            Name = link.Name ?? target?.Name,
            Target = link.Target,
            Type = Type(link),
            Udi = link.Udi,
            Url = url + link.QueryString,
        };
    }

    private ApiLink? ToApiLink(StoredLink link, bool preview)
    {
        if (link.Udi is null)
            return ApiLink.External(link.Name, link.Url + link.QueryString, link.QueryString, link.Target);

        if (Target(link, preview) is not { } target)
            return null;

        string title = link.Name ?? target.Name;
        string type = target.ContentType.Alias;
        if (Type(link) == LinkType.Content)
        {
            return routeBuilder.Build(target, link.Culture) is { } route
                ? ApiLink.Content(title, link.QueryString, link.Target, target.Key, type, route, link.Culture)
                : null;
        }

        string url = apiMediaUrlProvider.GetUrl(target);
        return url.Length > 0 ? ApiLink.Media(title, url + link.QueryString, link.QueryString, link.Target, target.Key, type) : null;
    }

    private static LinkType Type(StoredLink link)
        => link.Udi?.EntityType switch
        {
            Constants.UdiEntityType.Document => LinkType.Content,
            Constants.UdiEntityType.Media => LinkType.Media,
            _ => LinkType.External,
        };

    private IPublishedContent? Target(StoredLink link, bool preview)
        => Type(link) switch
        {
            LinkType.Content => contentCache.GetById(preview, link.Udi!.Guid),
            LinkType.Media => mediaCache.GetById(preview, link.Udi!.Guid),
            _ => null,
        };
}
