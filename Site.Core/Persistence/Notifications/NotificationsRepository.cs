using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Notifications;

/// <summary>Of what is done to which nodes users want to know.</summary>
internal sealed class NotificationsRepository(AmbientDbContext database) : INotificationsRepository
{
    private IQueryable<User2NodeNotifyRow> Rows => database.Read.Set<User2NodeNotifyRow>();

    /// <inheritdoc />
    public IEnumerable<Notification> GetUserNotifications(IUser user) => ToNotifications(Rows.Where(x => x.UserId == user.Id));

    /// <inheritdoc />
    public IEnumerable<Notification> GetEntityNotifications(IEntity entity) => ToNotifications(Rows.Where(x => x.NodeId == entity.Id));

    /// <inheritdoc />
    /// <remarks>By user: whoever sends them goes through users and notifications side by side.</remarks>
    public IEnumerable<Notification> GetUsersNotifications(IEnumerable<int> userIds, string? action, IEnumerable<int> nodeIds, Guid objectType)
    {
        int[] users = [.. userIds];
        int[] nodes = [.. nodeIds];
        return ToNotifications(
            Rows.Where(x => users.Contains(x.UserId) && nodes.Contains(x.NodeId) && (action == null || x.Action == action)),
            objectType);
    }

    /// <inheritdoc />
    public IEnumerable<Notification> SetNotifications(IUser user, IEntity entity, string[] actions)
    {
        DeleteNotifications(user, entity);
        Add(actions.Distinct().Select(x => new User2NodeNotifyRow { UserId = user.Id, NodeId = entity.Id, Action = x }));
        return ToNotifications(Rows.Where(x => x.UserId == user.Id && x.NodeId == entity.Id));
    }

    /// <inheritdoc />
    /// <remarks>It does not succeed when the user has it already.</remarks>
    public bool TryCreateNotification(IUser user, IEntity entity, string action, [NotNullWhen(true)] out Notification? notification)
    {
        notification = null;
        if (database.Write.Set<User2NodeNotifyRow>().Any(x => x.UserId == user.Id && x.NodeId == entity.Id && x.Action == action))
        {
            return false;
        }

        Add([new User2NodeNotifyRow { UserId = user.Id, NodeId = entity.Id, Action = action }]);
        notification = ToNotifications(Rows.Where(x => x.UserId == user.Id && x.NodeId == entity.Id && x.Action == action)).Single();
        return true;
    }

    /// <inheritdoc />
    public int DeleteNotifications(IUser user) => database.Write.Set<User2NodeNotifyRow>().Where(x => x.UserId == user.Id).ExecuteDelete();

    /// <inheritdoc />
    public int DeleteNotifications(IEntity entity) => database.Write.Set<User2NodeNotifyRow>().Where(x => x.NodeId == entity.Id).ExecuteDelete();

    /// <inheritdoc />
    public int DeleteNotifications(IUser user, IEntity entity) =>
        database.Write.Set<User2NodeNotifyRow>().Where(x => x.UserId == user.Id && x.NodeId == entity.Id).ExecuteDelete();

    private void Add(IEnumerable<User2NodeNotifyRow> rows)
    {
        SiteDbContext context = database.Write;
        context.AddRange(rows);
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    private List<Notification> ToNotifications(IQueryable<User2NodeNotifyRow> rows, Guid? objectType = null)
    {
        var found =
            from row in rows
            join node in database.Read.Set<NodeRow>() on row.NodeId equals node.Id
            where objectType == null || node.NodeObjectType == objectType
            orderby row.UserId, row.NodeId, row.Action
            select new { row.NodeId, row.UserId, row.Action, node.NodeObjectType };
        return [.. found.AsEnumerable().Select(x => new Notification(x.NodeId, x.UserId, x.Action, x.NodeObjectType))];
    }
}
