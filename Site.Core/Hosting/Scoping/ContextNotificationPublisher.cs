using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Web;

namespace Site.Core.Hosting.Scoping;

/// <summary>
/// Announces what a scope has committed inside an Umbraco context, whoever committed it: a request, a job, a command or an import. Webhooks
/// are told the address of what was published, and Core's URL providers ask the context for the site's own.
/// </summary>
/// <remarks>
/// A context that is opened here looks at the snapshot first when a handler does, and takes over each later one that the same commit makes.
/// </remarks>
internal sealed class ContextNotificationPublisher(IEventAggregator events, IUmbracoContextFactory contexts)
    : ScopedNotificationPublisher<INotificationHandler>(events)
{
    /// <inheritdoc />
    protected override void PublishScopedNotifications(IList<INotification> notifications)
    {
        using UmbracoContextReference context = contexts.EnsureUmbracoContext();
        base.PublishScopedNotifications(notifications);
    }
}
