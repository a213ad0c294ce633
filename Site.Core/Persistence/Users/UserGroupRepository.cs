using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.Users;

/// <summary>User groups, with their sections, languages and permissions.</summary>
internal sealed class UserGroupRepository(
    AmbientDbContext database,
    AppCaches appCaches,
    IShortStringHelper shortStringHelper,
    DocumentPermissionStore documentPermissions)
    : FullCacheRepository<IUserGroup>(database, appCaches), IUserGroupRepository
{
    private static readonly string[] _nodeContexts = [DocumentGranularPermission.ContextType, DocumentPropertyValueGranularPermission.ContextType];

    // Users carry their groups, so a changed group changes them.
    private readonly EntityCache<IUser> _users = new(appCaches, database);

    /// <inheritdoc />
    public IUserGroup? Get(string alias) =>
        All.Find(x => string.Equals(x.Alias, alias, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    public IEnumerable<IUserGroup> GetGroupsAssignedToSection(string sectionAlias) =>
        All.Where(x => x.AllowedSections.Contains(sectionAlias, StringComparer.OrdinalIgnoreCase));

    /// <inheritdoc />
    /// <remarks>The users become the only members; <c>null</c> leaves the members as they are.</remarks>
    public void AddOrUpdateGroupWithUsers(IUserGroup userGroup, int[]? userIds)
    {
        Save(userGroup);
        if (userIds is null)
        {
            return;
        }

        SiteDbContext context = Database.Write;
        context.Set<User2UserGroupRow>().Where(x => x.UserGroupId == userGroup.Id).ExecuteDelete();
        context.AddRange(userIds.Distinct().Select(x => new User2UserGroupRow { UserId = x, UserGroupId = userGroup.Id }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public override void Save(IUserGroup entity)
    {
        base.Save(entity);
        _users.InvalidateAll();
    }

    /// <inheritdoc />
    public override void Delete(IUserGroup entity)
    {
        base.Delete(entity);
        _users.InvalidateAll();
    }

    /// <inheritdoc />
    public EntityPermissionCollection GetPermissions(int[] groupIds, params int[] entityIds) =>
        documentPermissions.Get(groupIds, entityIds);

    /// <inheritdoc />
    /// <remarks>
    /// A group falls back on a node when it has no permission of its own there, and alone: what another group of the user has there
    /// does not matter. Without node ids the nodes are those for which any of the groups has a permission of its own.
    /// </remarks>
    public EntityPermissionCollection GetPermissions(IReadOnlyUserGroup[]? groups, bool fallbackToDefaultPermissions, params int[] nodeIds)
    {
        ArgumentNullException.ThrowIfNull(groups);
        EntityPermissionCollection permissions = GetPermissions([.. groups.Select(x => x.Id)], nodeIds);
        if (!fallbackToDefaultPermissions)
        {
            return permissions;
        }

        int[] nodes = nodeIds is [] ? [.. permissions.Select(x => x.EntityId).Distinct()] : nodeIds;
        foreach (IReadOnlyUserGroup group in groups)
        {
            foreach (int nodeId in nodes)
            {
                // A set by group and node: what the group has there of its own stays.
                permissions.Add(new EntityPermission(group.Id, nodeId, group.Permissions, isDefaultPermissions: true));
            }
        }

        return permissions;
    }

    /// <inheritdoc />
    /// <remarks>Without entity ids the group loses the permissions that it has on nodes.</remarks>
    public void ReplaceGroupPermissions(int groupId, ISet<string> permissions, params int[] entityIds) =>
        ChangePermissions(groupId, group => documentPermissions.Replace(group.Key, permissions, entityIds));

    /// <inheritdoc />
    public void AssignGroupPermission(int groupId, string permission, params int[] entityIds) =>
        ChangePermissions(groupId, group => documentPermissions.Assign(group.Key, permission, entityIds));

    /// <inheritdoc />
    protected override IEnumerable<IUserGroup> LoadAll()
    {
        SiteDbContext context = Database.Read;
        List<UserGroupRow> rows = [.. context.Set<UserGroupRow>().OrderBy(x => x.Name).ThenBy(x => x.Id)];
        ILookup<int, string> sections = context.Set<UserGroup2AppRow>().ToLookup(x => x.UserGroupId, x => x.App);
        ILookup<int, int> languages = context.Set<UserGroup2LanguageRow>().ToLookup(x => x.UserGroupId, x => x.LanguageId);
        ILookup<Guid, string> permissions = context.Set<UserGroup2PermissionRow>().ToLookup(x => x.UserGroupKey, x => x.Permission);
        ILookup<Guid, UserGroup2GranularPermissionRow> granular = context.Set<UserGroup2GranularPermissionRow>().ToLookup(x => x.UserGroupKey);
        Dictionary<int, int> members = context.Set<User2UserGroupRow>()
            .GroupBy(x => x.UserGroupId)
            .Select(x => new { x.Key, Count = x.Count() })
            .ToDictionary(x => x.Key, x => x.Count);
        return rows.Select(row => ToEntity(
            row,
            members.GetValueOrDefault(row.Id),
            new Parts(sections[row.Id], languages[row.Id], permissions[row.Key], granular[row.Key])));
    }

    /// <inheritdoc />
    protected override void PersistNew(IUserGroup entity)
    {
        var row = new UserGroupRow { Key = entity.Key };
        Fill(row, entity);
        SiteDbContext context = Database.Write;
        context.Add(row);
        context.SaveChanges();
        entity.Id = row.Id;
        WriteParts(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistUpdated(IUserGroup entity)
    {
        SiteDbContext context = Database.Write;
        UserGroupRow row = context.Set<UserGroupRow>().AsTracking().SingleOrDefault(x => x.Id == entity.Id)
            ?? throw new InvalidOperationException($"There is no user group {entity.Id} any more.");
        Fill(row, entity);
        ClearParts(context, row.Key);
        context.Set<UserGroup2AppRow>().Where(x => x.UserGroupId == row.Id).ExecuteDelete();
        context.Set<UserGroup2LanguageRow>().Where(x => x.UserGroupId == row.Id).ExecuteDelete();
        WriteParts(context, entity);
    }

    /// <inheritdoc />
    protected override void PersistDeleted(IUserGroup entity) =>
        Database.Write.Set<UserGroupRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    private static void Fill(UserGroupRow row, IUserGroup entity)
    {
        row.Alias = entity.Alias;
        row.Name = entity.Name ?? entity.Alias;
        row.Description = entity.Description;
        row.Icon = entity.Icon;
        row.HasAccessToAllLanguages = entity.HasAccessToAllLanguages;
        row.StartContentId = entity.StartContentId;
        row.StartMediaId = entity.StartMediaId;
        row.CreateDate = entity.CreateDate;
        row.UpdateDate = entity.UpdateDate;
    }

    // What the entity cannot carry, permissions on nodes in contexts that Core does not know, is kept.
    private static void ClearParts(SiteDbContext context, Guid groupKey)
    {
        context.Set<UserGroup2PermissionRow>().Where(x => x.UserGroupKey == groupKey).ExecuteDelete();
        context.Set<UserGroup2GranularPermissionRow>()
            .Where(x => x.UserGroupKey == groupKey && (x.UniqueId == null || _nodeContexts.Contains(x.Context)))
            .ExecuteDelete();
    }

    private static void WriteParts(SiteDbContext context, IUserGroup entity)
    {
        context.AddRange(entity.AllowedSections.Distinct().Select(x => new UserGroup2AppRow { UserGroupId = entity.Id, App = x }));
        context.AddRange(entity.AllowedLanguages.Distinct().Select(x => new UserGroup2LanguageRow { UserGroupId = entity.Id, LanguageId = x }));
        context.AddRange(entity.Permissions.Select(x => new UserGroup2PermissionRow { UserGroupKey = entity.Key, Permission = x }));
        context.AddRange(entity.GranularPermissions.Select(x => new UserGroup2GranularPermissionRow
        {
            UserGroupKey = entity.Key,
            UniqueId = x.Key,
            Permission = x.Permission,
            Context = x.Context,
        }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
        entity.ResetDirtyProperties();
    }

    private StoredUserGroup ToEntity(UserGroupRow row, int userCount, Parts parts)
    {
        var group = new StoredUserGroup(shortStringHelper, userCount, row.Alias, row.Name, row.Icon);
        group.DisableChangeTracking();
        group.Id = row.Id;
        group.Key = row.Key;
        group.Description = row.Description;
        group.HasAccessToAllLanguages = row.HasAccessToAllLanguages;
        group.StartContentId = row.StartContentId;
        group.StartMediaId = row.StartMediaId;
        group.CreateDate = row.CreateDate;
        group.UpdateDate = row.UpdateDate;
        group.Permissions = parts.Permissions.ToHashSet();
        group.GranularPermissions = parts.Granular.Select(x => StoredUserGroup.ToPermission(x.Context, x.UniqueId, x.Permission)).OfType<IGranularPermission>().ToHashSet();
        foreach (string section in parts.Sections)
        {
            group.AddAllowedSection(section);
        }

        foreach (int language in parts.Languages)
        {
            group.AddAllowedLanguage(language);
        }

        group.ResetDirtyProperties(false);
        group.EnableChangeTracking();
        return group;
    }

    private void ChangePermissions(int groupId, Action<IUserGroup> change)
    {
        _ = Database.Write;
        IUserGroup group = Get(groupId) ?? throw new InvalidOperationException($"There is no user group {groupId}.");
        change(group);
        Cache.Invalidate(group);
        _users.InvalidateAll();
    }

    private sealed record Parts(
        IEnumerable<string> Sections,
        IEnumerable<int> Languages,
        IEnumerable<string> Permissions,
        IEnumerable<UserGroup2GranularPermissionRow> Granular);
}
