using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.PublishedContent.Routing;

/// <summary>
/// Notes the addresses of published documents before they are published again or moved, and afterwards leads from those that have
/// changed to the new ones. <c>Umbraco:CMS:WebRouting:DisableRedirectUrlTracking</c> turns it off.
/// </summary>
internal sealed class RedirectTrackingHandler(RedirectTracker tracker, ICoreScopeProvider scopes, IOptionsMonitor<WebRoutingSettings> webRouting) :
    INotificationHandler<ContentPublishingNotification>,
    INotificationHandler<ContentPublishedNotification>,
    INotificationHandler<ContentMovingNotification>
{
    private const string Key = "Site.RedirectTracking";

    // After what Core enlists: the new addresses have to be known.
    private const int Last = int.MaxValue;

    /// <inheritdoc />
    public void Handle(ContentPublishingNotification notification) => Note(notification.PublishedEntities, isMove: false);

    /// <inheritdoc />
    public void Handle(ContentMovingNotification notification) => Note(notification.MoveInfoCollection.Select(x => x.Entity), isMove: true);

    /// <inheritdoc />
    public void Handle(ContentPublishedNotification notification)
    {
        if (webRouting.CurrentValue.DisableRedirectUrlTracking)
        {
            return;
        }

        foreach (IContent entity in notification.PublishedEntities)
        {
            tracker.ReleaseRoutes(entity);
        }
    }

    /// <summary>
    /// Keeps the addresses until the scope has ended. The notifications' own state would not do: the one that a branch was published
    /// has none of its documents'.
    /// </summary>
    private void Note(IEnumerable<IContent> entities, bool isMove)
    {
        if (webRouting.CurrentValue.DisableRedirectUrlTracking || scopes.Context is not { } context)
        {
            return;
        }

        Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)> oldRoutes =
            context.Enlist(Key, () => new Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)>(), Create, Last)!;
        foreach (IContent entity in entities)
        {
            tracker.StoreOldRoute(entity, oldRoutes, isMove);
        }
    }

    private void Create(bool completed, Dictionary<(int ContentId, string Culture), (Guid ContentKey, string OldRoute)>? oldRoutes)
    {
        if (completed && oldRoutes is not null)
        {
            tracker.CreateRedirects(oldRoutes);
        }
    }
}
