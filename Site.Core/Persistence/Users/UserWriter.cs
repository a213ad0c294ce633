using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ExternalLogins;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.TwoFactor;
using Site.Core.Persistence.UserData;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models.Membership;

namespace Site.Core.Persistence.Users;

/// <summary>Writes users with their memberships and start nodes.</summary>
internal sealed class UserWriter(AmbientDbContext database, AppCaches appCaches)
{
    // Groups carry the number of their members.
    private readonly EntityCache<IUserGroup> _groups = new(appCaches, database);

    /// <summary>Inserts or updates the user; a new one gets an id.</summary>
    public void Save(IUser user)
    {
        SiteDbContext context = database.Write;
        EntityDates.Touch(user);
        UserRow row = user.HasIdentity ? Find(context, user) : new UserRow { Key = user.Key };
        RenewSecurityStamp(user, row);
        Fill(row, user);
        if (!user.HasIdentity)
        {
            context.Add(row);
        }

        context.SaveChanges();
        user.Id = row.Id;
        WriteGroups(context, user);
        WriteStartNodes(context, user.Id, StartNodeType.Content, user.StartContentIds ?? []);
        WriteStartNodes(context, user.Id, StartNodeType.Media, user.StartMediaIds ?? []);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        user.ResetDirtyProperties();
    }

    /// <summary>Deletes the user and the user's ways to sign in; what the user made stays, without an author.</summary>
    public void Delete(IUser user)
    {
        SiteDbContext context = database.Write;
        context.Set<NodeRow>().Where(x => x.NodeUser == user.Id).ExecuteUpdate(x => x.SetProperty(row => row.NodeUser, (int?)null));
        context.Set<ContentVersionRow>().Where(x => x.UserId == user.Id).ExecuteUpdate(x => x.SetProperty(row => row.UserId, (int?)null));
        context.Set<ContentVersionCultureVariationRow>()
            .Where(x => x.AvailableUserId == user.Id)
            .ExecuteUpdate(x => x.SetProperty(row => row.AvailableUserId, (int?)null));
        context.Set<UserDataRow>().Where(x => x.UserKey == user.Key).ExecuteDelete();
        context.Set<TwoFactorLoginRow>().Where(x => x.UserOrMemberKey == user.Key).ExecuteDelete();
        context.Set<ExternalLoginRow>().Where(x => x.UserOrMemberKey == user.Key).ExecuteDelete();
        context.Set<UserRow>().Where(x => x.Id == user.Id).ExecuteDelete();
        _groups.InvalidateAll();
    }

    private static UserRow Find(SiteDbContext context, IUser user) =>
        context.Set<UserRow>().AsTracking().SingleOrDefault(x => x.Id == user.Id)
        ?? throw new InvalidOperationException($"There is no user {user.Id} any more.");

    // Whoever signed in with other credentials must sign in again, unless the caller has seen to it.
    private static void RenewSecurityStamp(IUser user, UserRow stored)
    {
        bool newPassword = user.RawPasswordValue != stored.Password;
        bool newCredentials = newPassword || user.Username != stored.Login || user.Email != stored.Email;
        if (string.IsNullOrEmpty(user.SecurityStamp) || (newCredentials && user.SecurityStamp == stored.SecurityStamp))
        {
            user.SecurityStamp = Guid.NewGuid().ToString();
        }

        if (user.HasIdentity && newPassword && user.LastPasswordChangeDate == stored.LastPasswordChangeDate)
        {
            user.LastPasswordChangeDate = DateTime.UtcNow;
        }
    }

    private static void Fill(UserRow row, IUser user)
    {
        row.Disabled = !user.IsApproved;
        row.NoConsole = user.IsLockedOut;
        row.Name = user.Name ?? user.Username;
        row.Login = user.Username;
        row.Password = user.RawPasswordValue;
        row.PasswordConfig = user.PasswordConfiguration;
        row.Email = user.Email;
        row.Language = user.Language;
        row.SecurityStamp = user.SecurityStamp;
        row.FailedLoginAttempts = user.FailedPasswordAttempts;
        row.LastLockoutDate = user.LastLockoutDate;
        row.LastPasswordChangeDate = user.LastPasswordChangeDate;
        row.LastLoginDate = user.LastLoginDate;
        row.EmailConfirmedDate = user.EmailConfirmedDate;
        row.InvitedDate = user.InvitedDate;
        row.CreateDate = user.CreateDate;
        row.UpdateDate = user.UpdateDate;
        row.Kind = user.Kind;
        row.Avatar = user.Avatar;
    }

    private static void WriteStartNodes(SiteDbContext context, int userId, StartNodeType type, int[] wanted)
    {
        IQueryable<UserStartNodeRow> stored = context.Set<UserStartNodeRow>().Where(x => x.UserId == userId && x.StartNodeType == type);
        stored.Where(x => !wanted.Contains(x.StartNode)).ExecuteDelete();
        List<int> kept = [.. stored.Select(x => x.StartNode)];
        context.AddRange(wanted.Except(kept).Select(x => new UserStartNodeRow { UserId = userId, StartNode = x, StartNodeType = type }));
    }

    private void WriteGroups(SiteDbContext context, IUser user)
    {
        int[] wanted = [.. user.Groups.Select(x => x.Id)];
        IQueryable<User2UserGroupRow> stored = context.Set<User2UserGroupRow>().Where(x => x.UserId == user.Id);
        int removed = stored.Where(x => !wanted.Contains(x.UserGroupId)).ExecuteDelete();
        List<int> kept = [.. stored.Select(x => x.UserGroupId)];
        int[] added = [.. wanted.Except(kept)];
        context.AddRange(added.Select(x => new User2UserGroupRow { UserId = user.Id, UserGroupId = x }));
        if (removed > 0 || added.Length > 0)
        {
            _groups.InvalidateAll();
        }
    }
}
