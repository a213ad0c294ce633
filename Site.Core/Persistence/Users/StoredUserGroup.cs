using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.Users;

/// <summary>
/// A user group whose clones have permissions of their own. Those of Core's class share its sets, so that whoever changes the
/// permissions of a group that was read would change the cached one, and give rights that nobody saved.
/// </summary>
internal sealed class StoredUserGroup(IShortStringHelper shortStringHelper, int userCount, string alias, string name, string? icon)
    : UserGroup(shortStringHelper, userCount, alias, name, icon)
{
    /// <summary>Makes the permission that a context says it is; <c>null</c> when Core has no class that could carry it.</summary>
    public static IGranularPermission? ToPermission(string context, Guid? key, string permission) => (context, key) switch
    {
        (DocumentGranularPermission.ContextType, { } node) => new DocumentGranularPermission { Key = node, Permission = permission },
        (DocumentPropertyValueGranularPermission.ContextType, { } node) => new DocumentPropertyValueGranularPermission { Key = node, Permission = permission },
        (_, null) => new UnknownTypeGranularPermission { Context = context, Permission = permission },
        _ => null,
    };

    /// <inheritdoc />
    protected override void PerformDeepClone(object clone)
    {
        base.PerformDeepClone(clone);
        var group = (UserGroup)clone;
        group.Permissions = Permissions.ToHashSet();
        group.GranularPermissions = GranularPermissions.Select(x => ToPermission(x.Context, x.Key, x.Permission) ?? x).ToHashSet();
    }
}
