using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using RelationTypes = Umbraco.Cms.Core.Constants.Conventions.RelationTypes;

namespace Site.Core.Persistence.Relations;

/// <summary>
/// Relates what goes to a recycle bin to the parent from which it was taken, so that it can be put back there (Core's recycle bin
/// queries read those relations), and removes the relation of what leaves it.
/// </summary>
internal sealed class OriginalParentHandler(
    ICoreScopeProvider scopes,
    AmbientDbContext database,
    IRelationRepository relations,
    IRelationTypeRepository relationTypes) :
    INotificationHandler<ContentMovedToRecycleBinNotification>,
    INotificationHandler<ContentMovedNotification>,
    INotificationHandler<MediaMovedToRecycleBinNotification>,
    INotificationHandler<MediaMovedNotification>
{
    /// <inheritdoc />
    public void Handle(ContentMovedToRecycleBinNotification notification) =>
        Relate(notification.MoveInfoCollection, Constants.Locks.ContentTree, RelationTypes.RelateParentDocumentOnDeleteAlias);

    /// <inheritdoc />
    public void Handle(ContentMovedNotification notification) =>
        Forget(notification.MoveInfoCollection, Constants.System.RecycleBinContentString, RelationTypes.RelateParentDocumentOnDeleteAlias);

    /// <inheritdoc />
    public void Handle(MediaMovedToRecycleBinNotification notification) =>
        Relate(notification.MoveInfoCollection, Constants.Locks.MediaTree, RelationTypes.RelateParentMediaFolderOnDeleteAlias);

    /// <inheritdoc />
    public void Handle(MediaMovedNotification notification) =>
        Forget(notification.MoveInfoCollection, Constants.System.RecycleBinMediaString, RelationTypes.RelateParentMediaFolderOnDeleteAlias);

    private void Relate<TEntity>(IEnumerable<MoveToRecycleBinEventInfo<TEntity>> moves, int treeLock, string alias)
        where TEntity : class, IContentBase
    {
        using ICoreScope scope = scopes.CreateCoreScope();

        // The move is committed: without the lock a parent could be deleted between the look and the relation.
        scope.WriteLock(treeLock);
        SiteDbContext context = database.Write;
        int typeId = TypeId(alias);
        var parents = moves.ToDictionary(x => x.Entity.Id, x => ParentOf(x.OriginalPath));
        int[] ids = [.. parents.Keys.Concat(parents.Values).Distinct()];
        HashSet<int> existing = [.. context.Set<NodeRow>().Where(x => EF.Parameter(ids).Contains(x.Id)).Select(x => x.Id)];
        Delete(context, typeId, [.. parents.Keys]);
        relations.SaveBulk(parents
            .Where(x => existing.Contains(x.Key) && existing.Contains(x.Value))
            .Select(x => new ReadOnlyRelation(x.Value, x.Key, typeId)));
        scope.Complete();
    }

    private void Forget<TEntity>(IEnumerable<MoveEventInfo<TEntity>> moves, string bin, string alias)
        where TEntity : class, IContentBase
    {
        int[] ids = [.. moves.Where(x => x.OriginalPath.Split(',').Contains(bin)).Select(x => x.Entity.Id)];
        if (ids.Length == 0)
        {
            return;
        }

        using ICoreScope scope = scopes.CreateCoreScope();
        Delete(database.Write, TypeId(alias), ids);
        scope.Complete();
    }

    private static int ParentOf(string path) =>
        path.Split(',') is [.., string parent, _] ? int.Parse(parent, CultureInfo.InvariantCulture) : Constants.System.Root;

    private static void Delete(SiteDbContext context, int typeId, int[] childIds) =>
        context.Set<RelationRow>().Where(x => x.RelationType == typeId && EF.Parameter(childIds).Contains(x.ChildId)).ExecuteDelete();

    private int TypeId(string alias) => relationTypes.GetMany((int[]?)null).First(x => x.Alias == alias).Id;
}
