using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.PublishedContent;

/// <summary>
/// Lets Core read anew in which languages documents are published when that changes without a document being published: when a type
/// begins or ceases to vary, when a language goes or is renamed, and when a document comes back from the recycle bin, which unpublishes
/// it. Core does not.
/// </summary>
internal sealed class PublishStatusRefreshHandler(IPublishStatusManagementService status) :
    INotificationAsyncHandler<ContentTypeCacheRefresherNotification>,
    INotificationAsyncHandler<ContentMovedNotification>,
    INotificationAsyncHandler<LanguageCacheRefresherNotification>
{
    /// <inheritdoc />
    public async Task HandleAsync(ContentTypeCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        if (notification.MessageObject is ContentTypeCacheRefresher.JsonPayload[] payloads
            && payloads.Any(x => x.ItemType == nameof(IContentType) && x.ChangeTypes.HasFlag(ContentTypeChangeTypes.RefreshMain)))
        {
            await status.InitializeAsync(cancellationToken);
        }
    }

    /// <inheritdoc />
    public async Task HandleAsync(ContentMovedNotification notification, CancellationToken cancellationToken)
    {
        foreach (MoveEventInfo<IContent> move in notification.MoveInfoCollection.Where(x => x.OriginalPath.StartsWith(Constants.System.RecycleBinContentPathPrefix, StringComparison.Ordinal)))
        {
            await status.AddOrUpdateStatusWithDescendantsAsync(move.Entity.Key, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task HandleAsync(LanguageCacheRefresherNotification notification, CancellationToken cancellationToken) =>
        status.InitializeAsync(cancellationToken);
}
