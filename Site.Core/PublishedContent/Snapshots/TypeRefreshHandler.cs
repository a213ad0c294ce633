using Site.Core.Hosting.PublishedContent;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Changes;
using Umbraco.Cms.Core.Sync;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// Adds to what Core's refreshers name when a type or a template changes: the types that are composed of the type through others, the
/// contents whose blocks are of the type, and what carries the template.
/// </summary>
internal sealed class TypeRefreshHandler(
    SnapshotStore store,
    IPublishedContentTypeCache publishedTypes,
    IContentTypeService contentTypes,
    IContentTypeCommonRepository repository) :
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<TemplateCacheRefresherNotification>
{
    private static readonly string[] _blockEditors =
    [
        Constants.PropertyEditors.Aliases.BlockList,
        Constants.PropertyEditors.Aliases.BlockGrid,
        Constants.PropertyEditors.Aliases.SingleBlock,
        Constants.PropertyEditors.Aliases.RichText,
    ];

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification)
    {
        if (notification.MessageObject is not ContentTypeCacheRefresher.JsonPayload[] payloads)
        {
            return;
        }

        int[] changed =
        [
            .. payloads.Where(x => x.ItemType == nameof(IContentType) && x.ChangeTypes.HasFlag(ContentTypeChangeTypes.RefreshMain)).Select(x => x.Id),
        ];
        if (changed.Length == 0)
        {
            return;
        }

        HashSet<int> stale = WithComposed(changed);
        publishedTypes.ClearContentTypes(stale);
        if (contentTypes.GetMany(stale.ToArray()).Any(x => x.IsElement))
        {
            stale.UnionWith(contentTypes.GetAll().Where(x => x.CompositionPropertyTypes.Any(y => _blockEditors.Contains(y.PropertyEditorAlias))).Select(x => x.Id));
        }

        store.Refresh(ContentKind.Document, new ContentSelection(ContentTypeIds: stale));
        store.Flush();
    }

    /// <inheritdoc />
    public void Handle(TemplateCacheRefresherNotification notification)
    {
        repository.ClearCache();
        if (notification.MessageType == MessageType.RemoveById)
        {
            store.Refresh(ContentKind.Document, ContentSelection.All);
            store.Flush();
        }
    }

    private HashSet<int> WithComposed(int[] ids)
    {
        HashSet<int> found = [.. ids];
        Queue<int> open = new(ids);
        while (open.TryDequeue(out int id))
        {
            foreach (int composed in contentTypes.GetComposedOf(id).Select(x => x.Id).Where(found.Add))
            {
                open.Enqueue(composed);
            }
        }

        return found;
    }
}
