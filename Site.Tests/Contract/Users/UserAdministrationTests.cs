using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Users;

/// <summary>What an administrator does with users and groups, through Core's services.</summary>
public abstract class UserAdministrationTests(SiteFixture site) : IAsyncLifetime
{
    private static readonly Guid _super = Constants.Security.SuperUserKey;

    private DocumentModel _model = null!;

    private IUserService Users => site.Get<IUserService>();

    private IUserGroupService Groups => site.Get<IUserGroupService>();

    public static TheoryData<UserOrder> Orders => [.. Enum.GetValues<UserOrder>()];

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [MemberData(nameof(Orders))]
    public async Task Users_are_listed_in_every_order_both_ways_page_by_page(UserOrder order)
    {
        UserGroup group = site.AddGroup();
        User[] users = [.. Enumerable.Range(0, 5).Select(x => site.AddUser(user => Number(user, x), group))];
        Guid[] expected = order is UserOrder.IsApproved or UserOrder.IsLockedOut
            ? [.. users.OrderBy(x => order == UserOrder.IsApproved ? x.IsApproved : x.IsLockedOut).ThenBy(x => x.Id).Select(x => x.Key)]
            : [.. users.Select(x => x.Key)];

        Assert.Equal(expected, await ListAsync(group, order, Direction.Ascending));
        if (expected.SequenceEqual(users.Select(x => x.Key)))
        {
            Assert.Equal(expected.Reverse(), await ListAsync(group, order, Direction.Descending));
        }
    }

    [Fact]
    public async Task Users_are_found_by_a_part_of_name_login_or_address_within_groups_and_states()
    {
        UserGroup group = site.AddGroup();
        UserGroup other = site.AddGroup();
        string mark = Guid.NewGuid().ToString("N")[..12];
        User byName = site.AddUser(x => x.Name = $"Élise {mark} Keïta", group);
        User byLogin = site.AddUser(x => x.Username = $"{mark}@example.org", group, other);
        User disabled = site.AddUser(x => (x.Name, x.IsApproved) = ($"{mark} x", false), group);

        Assert.Equal([byName.Key, byLogin.Key, disabled.Key], await FilterAsync(new UserFilter { NameFilters = new HashSet<string> { mark.ToUpperInvariant() } }));
        Assert.Equal([byName.Key], await FilterAsync(new UserFilter { NameFilters = new HashSet<string> { $"éLISE {mark}" } }));
        Assert.Equal([byLogin.Key], await FilterAsync(new UserFilter { IncludedUserGroups = new HashSet<Guid> { group.Key, other.Key }, NameFilters = new HashSet<string> { mark + "@" } }));
        Assert.Equal([byName.Key, disabled.Key], await FilterAsync(new UserFilter { IncludedUserGroups = new HashSet<Guid> { group.Key }, ExcludeUserGroups = new HashSet<Guid> { other.Key } }));
        Assert.Equal([disabled.Key], await FilterAsync(new UserFilter { IncludedUserGroups = new HashSet<Guid> { group.Key }, IncludeUserStates = new HashSet<UserState> { UserState.Disabled } }));
    }

    [Fact]
    public async Task Only_administrators_are_told_of_administrators()
    {
        UserGroup group = site.AddGroup(x => x.AddAllowedSection(Constants.Applications.Users));
        User user = site.AddUser(groups: group);
        IUserGroup administrators = (await Groups.GetAsync(Constants.Security.AdminGroupKey))!;
        User administrator = site.AddUser(groups: administrators);

        Assert.DoesNotContain(administrator.Key, await AllAsync(user.Key));
        Assert.Contains(administrator.Key, await AllAsync(administrator.Key));
        Assert.Contains(user.Key, await AllAsync(user.Key));
    }

    [Fact]
    public async Task Groups_are_listed_page_by_page_and_found_by_a_part_of_the_name()
    {
        string mark = Guid.NewGuid().ToString("N")[..12];
        UserGroup[] added = [.. Enumerable.Range(0, 3).Select(x => site.AddGroup(group => group.Name = $"Équipe {mark} {x}"))];
        PagedModel<IUserGroup> all = await Groups.GetAllAsync(0, 1000);

        Assert.Equal(all.Items.Skip(2).Take(3).Select(x => x.Key), (await Groups.GetAllAsync(2, 3)).Items.Select(x => x.Key));
        Attempt<PagedModel<IUserGroup>, UserGroupOperationStatus> found = await Groups.FilterAsync(_super, mark.ToUpperInvariant(), 1, 5);
        Assert.Equal((UserGroupOperationStatus.Success, 3L), (found.Status, found.Result.Total));
        Assert.Equal(added.Skip(1).Select(x => x.Key), found.Result.Items.Select(x => x.Key));
    }

