using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Users;

/// <summary>Makes users of their rows.</summary>
internal sealed class UserLoader(AmbientDbContext database, IUserGroupRepository groups, IOptions<GlobalSettings> settings)
{
    /// <summary>Reads what belongs to the users and returns them in the order of their rows.</summary>
    public List<IUser> Load(IReadOnlyCollection<UserRow> rows)
    {
        SiteDbContext context = database.Read;
        int[] ids = [.. rows.Select(x => x.Id)];
        ILookup<int, int> groupIds = context.Set<User2UserGroupRow>()
            .Where(x => ids.Contains(x.UserId))
            .OrderBy(x => x.UserGroupId)
            .ToLookup(x => x.UserId, x => x.UserGroupId);
        ILookup<(int UserId, StartNodeType Type), int> startNodes = context.Set<UserStartNodeRow>()
            .Where(x => ids.Contains(x.UserId))
            .OrderBy(x => x.Id)
            .ToLookup(x => (x.UserId, x.StartNodeType), x => x.StartNode);
        return [.. rows.Select(row => ToEntity(row, groupIds[row.Id], startNodes))];
    }

    private User ToEntity(UserRow row, IEnumerable<int> groupIds, ILookup<(int UserId, StartNodeType Type), int> startNodes)
    {
        int[] ids = [.. groupIds];
        IReadOnlyUserGroup[] userGroups = ids is [] ? [] : [.. groups.GetMany(ids).Select(x => x.ToReadOnlyGroup())];
        var user = new User(
            settings.Value,
            row.Id,
            row.Name,
            row.Email,
            row.Login,
            row.Password ?? string.Empty,
            row.PasswordConfig,
            userGroups,
            [.. startNodes[(row.Id, StartNodeType.Content)]],
            [.. startNodes[(row.Id, StartNodeType.Media)]]);
        user.DisableChangeTracking();
        Fill(user, row);
        user.ResetDirtyProperties(false);
        user.EnableChangeTracking();
        return user;
    }

    private static void Fill(User user, UserRow row)
    {
        user.Key = row.Key;

        // The constructor refuses that there is none, the property does not.
        user.RawPasswordValue = row.Password;
        user.IsApproved = !row.Disabled;
        user.IsLockedOut = row.NoConsole;
        user.Language = row.Language;
        user.SecurityStamp = row.SecurityStamp;
        user.FailedPasswordAttempts = row.FailedLoginAttempts;
        user.LastLockoutDate = row.LastLockoutDate;
        user.LastLoginDate = row.LastLoginDate;
        user.LastPasswordChangeDate = row.LastPasswordChangeDate;
        user.EmailConfirmedDate = row.EmailConfirmedDate;
        user.InvitedDate = row.InvitedDate;
        user.CreateDate = row.CreateDate;
        user.UpdateDate = row.UpdateDate;
        user.Avatar = row.Avatar;
        user.Kind = row.Kind;
    }
}
