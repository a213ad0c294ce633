using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Users;

/// <summary>Saving, disabling, enabling and deleting users through Core's user service, and what handlers are told of it.</summary>
public abstract class UserSavingTests(SiteFixture site)
{
    private static readonly Guid _super = Constants.Security.SuperUserKey;

    private IUserService Users => site.Get<IUserService>();

    private IBackOfficeUserStore Store => site.Get<IBackOfficeUserStore>();

    [Fact]
    public async Task A_user_is_created_and_changed_and_handlers_are_told_after_it_is_committed()
    {
        User user = site.NewUser();
        List<string?> told = [];
        using (RefreshListener.Hear<UserSavedNotification>(x => told.AddRange(x.SavedEntities.Select(saved => Users.GetUserById(saved.Id)!.Name))))
        {
            Users.Save(user);
            IUser read = Users.GetUserById(user.Id)!;
            read.Name = "Aïcha Diarra";
            Users.Save(read);
        }

        Assert.Equal(["Aïssata Élodie Touré", "Aïcha Diarra"], told);
        Assert.Equal("Aïcha Diarra", (await Store.GetAsync(user.Key))!.Name);
        Assert.Equal(user.Id, (await Store.GetByUserNameAsync(user.Username.ToUpperInvariant()))!.Id);
        Assert.Equal(user.Id, (await Store.GetByEmailAsync(user.Email))!.Id);
    }

    [Fact]
    public async Task A_handler_can_refuse_and_nothing_is_written()
    {
        User user = site.AddUser();
        IUser read = Users.GetUserById(user.Id)!;
        read.Name = "Refusé";

        using (RefreshListener.Hear<UserSavingNotification>(x => x.Cancel = true))
        {
            Assert.Equal(UserOperationStatus.CancelledByNotification, await Store.SaveAsync(read));
        }

        Assert.Equal(user.Name, Users.GetUserById(user.Id)!.Name);
    }

    [Fact]
    public async Task Nobody_takes_the_login_of_another_or_none()
    {
        User one = site.AddUser();
        User two = site.AddUser();
        IUser read = Users.GetUserById(two.Id)!;

        read.Username = one.Username.ToUpperInvariant();
        Assert.Equal(UserOperationStatus.DuplicateUserName, await Store.SaveAsync(read));
        User nameless = site.NewUser();
        nameless.Username = " ";
        Assert.Equal(UserOperationStatus.InvalidUserName, await Store.SaveAsync(nameless));

        Assert.Equal(two.Username, Users.GetUserById(two.Id)!.Username);
        Assert.False(nameless.HasIdentity);
    }

    [Fact]
    public async Task Users_are_disabled_and_enabled_by_others_only()
    {
        IUserGroup administrators = (await site.Get<IUserGroupService>().GetAsync(Constants.Security.AdminGroupKey))!;
        User user = site.AddUser(groups: administrators);

        Assert.Equal(UserOperationStatus.CannotDisableSelf, await Users.DisableAsync(user.Key, new HashSet<Guid> { user.Key }));
        Assert.Equal(UserOperationStatus.Success, await Users.DisableAsync(_super, new HashSet<Guid> { user.Key }));
        Assert.Equal(UserState.Disabled, Users.GetUserById(user.Id)!.UserState);
        Assert.Equal(UserOperationStatus.Success, await Users.EnableAsync(_super, new HashSet<Guid> { user.Key }));
        Assert.True(Users.GetUserById(user.Id)!.IsApproved);
    }

    [Fact]
    public async Task A_user_who_never_signed_in_is_deleted_and_another_is_not()
    {
        User fresh = site.AddUser();
        User known = site.AddUser(x => x.LastLoginDate = DateTime.UtcNow);

        Assert.Equal(UserOperationStatus.Success, await Users.DeleteAsync(_super, new HashSet<Guid> { fresh.Key }));
        UserOperationStatus refused = await Users.DeleteAsync(_super, new HashSet<Guid> { known.Key });

        Assert.NotEqual(UserOperationStatus.Success, refused);
        Assert.Null(Users.GetUserById(fresh.Id));
        Assert.NotNull(Users.GetUserById(known.Id));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserSavingTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserSavingTests(site), IClassFixture<PostgresSiteFixture>;
}
