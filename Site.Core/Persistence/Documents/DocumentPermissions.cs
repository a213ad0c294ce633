using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;

namespace Site.Core.Persistence.Documents;

/// <summary>Keeps what groups may do with single documents.</summary>
internal sealed class DocumentPermissions(AmbientDbContext database, AppCaches appCaches)
{
    private readonly EntityCache<IUserGroup> _groups = new(appCaches, database);

    /// <summary>The permissions that groups have on the document itself.</summary>
    public EntityPermissionCollection Get(int id)
    {
        SiteDbContext context = database.Read;
        var rows = OfDocument(context, KeyOf(context, id))
            .Join(context.Set<UserGroupRow>(), x => x.UserGroupKey, x => x.Key, (permission, group) => new { group.Id, permission.Permission })
            .ToList();
        return new EntityPermissionCollection(rows
            .GroupBy(x => x.Id, x => x.Permission)
            .Select(x => new EntityPermission(x.Key, id, x.Where(verb => verb.Length > 0).ToHashSet())));
    }

    /// <summary>Replaces every permission that groups have on the document.</summary>
    public void Replace(EntityPermissionSet permissions)
    {
        SiteDbContext context = database.Write;
        Guid? key = KeyOf(context, permissions.EntityId);
        OfDocument(context, key).ExecuteDelete();
        Add(context, key, permissions.PermissionsSet.Select(x => (x.UserGroupId, (IEnumerable<string>)x.AssignedPermissions)));
    }

    /// <summary>Gives groups one more permission on the document.</summary>
    public void Assign(int id, string permission, IEnumerable<int> groupIds)
    {
        SiteDbContext context = database.Write;
        Guid? key = KeyOf(context, id);
        int[] groups = [.. groupIds.Distinct()];

        // The empty verb, which says that a group may do nothing there, holds no longer.
        OfDocument(context, key)
            .Where(x => (x.Permission == permission || x.Permission == string.Empty) && context.Set<UserGroupRow>().Any(g => g.Key == x.UserGroupKey && EF.Parameter(groups).Contains(g.Id)))
            .ExecuteDelete();
        Add(context, key, groups.Select(x => (x, (IEnumerable<string>)[permission])));
    }

    private void Add(SiteDbContext context, Guid? key, IEnumerable<(int GroupId, IEnumerable<string> Verbs)> permissions)
    {
        var keys = context.Set<UserGroupRow>().Select(x => new { x.Id, x.Key }).ToDictionary(x => x.Id, x => x.Key);
        foreach ((int groupId, IEnumerable<string> verbs) in permissions)
        {
            // A group without any permission on the document is different from a group of which nothing is said.
            foreach (string verb in verbs.DefaultIfEmpty(string.Empty))
            {
                context.Add(new UserGroup2GranularPermissionRow
                {
                    UserGroupKey = keys[groupId],
                    UniqueId = key,
                    Permission = verb,
                    Context = DocumentGranularPermission.ContextType,
                });
            }
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        _groups.InvalidateAll();
    }

    private static IQueryable<UserGroup2GranularPermissionRow> OfDocument(SiteDbContext context, Guid? key) =>
        context.Set<UserGroup2GranularPermissionRow>().Where(x => x.UniqueId == key && x.Context == DocumentGranularPermission.ContextType);

    private static Guid KeyOf(SiteDbContext context, int id) =>
        context.Set<NodeRow>().Where(x => x.Id == id).Select(x => (Guid?)x.UniqueId).FirstOrDefault()
            ?? throw new InvalidOperationException($"There is no document {id} to have permissions on.");
}
