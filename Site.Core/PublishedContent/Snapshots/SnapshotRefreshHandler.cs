using Site.Core.Hosting.PublishedContent;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// Takes in what a cache refresher has reported before anybody else hears that it is done: search index, feeds and page caches read
/// the new snapshot then.
/// </summary>
internal sealed class SnapshotRefreshHandler(SnapshotStore store) :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<MediaCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<DataTypeCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>
{
    /// <inheritdoc />
    public void Handle(ContentCacheRefresherNotification notification) => store.Flush();

    /// <inheritdoc />
    public void Handle(MediaCacheRefresherNotification notification) => store.Flush();

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => store.Flush();

    /// <inheritdoc />
    public void Handle(DataTypeCacheRefresherNotification notification) => store.Flush();

    /// <inheritdoc />
    /// <remarks>Who may see a content is no part of it.</remarks>
    public void Handle(PublicAccessCacheRefresherNotification notification) => store.Touch();

    /// <inheritdoc />
    /// <remarks>Every content says in which languages it exists, and Core names none when a language is renamed or deleted.</remarks>
    public void Handle(LanguageCacheRefresherNotification notification)
    {
        bool languagesWent = notification.MessageObject is not LanguageCacheRefresher.JsonPayload[] payloads
            || payloads.Any(x => x.ChangeType is LanguageCacheRefresher.JsonPayload.LanguageChangeType.Remove
                or LanguageCacheRefresher.JsonPayload.LanguageChangeType.ChangeCulture);
        if (languagesWent)
        {
            store.Refresh(ContentKind.Document, ContentSelection.All);
            store.Refresh(ContentKind.Media, ContentSelection.All);
            store.Flush();
        }
        else
        {
            store.Touch();
        }
    }
}
