using Microsoft.EntityFrameworkCore;
using Site.Tests.Contract.Users;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.ExternalLogins;

/// <summary>What Core expects of accounts elsewhere with which users sign in, on both engines.</summary>
public abstract class ExternalLoginTests(SiteFixture site)
{
    private readonly Guid _user = Guid.NewGuid();
    private readonly string _one = $"one-{Guid.NewGuid():N}";
    private readonly string _two = $"two-{Guid.NewGuid():N}";

    private IExternalLoginWithKeyService Service => site.Get<IExternalLoginWithKeyService>();

    private IExternalLoginWithKeyRepository Repository => site.Get<IExternalLoginWithKeyRepository>();

    [Fact]
    public void A_user_is_found_by_the_account_to_the_letter()
    {
        Service.Save(_user, [new ExternalLogin(_one, "Sub-É", "données")]);

        IIdentityUserLogin login = Assert.Single(Service.Find(_one, "Sub-É"));

        Assert.Equal(_user.ToString(), login.UserId);
        Assert.Equal("données", login.UserData);
        Assert.Equal(login.Id, Assert.Single(Service.GetExternalLogins(_user)).Id);
        Assert.Empty(Service.Find(_one, "sub-é"));
        Assert.Empty(Service.Find(_two, "Sub-É"));
        Assert.Empty(Service.GetExternalLogins(Guid.NewGuid()));
    }

    [Fact]
    public void Saving_replaces_the_accounts_and_one_that_stays_keeps_its_tokens()
    {
        Service.Save(_user, [new ExternalLogin(_one, "1"), new ExternalLogin(_two, "2")]);
        Service.Save(_user, [new ExternalLoginToken(_one, "refresh", "a"), new ExternalLoginToken(_two, "refresh", "b")]);

        Service.Save(_user, [new ExternalLogin(_one, "1", "changed"), new ExternalLogin(_two, "other account")]);

        Assert.Equal(["1", "other account"], Service.GetExternalLogins(_user).Select(x => x.ProviderKey).Order());
        Assert.Equal("changed", Assert.Single(Service.Find(_one, "1")).UserData);
        IIdentityUserToken token = Assert.Single(Service.GetExternalLoginTokens(_user));
        Assert.Equal((_one, "refresh", "a"), (token.LoginProvider, token.Name, token.Value));
    }

    [Fact]
    public void Tokens_are_replaced_for_the_providers_of_which_some_are_given()
    {
        Service.Save(_user, [new ExternalLogin(_one, "1"), new ExternalLogin(_two, "2")]);
        Service.Save(_user, [new ExternalLoginToken(_one, "a", "1"), new ExternalLoginToken(_one, "b", "2"), new ExternalLoginToken(_two, "c", "3")]);

        Service.Save(_user, [new ExternalLoginToken(_one, "b", "4"), new ExternalLoginToken(_one, "d", "5")]);

        Assert.Equal(
            [("b", "4"), ("c", "3"), ("d", "5")],
            Service.GetExternalLoginTokens(_user).Select(x => (x.Name, x.Value)).Order());
        Assert.Throws<InvalidOperationException>(() => Service.Save(_user, [new ExternalLoginToken("unknown", "a", "1")]));
    }

    [Fact]
    public void An_account_belongs_to_one_user()
    {
        Service.Save(_user, [new ExternalLogin(_one, "1")]);

        Assert.Throws<DbUpdateException>(() => Service.Save(Guid.NewGuid(), [new ExternalLogin(_one, "1")]));
    }

    [Fact]
    public void Accounts_go_with_their_user()
    {
        User user = site.AddUser();
        Service.Save(user.Key, [new ExternalLogin(_one, "1")]);
        Service.Save(user.Key, [new ExternalLoginToken(_one, "a", "1")]);
        Service.Save(_user, [new ExternalLogin(_one, "2")]);

        site.Get<IUserService>().Delete(user, true);
        Assert.Empty(Service.GetExternalLogins(user.Key));
        Assert.Empty(Service.GetExternalLoginTokens(user.Key));

        Service.DeleteUserLogins(_user);
        Assert.Empty(Service.GetExternalLogins(_user));
    }

    [Fact]
    public void When_a_provider_is_removed_its_accounts_go_and_its_users_are_signed_out()
    {
        User left = site.AddUser();
        User stays = site.AddUser();
        Service.Save(left.Key, [new ExternalLogin(_one, "1")]);
        Service.Save(stays.Key, [new ExternalLogin(_two, "2")]);

        // Those of the other tests stay.
        string[] current = [.. site.InScope(() => Repository.GetMany()).Select(x => x.LoginProvider).Where(x => x != _one)];
        Service.PurgeLoginsForRemovedProviders(current);

        Assert.Empty(Service.GetExternalLogins(left.Key));
        Assert.Single(Service.GetExternalLogins(stays.Key));
        Assert.NotEqual(left.SecurityStamp, site.Get<IUserService>().GetUserById(left.Id)!.SecurityStamp);
        Assert.Equal(stays.SecurityStamp, site.Get<IUserService>().GetUserById(stays.Id)!.SecurityStamp);
    }

    [Fact]
    public void One_account_is_saved_and_deleted_by_itself()
    {
        var login = new IdentityUserLogin(_one, "1", _user.ToString()) { UserData = "a" };
        site.InScope(() => Repository.Save(login));
        login.UserData = "b";
        site.InScope(() => Repository.Save(login));

        IIdentityUserLogin read = site.InScope(() => Repository.Get(login.Id))!;
        Assert.Equal("b", read.UserData);
        Assert.Equal(_user.ToString(), read.UserId);
        Assert.True(site.InScope(() => Repository.Exists(login.Id)));

        site.InScope(() => Repository.Delete(login));
        Assert.Null(site.InScope(() => Repository.Get(login.Id)));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : ExternalLoginTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : ExternalLoginTests(site), IClassFixture<PostgresSiteFixture>;
}
