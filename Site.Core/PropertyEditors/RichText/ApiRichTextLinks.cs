using System.Text.RegularExpressions;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Resolves the links and media in rich text for the Delivery API.</summary>
internal sealed partial class ApiRichTextLinks(
    IPublishedContentCache contentCache,
    IPublishedMediaCache mediaCache,
    IApiContentRouteBuilder routeBuilder,
    IApiMediaUrlProvider mediaUrlProvider)
{
    /// <summary>Where a local link leads.</summary>
    /// <param name="href">The link as edited.</param>
    /// <param name="type">The link's <c>type</c> attribute: <c>document</c> or <c>media</c>; a UDI says it by itself.</param>
    /// <returns><c>null</c> for any other link; a link without destination when the target is gone or has no address.</returns>
    public ApiRichTextLink? Resolve(string? href, string? type)
    {
        if (href is null || LocalLink().Match(href) is not { Success: true } match)
            return null;

        string postfix = match.Groups["postfix"].Value;
        string target = match.Groups["target"].Value;
        if (UdiParser.TryParse(target, out GuidUdi? udi))
            return Resolve(udi.EntityType, udi.Guid, postfix);

        return Guid.TryParse(target, out Guid key) && type is not null
            ? Resolve(type.ToLowerInvariant(), key, postfix)
            : ApiRichTextLink.Broken;
    }

    /// <summary>The address of the media item that an image's <c>data-udi</c> names; <c>null</c> when there is none.</summary>
    public string? MediaUrl(string? dataUdi)
        => UdiParser.TryParse(dataUdi, out GuidUdi? udi)
            && udi.EntityType == Constants.UdiEntityType.Media
            && mediaCache.GetById(udi.Guid) is { } media
            && mediaUrlProvider.GetUrl(media) is { Length: > 0 } url
                ? url
                : null;

    private ApiRichTextLink Resolve(string type, Guid key, string postfix)
        => type switch
        {
            Constants.UdiEntityType.Document when contentCache.GetById(key) is { } content && routeBuilder.Build(content) is { } route
                => new ApiRichTextLink(LinkType.Content, content, route, null, postfix),
            Constants.UdiEntityType.Media when mediaCache.GetById(key) is { } media && mediaUrlProvider.GetUrl(media) is { Length: > 0 } url
                => new ApiRichTextLink(LinkType.Media, media, null, url, postfix),
            _ => ApiRichTextLink.Broken,
        };

    [GeneratedRegex(@"^/?(\{|%7B)localLink:(?<target>[^}%]+)(\}|%7D)(?<postfix>.*)$", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex LocalLink();
}

/// <summary>A resolved local link of rich text.</summary>
/// <param name="Type">Content or media.</param>
/// <param name="Destination">The target; <c>null</c> when the link is broken.</param>
/// <param name="Route">The route of a content target.</param>
/// <param name="Url">The address of a media target.</param>
/// <param name="Postfix">Query string and fragment that follow the link; may be empty.</param>
internal sealed record ApiRichTextLink(LinkType Type, IPublishedContent? Destination, IApiContentRoute? Route, string? Url, string Postfix)
{
    /// <summary>A local link that leads nowhere.</summary>
    public static ApiRichTextLink Broken { get; } = new(LinkType.External, null, null, null, string.Empty);
}
