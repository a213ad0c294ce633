using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Users;

/// <summary>What Core expects of the users that are stored, on both engines.</summary>
public abstract class UserTests(SiteFixture site)
{
    private IUserService Users => site.Get<IUserService>();

    private IUserRepository Repository => site.Get<IUserRepository>();

    [Fact]
    public async Task A_new_database_has_one_administrator_who_cannot_sign_in()
    {
        IUser administrator = (await Users.GetAsync(Constants.Security.SuperUserKey))!;

        Assert.Equal(-1, administrator.Id);
        Assert.Null(administrator.RawPasswordValue);
        Assert.False(administrator.IsApproved);
        Assert.Equal(UserState.Disabled, administrator.UserState);
        Assert.Contains(administrator.Groups, x => x.Key == Constants.Security.AdminGroupKey);
        Assert.Contains(Constants.Applications.Users, administrator.AllowedSections);
    }

    [Fact]
    public async Task A_saved_user_is_read_back_whole()
    {
        NodeRow start = site.AddNode();
        UserGroup group = site.AddGroup("Umb.Document.Read");
        var day = new DateTime(2026, 3, 4, 5, 6, 7, DateTimeKind.Utc);
        User saved = site.AddUser(
            user =>
            {
                user.Language = "fr-FR";
                user.StartContentIds = [start.Id];
                user.StartMediaIds = [Constants.System.Root];
                user.LastLoginDate = day;
                user.InvitedDate = day;
                user.EmailConfirmedDate = day;
                user.LastPasswordChangeDate = day;
                user.LastLockoutDate = day;
                user.FailedPasswordAttempts = 3;
                user.PasswordConfiguration = "{}";
                user.Avatar = "a.png";
                user.Kind = UserKind.Api;
                user.SecurityStamp = "stamp";
            },
            group);

        IUser read = (await Users.GetAsync(saved.Key))!;

        Assert.NotSame(saved, read);
        Assert.False(read.IsDirty());
        Assert.Equal("Aïssata Élodie Touré", read.Name);
        Assert.Equal(saved.Username, read.Username);
        Assert.Equal(saved.Email, read.Email);
        Assert.Equal("hash", read.RawPasswordValue);
        Assert.Equal("{}", read.PasswordConfiguration);
        Assert.Equal("fr-FR", read.Language);
        Assert.Equal([start.Id], read.StartContentIds!);
        Assert.Equal([Constants.System.Root], read.StartMediaIds!);
        Assert.Equal(day, read.LastLoginDate);
        Assert.Equal(day, read.InvitedDate);
        Assert.Equal(day, read.EmailConfirmedDate);
        Assert.Equal(day, read.LastPasswordChangeDate);
        Assert.Equal(day, read.LastLockoutDate);
        Assert.Equal(3, read.FailedPasswordAttempts);
        Assert.Equal("a.png", read.Avatar);
        Assert.Equal(UserKind.Api, read.Kind);
        Assert.Equal("stamp", read.SecurityStamp);
        Assert.Equal(group.Key, Assert.Single(read.Groups).Key);
    }

    [Fact]
    public void A_user_is_found_by_login_and_by_e_mail_in_any_case()
    {
        User user = site.AddUser(x => x.Username = x.Email = $"élodie-{x.Key:N}@example.org");

        string email = user.Email.ToUpperInvariant();
        IQuery<IUser> byEmail = site.Get<ICoreScopeProvider>().CreateQuery<IUser>().Where(x => x.Email == email);

        Assert.Equal(user.Id, site.InScope(() => Repository.GetByUsername(user.Username.ToUpperInvariant(), false))!.Id);
        Assert.Equal(user.Id, Assert.Single(site.InScope(() => Repository.Get(byEmail))).Id);
        Assert.True(Users.Exists(user.Username.ToUpperInvariant()));
        Assert.Equal(user.Name, Users.GetProfileByUserName(user.Username.ToUpperInvariant())!.Name);
        Assert.Equal(user.Name, Users.GetProfileById(user.Id)!.Name);
        Assert.Null(site.InScope(() => Repository.GetByUsername("nobody", false)));
    }

