using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Extensions;

namespace Site.Core.PublishedContent.Routing;

/// <summary>Has <see cref="NavigationKeeper"/> look after branches of documents that were refreshed.</summary>
internal sealed class DocumentNavigationHandler(
    SnapshotStore snapshots,
    IDocumentNavigationQueryService tree,
    IDocumentNavigationManagementService management) : INotificationAsyncHandler<ContentCacheRefresherNotification>
{
    /// <inheritdoc />
    public Task HandleAsync(ContentCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        IEnumerable<ContentCacheRefresher.JsonPayload> payloads = notification.MessageObject as ContentCacheRefresher.JsonPayload[] ?? [];
        int[] ids = [.. payloads.Where(x => !x.Blueprint && x.ChangeTypes.HasType(TreeChangeTypes.RefreshBranch)).Select(x => x.Id)];
        return NavigationKeeper.KeepAsync(snapshots.Current.Documents, ids, tree, management);
    }
}

/// <summary>Has <see cref="NavigationKeeper"/> look after branches of media items that were refreshed.</summary>
internal sealed class MediaNavigationHandler(
    SnapshotStore snapshots,
    IMediaNavigationQueryService tree,
    IMediaNavigationManagementService management) : INotificationAsyncHandler<MediaCacheRefresherNotification>
{
    /// <inheritdoc />
    public Task HandleAsync(MediaCacheRefresherNotification notification, CancellationToken cancellationToken)
    {
        IEnumerable<MediaCacheRefresher.JsonPayload> payloads = notification.MessageObject as MediaCacheRefresher.JsonPayload[] ?? [];
        int[] ids = [.. payloads.Where(x => x.ChangeTypes.HasType(TreeChangeTypes.RefreshBranch)).Select(x => x.Id)];
        return NavigationKeeper.KeepAsync(snapshots.Current.Media, ids, tree, management);
    }
}
