using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Delivery.Querying;

/// <summary>Invalidates the index after what it is made of was refreshed.</summary>
internal sealed class ContentIndexInvalidation(ContentIndex index) :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>
{
    /// <inheritdoc />
    public void Handle(ContentCacheRefresherNotification notification) => index.Invalidate();

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => index.Invalidate();

    /// <inheritdoc />
    public void Handle(PublicAccessCacheRefresherNotification notification) => index.Invalidate();
}