    [Fact]
    public async Task Members_come_and_go()
    {
        UserGroup group = site.AddGroup();
        UserGroup other = site.AddGroup();
        User one = site.AddUser(groups: other);
        User two = site.AddUser();

        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.AddUsersToUserGroupAsync(new UsersToUserGroupManipulationModel(group.Key, [one.Key, two.Key]), _super)).Result);
        Assert.Equal([one.Id, two.Id], Users.GetAllInGroup(group.Id).Select(x => x.Id));
        Assert.Equal(2, (await Groups.GetAsync(group.Key))!.UserCount);

        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.RemoveUsersFromUserGroupAsync(new UsersToUserGroupManipulationModel(group.Key, [one.Key]), _super)).Result);
        Assert.Equal([other.Key], Users.GetUserById(one.Id)!.Groups.Select(x => x.Key));
        Assert.Equal([group.Key], Users.GetUserById(two.Id)!.Groups.Select(x => x.Key));
        Assert.Equal(1, (await Groups.GetAsync(group.Key))!.UserCount);
    }

    [Fact]
    public void A_user_passes_from_invitation_to_work_through_lock_and_disabling_and_keeps_the_groups()
    {
        UserGroup group = site.AddGroup();
        User user = site.AddUser(x => (x.IsApproved, x.InvitedDate) = (false, DateTime.UtcNow), group);
        Assert.Equal(UserState.Invited, Users.GetUserById(user.Id)!.UserState);

        Assert.Equal(UserState.Inactive, Change(x => (x.IsApproved, x.EmailConfirmedDate) = (true, DateTime.UtcNow)));
        Assert.Equal(UserState.Active, Change(x => x.LastLoginDate = DateTime.UtcNow));
        Assert.Equal(UserState.LockedOut, Change(x => (x.IsLockedOut, x.FailedPasswordAttempts) = (true, 5)));
        Assert.Equal(UserState.Active, Change(x => (x.IsLockedOut, x.FailedPasswordAttempts) = (false, 0)));
        Assert.Equal(UserState.Disabled, Change(x => x.IsApproved = false));
        Assert.Equal(UserState.Active, Change(x => x.IsApproved = true));
        Assert.Equal([group.Key], Users.GetUserById(user.Id)!.Groups.Select(x => x.Key));

        UserState Change(Action<IUser> change)
        {
            IUser read = Users.GetUserById(user.Id)!;
            change(read);
            Users.Save(read);
            return Users.GetUserById(user.Id)!.UserState;
        }
    }

    [Fact]
    public async Task Documents_outlive_the_user_who_wrote_them()
    {
        IUserGroup administrators = (await Groups.GetAsync(Constants.Security.AdminGroupKey))!;
        User user = site.AddUser(groups: administrators);
        IContent page = _model.NewPage(DocumentModel.Unique("Héritage"));
        page.CreatorId = user.Id;
        Assert.True(_model.Contents.Save(page, user.Id).Success);
        Assert.True(_model.Contents.Publish(page, ["*"], user.Id).Success);
        _model.Contents.PersistContentSchedule(page, ContentScheduleCollection.CreateWithEntry(_model.DefaultCulture, null, DateTime.UtcNow.AddYears(1)));
        Assert.True(_model.Contents.MoveToRecycleBin(_model.SavedNote(DocumentModel.Unique("Jetée")), user.Id).Success);
        site.Get<INotificationService>().SetNotifications(user, page, ["Umb.Document.Publish"]);
        Users.CreateLoginSession(user.Id, "192.0.2.1");

        Users.Delete(user, true);

        Assert.Null(Users.GetUserById(user.Id));
        IContent left = _model.Reload(page);
        Assert.Equal((true, page.Name), (left.Published, left.Name));
        Assert.Null(Users.GetProfileById(left.CreatorId));
        Assert.Null(Users.GetProfileById(left.WriterId));
        Assert.NotEmpty(_model.Contents.GetVersions(left.Id));
        _model.Save(left);
        _model.Publish(_model.Reload(page));
        Assert.True(_model.Contents.Copy(_model.Reload(page), Constants.System.Root, false) is not null);
        Assert.Contains(_model.Contents.GetPagedChildren(Constants.System.Root, 0, 1000, out _, null, null, Ordering.By("owner")), x => x.Id == page.Id);
    }

    // Each property in the order of the numbers, or for what has two values one and then the other.
    private static void Number(User user, int number)
    {
        string mark = $"{number}-{Guid.NewGuid():N}";
        var day = new DateTime(2026, 1, 1 + number, 0, 0, 0, DateTimeKind.Utc);
        (user.Name, user.Username, user.Email, user.Language) = ($"Nom {mark}", $"login-{mark}", $"{mark}@example.org", $"x{number}");
        (user.CreateDate, user.UpdateDate, user.LastLoginDate) = (day, day, day);
        (user.IsApproved, user.IsLockedOut) = (number % 2 == 0, number % 2 == 1);
    }

    private async Task<Guid[]> ListAsync(UserGroup group, UserOrder order, Direction direction)
    {
        List<Guid> keys = [];
        var filter = new UserFilter { IncludedUserGroups = new HashSet<Guid> { group.Key } };
        for (int skip = 0; skip < 6; skip += 2)
        {
            Attempt<PagedModel<IUser>, UserOperationStatus> page = await Users.FilterAsync(_super, filter, skip, 2, order, direction);
            Assert.Equal((UserOperationStatus.Success, 5L), (page.Status, page.Result.Total));
            keys.AddRange(page.Result.Items.Select(x => x.Key));
        }

        return [.. keys];
    }

    private async Task<Guid[]> FilterAsync(UserFilter filter)
    {
        Attempt<PagedModel<IUser>, UserOperationStatus> page = await Users.FilterAsync(_super, filter, 0, 100, UserOrder.Id);
        Assert.Equal(UserOperationStatus.Success, page.Status);
        Assert.Equal(page.Result.Total, page.Result.Items.Count());
        return [.. page.Result.Items.Select(x => x.Key)];
    }

    private async Task<Guid[]> AllAsync(Guid performer)
    {
        Attempt<PagedModel<IUser>?, UserOperationStatus> all = await Users.GetAllAsync(performer, 0, 1000);
        Assert.Equal(UserOperationStatus.Success, all.Status);
        return [.. all.Result!.Items.Select(x => x.Key)];
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserAdministrationTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserAdministrationTests(site), IClassFixture<PostgresSiteFixture>;
}
