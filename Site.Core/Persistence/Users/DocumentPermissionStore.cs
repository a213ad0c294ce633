using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;

namespace Site.Core.Persistence.Users;

/// <summary>The permissions that groups have on single documents.</summary>
internal sealed class DocumentPermissionStore(AmbientDbContext database)
{
    private const string Context = DocumentGranularPermission.ContextType;

    /// <summary>What the groups have of their own, one element per group and document.</summary>
    /// <param name="groupIds">The groups.</param>
    /// <param name="nodeIds">The documents; none means every document.</param>
    public EntityPermissionCollection Get(int[] groupIds, int[] nodeIds)
    {
        SiteDbContext context = database.Read;
        IQueryable<NodeRow> nodes = context.Set<NodeRow>();
        if (nodeIds.Length > 0)
        {
            nodes = nodes.Where(x => nodeIds.Contains(x.Id));
        }

        var rows =
            from permission in context.Set<UserGroup2GranularPermissionRow>()
            join userGroup in context.Set<UserGroupRow>() on permission.UserGroupKey equals userGroup.Key
            join node in nodes on permission.UniqueId equals node.UniqueId
            where permission.Context == Context && groupIds.Contains(userGroup.Id)
            orderby userGroup.Id, node.Id
            select new { GroupId = userGroup.Id, NodeId = node.Id, permission.Permission };

        // The empty verb says that the group may do nothing there; it is not a verb itself.
        return new EntityPermissionCollection(rows.ToList()
            .GroupBy(x => (x.GroupId, x.NodeId), x => x.Permission)
            .Select(x => new EntityPermission(x.Key.GroupId, x.Key.NodeId, x.Where(verb => verb.Length > 0).ToHashSet())));
    }

    /// <summary>Gives the group exactly these permissions on the documents; without documents, removes those that it has on any.</summary>
    public void Replace(Guid groupKey, IEnumerable<string> permissions, int[] nodeIds)
    {
        SiteDbContext context = database.Write;
        Guid[] keys = GetKeys(context, nodeIds);
        Owned(context, groupKey).Where(x => nodeIds.Length == 0 || keys.Contains(x.UniqueId!.Value)).ExecuteDelete();
        foreach (string permission in permissions)
        {
            Add(context, groupKey, permission, keys);
        }
    }

    /// <summary>Gives the group one more permission on the documents.</summary>
    public void Assign(Guid groupKey, string permission, int[] nodeIds)
    {
        SiteDbContext context = database.Write;
        Guid[] keys = GetKeys(context, nodeIds);

        // The empty verb, which says that the group may do nothing there, holds no longer.
        Owned(context, groupKey)
            .Where(x => (x.Permission == permission || x.Permission == string.Empty) && keys.Contains(x.UniqueId!.Value))
            .ExecuteDelete();
        Add(context, groupKey, permission, keys);
    }

    private static IQueryable<UserGroup2GranularPermissionRow> Owned(SiteDbContext context, Guid groupKey) =>
        context.Set<UserGroup2GranularPermissionRow>().Where(x => x.UserGroupKey == groupKey && x.Context == Context && x.UniqueId != null);

    private static Guid[] GetKeys(SiteDbContext context, int[] nodeIds) =>
        [.. context.Set<NodeRow>().Where(x => nodeIds.Contains(x.Id)).Select(x => x.UniqueId)];

    private static void Add(SiteDbContext context, Guid groupKey, string permission, Guid[] nodeKeys)
    {
        context.AddRange(nodeKeys.Select(x => new UserGroup2GranularPermissionRow
        {
            UserGroupKey = groupKey,
            UniqueId = x,
            Permission = permission,
            Context = Context,
        }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }
}
