using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Querying;

/// <summary>Tells the index what was refreshed of that which it is made of.</summary>
internal sealed class ContentIndexInvalidation(ContentIndex index) :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>
{
    /// <inheritdoc />
    public void Handle(ContentCacheRefresherNotification notification)
    {
        if (notification.MessageObject is not ContentCacheRefresher.JsonPayload[] payloads)
        {
            index.Invalidate();
            return;
        }

        foreach (ContentCacheRefresher.JsonPayload payload in payloads.Where(x => !x.Blueprint))
        {
            Invalidate(payload);
        }
    }

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => index.Invalidate();

    /// <inheritdoc />
    public void Handle(LanguageCacheRefresherNotification notification) => index.Invalidate();

    /// <inheritdoc />
    public void Handle(PublicAccessCacheRefresherNotification notification) => index.Invalidate();

    private void Invalidate(ContentCacheRefresher.JsonPayload payload)
    {
        if (payload.Key is not { } key || payload.ChangeTypes.HasType(TreeChangeTypes.RefreshAll))
        {
            index.Invalidate();
        }
        else if (payload.ChangeTypes.HasTypesAny(TreeChangeTypes.RefreshBranch | TreeChangeTypes.Remove))
        {
            index.InvalidateBranch(key);
        }
        else
        {
            index.InvalidateItem(key);
        }
    }
}
