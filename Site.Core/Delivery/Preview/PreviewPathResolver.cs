using Umbraco.Cms.Core;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Delivery.Preview;

/// <summary>Resolves <c>/preview-{key}/</c>, the path of what has no other yet, in previews and nowhere else (specs/content-delivery-api-v2.md section 8.4).</summary>
internal sealed class PreviewPathResolver(
    IRequestRoutingService routing,
    IApiPublishedContentCache contentCache,
    IRequestPreviewService preview) : ApiContentPathResolver(routing, contentCache)
{
    private readonly IApiPublishedContentCache _contentCache = contentCache;

    /// <inheritdoc />
    public override IPublishedContent? ResolveContentPath(string path)
    {
        ReadOnlySpan<char> trimmed = path.AsSpan().Trim('/');
        return trimmed.StartsWith(Constants.DeliveryApi.Routing.PreviewContentPathPrefix, StringComparison.OrdinalIgnoreCase)
            && Guid.TryParse(trimmed[Constants.DeliveryApi.Routing.PreviewContentPathPrefix.Length..], out Guid key)
            ? preview.IsPreview() ? _contentCache.GetById(key) : null
            : base.ResolveContentPath(path);
    }
}
