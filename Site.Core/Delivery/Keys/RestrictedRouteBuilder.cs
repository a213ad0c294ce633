using Site.Core.Delivery.Preview;
using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;

namespace Site.Core.Delivery.Keys;

/// <summary>Gives the published address to content whose draft the request must not see: that of a draft tells what it is called.</summary>
internal sealed class RestrictedRouteBuilder(PreviewRouteBuilder routes, SnapshotReader reader, AmbientUmbracoContextAccessor contexts) : IApiContentRouteBuilder
{
    /// <inheritdoc />
    public IApiContentRoute? Build(IPublishedContent content, string? culture = null)
    {
        if (contexts.Current is not { InPreviewMode: true, Visibility: not null } preview || reader.AccessTo(content.Key) == ContentAccess.Drafts)
        {
            return routes.Build(content, culture);
        }

        contexts.Set(preview.WithoutPreview());
        try
        {
            return routes.Build(content, culture);
        }
        finally
        {
            contexts.Set(preview);
        }
    }
}
