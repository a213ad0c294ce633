using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Core.Delivery.Keys;

/// <summary>Finds content whose draft the request must not see by its published address, also in previews.</summary>
internal sealed class RestrictedDocumentUrls(ApiDocumentUrlService urls, SnapshotReader reader) : IApiDocumentUrlService
{
    /// <inheritdoc />
    public Guid? GetDocumentKeyByRoute(string route, string? culture, bool preview)
    {
        Guid? found = urls.GetDocumentKeyByRoute(route, culture, preview);
        if (!preview || !reader.IsRestricted || (found is { } draft && ShowsDraft(draft)))
        {
            return found;
        }

        return urls.GetDocumentKeyByRoute(route, culture, preview: false) is { } published && !ShowsDraft(published) ? published : null;
    }

    private bool ShowsDraft(Guid document) => reader.AccessTo(document) == ContentAccess.Drafts;
}
