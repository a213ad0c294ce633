using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Changes;

namespace Site.Core.PublishedContent.Routing;

/// <summary>Renews the URL segments of documents whose type begins or ceases to vary, which have them by language or in all; Core does not.</summary>
internal sealed class UrlSegmentHandler(IContentService contents, IDocumentUrlService urls) : INotificationAsyncHandler<ContentTypeChangedNotification>
{
    private const int PageSize = 500;

    /// <inheritdoc />
    public async Task HandleAsync(ContentTypeChangedNotification notification, CancellationToken cancellationToken)
    {
        foreach (ContentTypeChange<IContentType> change in notification.Changes.Where(x => x.ChangeTypes.HasFlag(ContentTypeChangeTypes.VariationChanged)))
        {
            await RenewAsync(change.Item.Id);
        }
    }

    private async Task RenewAsync(int typeId)
    {
        long page = 0;
        long total;
        do
        {
            IContent[] documents = [.. contents.GetPagedOfType(typeId, page, PageSize, out total, null!)];
            await urls.DeleteUrlsFromCacheAsync(documents.Select(x => x.Key));
            await urls.CreateOrUpdateUrlSegmentsAsync(documents);
            page++;
        }
        while (page * PageSize < total);
    }
}
