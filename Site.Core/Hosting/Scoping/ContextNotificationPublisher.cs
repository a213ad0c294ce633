using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Web;

namespace Site.Core.Hosting.Scoping;

/// <summary>
/// Announces what a scope has committed inside an Umbraco context, whoever committed it: a request, a job, a command or an import. Webhooks
/// are told the address of what was published, and Core's URL providers ask the context for the site's own.
/// </summary>
/// <remarks>
/// A context that is opened here looks at the snapshot first when a handler does, and takes over each later one that the same commit makes.
/// </remarks>
internal sealed class ContextNotificationPublisher(IEventAggregator events, IUmbracoContextFactory contexts, CommitAnnouncements announcements)
    : ScopedNotificationPublisher<INotificationHandler>(events)
{
    /// <inheritdoc />
    protected override void PublishScopedNotifications(IList<INotification> notifications)
    {
        // Scopes that only read end here too.
        if (notifications.Count == 0)
        {
            return;
        }

        using IDisposable announcement = announcements.Begin();
        using UmbracoContextReference context = contexts.EnsureUmbracoContext();
        base.PublishScopedNotifications(WithoutRepeated(notifications));
    }

    /// <summary>
    /// Leaves out that a document or media item has changed when a later notification of the same scope says so again: it was saved and
    /// published together, and each refresh of the caches reads it once more, from the same committed state.
    /// </summary>
    private static List<INotification> WithoutRepeated(IList<INotification> notifications)
    {
        HashSet<Guid> later = [];
        List<INotification> needed = [.. notifications.Reverse().Where(x => x switch
        {
            ContentTreeChangeNotification documents => IsNeeded(documents.Changes, later),
            MediaTreeChangeNotification media => IsNeeded(media.Changes, later),
            _ => true,
        })];
        needed.Reverse();
        return needed;
    }

    private static bool IsNeeded<TItem>(IEnumerable<TreeChange<TItem>> changes, HashSet<Guid> later)
        where TItem : class, IUmbracoEntity
    {
        bool isNeeded = !changes.All(x => x is { ChangeTypes: TreeChangeTypes.RefreshNode, PublishedCultures: null, UnpublishedCultures: null, Item: { } item }
            && later.Contains(item.Key));
        later.UnionWith(changes.Where(x => x.ChangeTypes is TreeChangeTypes.RefreshNode or TreeChangeTypes.RefreshBranch).Select(x => x.Item!.Key));
        return isNeeded;
    }
}
