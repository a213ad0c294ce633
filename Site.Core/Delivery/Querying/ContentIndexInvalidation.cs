using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Extensions;

namespace Site.Core.Delivery.Querying;

/// <summary>Tells the indexes what was refreshed of that which they are made of.</summary>
internal sealed class ContentIndexInvalidation(ContentIndexes indexes) :
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
            indexes.ForEach(x => x.Invalidate());
            return;
        }

        foreach (ContentCacheRefresher.JsonPayload payload in payloads.Where(x => !x.Blueprint))
        {
            Invalidate(payload);
        }
    }

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => indexes.ForEach(x => x.Invalidate());

    /// <inheritdoc />
    public void Handle(LanguageCacheRefresherNotification notification) => indexes.ForEach(x => x.Invalidate());

    /// <inheritdoc />
    public void Handle(PublicAccessCacheRefresherNotification notification) => indexes.ForEach(x => x.Invalidate());

    private void Invalidate(ContentCacheRefresher.JsonPayload payload)
    {
        if (payload.Key is not { } key || payload.ChangeTypes.HasType(TreeChangeTypes.RefreshAll))
        {
            indexes.ForEach(x => x.Invalidate());
        }
        else if (payload.ChangeTypes.HasTypesAny(TreeChangeTypes.RefreshBranch | TreeChangeTypes.Remove))
        {
            indexes.ForEach(x => x.InvalidateBranch(key));
        }
        else
        {
            indexes.ForEach(x => x.InvalidateItem(key));
        }
    }
}
