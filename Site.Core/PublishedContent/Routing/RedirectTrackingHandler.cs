using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.PublishedContent.Routing;

/// <summary>
/// Notes the addresses of published documents before they are published again or moved, and afterwards leads from those that have
/// changed to the new ones. <c>Umbraco:CMS:WebRouting:DisableRedirectUrlTracking</c> turns it off.
/// </summary>
internal sealed class RedirectTrackingHandler(RedirectTracker tracker, IOptionsMonitor<WebRoutingSettings> webRouting) :
    INotificationHandler<ContentPublishingNotification>,
    INotificationHandler<ContentPublishedNotification>,
    INotificationHandler<ContentMovingNotification>,
    INotificationHandler<ContentMovedNotification>
{
    private const string StateKey = "Site.RedirectTracking.OldRoutes";

    /// <inheritdoc />
    public void Handle(ContentPublishingNotification notification) => Store(notification, notification.PublishedEntities, isMove: false);

    /// <inheritdoc />
    public void Handle(ContentPublishedNotification notification)
    {
        Create(notification);
        Release(notification.PublishedEntities);
    }

    /// <inheritdoc />
    public void Handle(ContentMovingNotification notification) => Store(notification, notification.MoveInfoCollection.Select(x => x.Entity), isMove: true);

    /// <inheritdoc />
    public void Handle(ContentMovedNotification notification) => Create(notification);

    private void Store(IStatefulNotification notification, IEnumerable<IContent> entities, bool isMove)
    {
        if (webRouting.CurrentValue.DisableRedirectUrlTracking)
        {
            return;
        }

        Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes = [];
        foreach (IContent entity in entities)
        {
            tracker.StoreOldRoute(entity, oldRoutes, isMove);
        }

        notification.State[StateKey] = oldRoutes;
    }

    private void Create(IStatefulNotification notification)
    {
        if (notification.State.TryGetValue(StateKey, out object? state)
            && state is Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes)
        {
            tracker.CreateRedirects(oldRoutes);
        }
    }

    private void Release(IEnumerable<IContent> entities)
    {
        if (webRouting.CurrentValue.DisableRedirectUrlTracking)
        {
            return;
        }

        foreach (IContent entity in entities)
        {
            tracker.ReleaseRoutes(entity);
        }
    }
}