    [Fact]
    public void What_is_done_to_a_user_who_was_read_is_seen_only_once_saved()
    {
        User saved = site.AddUser();
        IUser first = Users.GetUserById(saved.Id)!;
        first.Name = "Autre";

        Assert.Equal(saved.Name, Users.GetUserById(saved.Id)!.Name);

        site.InScope(() => Repository.Save(first));
        Assert.Equal("Autre", Users.GetUserById(saved.Id)!.Name);
    }

    [Fact]
    public void A_save_that_is_rolled_back_leaves_no_trace_in_the_cache()
    {
        User saved = site.AddUser();
        using (site.CreateScope())
        {
            IUser changed = Repository.Get(saved.Id)!;
            changed.Name = "Autre";
            Repository.Save(changed);
            Assert.Equal("Autre", Repository.Get(saved.Id)!.Name);
        }

        Assert.Equal(saved.Name, Users.GetUserById(saved.Id)!.Name);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void New_credentials_end_the_sessions_of_the_old_ones(bool newPassword)
    {
        User user = site.AddUser();
        string stamp = user.SecurityStamp!;
        if (newPassword)
        {
            user.RawPasswordValue = "other hash";
        }
        else
        {
            user.Email = "other-" + user.Email;
        }

        site.InScope(() => Repository.Save(user));

        Assert.NotEqual(stamp, Users.GetUserById(user.Id)!.SecurityStamp);
        Assert.Equal(newPassword, Users.GetUserById(user.Id)!.LastPasswordChangeDate is not null);
    }

    [Fact]
    public void Memberships_and_start_nodes_follow_the_entity()
    {
        UserGroup one = site.AddGroup();
        UserGroup two = site.AddGroup();
        NodeRow node = site.AddNode();
        User user = site.AddUser(x => x.StartContentIds = [node.Id], one);

        user.RemoveGroup(one.Alias);
        user.AddGroup(Umbraco.Extensions.UserGroupExtensions.ToReadOnlyGroup(two));
        user.StartContentIds = [];
        site.InScope(() => Repository.Save(user));

        Assert.Empty(Users.GetAllInGroup(one.Id));
        Assert.Equal(user.Id, Assert.Single(Users.GetAllInGroup(two.Id)).Id);
        Assert.Contains(Users.GetAllNotInGroup(one.Id), x => x.Id == user.Id);
        Assert.DoesNotContain(Users.GetAllNotInGroup(two.Id), x => x.Id == user.Id);
        Assert.Empty(Users.GetUserById(user.Id)!.StartContentIds!);
        Assert.Equal(1, site.InScope(() => site.Get<IUserGroupRepository>().Get(two.Id))!.UserCount);
    }

    /// <summary>Every combination of what makes a state; which state it is, only Core's entity says.</summary>
    public static TheoryData<bool, bool, bool, bool> StateCombinations()
    {
        var data = new TheoryData<bool, bool, bool, bool>();
        foreach (int bits in Enumerable.Range(0, 16))
        {
            data.Add((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(StateCombinations))]
    public void A_user_is_listed_under_the_state_that_the_entity_has(bool approved, bool lockedOut, bool signedInBefore, bool invited)
    {
        UserGroup group = site.AddGroup();
        User user = site.AddUser(
            x =>
            {
                x.IsApproved = approved;
                x.IsLockedOut = lockedOut;
                x.LastLoginDate = signedInBefore ? DateTime.UtcNow : null;
                x.InvitedDate = invited ? DateTime.UtcNow : null;
            },
            group);

        foreach (UserState state in Enum.GetValues<UserState>())
        {
            IEnumerable<IUser> listed = Users.GetAll(0, 10, out long total, nameof(IUser.Username), Direction.Ascending, [state], [group.Alias], (string?)null);

            bool expected = state == UserState.All || state == user.UserState;
            Assert.Equal(expected ? 1 : 0, total);
            Assert.Equal(expected ? 1 : 0, listed.Count());
        }
    }

    [Fact]
    public void The_counts_of_states_add_up()
    {
        site.AddUser();
        IDictionary<UserState, int> states = Users.GetUserStates();

        Assert.Equal(states[UserState.All], states.Where(x => x.Key != UserState.All).Sum(x => x.Value));
    }

    [Fact]
    public void Users_are_paged_filtered_and_ordered()
    {
        UserGroup group = site.AddGroup();
        UserGroup other = site.AddGroup();
        User[] added = [.. new[] { "Élodie Traoré", "Bakary Traoré", "Cheick Diarra" }.Select(name => site.AddUser(x => x.Name = name, group))];
        site.AddUser(x => x.Name = "Élodie Traoré", group, other);

        IUser[] page = [.. Users.GetAll(1, 2, out long total, nameof(IUser.Name), Direction.Descending, includeUserGroups: [group.Alias.ToUpperInvariant()], excludeUserGroups: [other.Alias])];
        IQuery<IUser> filter = site.Get<ICoreScopeProvider>().CreateQuery<IUser>().Where(x => x.Name!.Contains("éLODIE"));
        IUser[] filtered = [.. Users.GetAll(0, 10, out long filteredTotal, nameof(IUser.Name), Direction.Ascending, null, [group.Alias], [other.Alias], filter)];

        Assert.Equal(3, total);
        Assert.Single(page);
        Assert.Equal(1, filteredTotal);
        Assert.Equal(added[0].Id, Assert.Single(filtered).Id);
    }

    [Fact]
    public void A_session_lives_until_it_is_ended()
    {
        User user = site.AddUser();
        Guid session = Users.CreateLoginSession(user.Id, "192.0.2.1");
        Guid other = Users.CreateLoginSession(user.Id, "192.0.2.2");

        Assert.True(Users.ValidateLoginSession(user.Id, session));
        Assert.False(Users.ValidateLoginSession(user.Id + 1, session));
        Users.ClearLoginSession(session);
        Assert.False(Users.ValidateLoginSession(user.Id, session));
        Assert.True(Users.ValidateLoginSession(user.Id, other));
        Assert.Equal(2, Users.ClearLoginSessions(user.Id));
        Assert.False(Users.ValidateLoginSession(user.Id, other));
    }

    [Fact]
    public async Task A_client_signs_in_as_its_user()
    {
        User user = site.AddUser(x => x.Kind = UserKind.Api);
        string client = $"umbraco-back-office-{Guid.NewGuid():N}";
        site.InScope(() => Repository.AddClientId(user.Id, client));

        Assert.Equal(user.Id, (await Users.FindByClientIdAsync(client))!.Id);
        Assert.Equal([client], await Users.GetClientIdsAsync(user.Key));
        Assert.True(await Users.RemoveClientIdAsync(user.Key, client));
        Assert.Null(await Users.FindByClientIdAsync(client));
    }

    [Fact]
    public async Task What_a_deleted_user_made_stays()
    {
        UserGroup group = site.AddGroup();
        User user = site.AddUser(groups: group);
        NodeRow node = site.AddNode();
        Users.Delete(user, true);

        Assert.Null(await Users.GetAsync(user.Key));
        Assert.Empty(Users.GetAllInGroup(group.Id));
        Assert.True(site.InScope(() => site.Get<IEntityRepository>().Exists(node.Id)));
    }

    [Fact]
    public async Task Keys_and_ids_of_users_are_told_from_each_other()
    {
        User user = site.AddUser();
        IUserIdKeyResolver resolver = site.Get<IUserIdKeyResolver>();

        Assert.Equal(user.Id, await resolver.GetAsync(user.Key));
        Assert.Equal(user.Key, await resolver.GetAsync(user.Id));
        Assert.Equal(-1, await resolver.GetAsync(Constants.Security.SuperUserKey));
        Assert.False((await resolver.TryGetAsync(Guid.NewGuid())).Success);
        Assert.False((await resolver.TryGetAsync(int.MaxValue)).Success);
        await Assert.ThrowsAsync<InvalidOperationException>(() => resolver.GetAsync(Guid.NewGuid()));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserTests(site), IClassFixture<PostgresSiteFixture>;
}
