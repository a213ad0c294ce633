using Site.Tests.Contract.Users;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.TwoFactor;

/// <summary>What Core expects of second factors, on both engines.</summary>
public abstract class TwoFactorLoginTests(SiteFixture site)
{
    private readonly Guid _user = Guid.NewGuid();

    private ITwoFactorLoginService Service => site.Get<ITwoFactorLoginService>();

    private ITwoFactorLoginRepository Repository => site.Get<ITwoFactorLoginRepository>();

    [Fact]
    public async Task A_second_factor_is_kept_for_its_user_and_provider()
    {
        await Service.SaveAsync(New("App", "s3cret"));
        await Service.SaveAsync(New("Other", "0ther"));

        Assert.Equal("s3cret", await Service.GetSecretForUserAndProviderAsync(_user, "App"));
        Assert.Null(await Service.GetSecretForUserAndProviderAsync(Guid.NewGuid(), "App"));
        using (site.CreateScope())
        {
            ITwoFactorLogin[] logins = [.. await Repository.GetByUserOrMemberKeyAsync(_user)];
            Assert.Equal(["App", "Other"], logins.Select(x => x.ProviderName));
            Assert.Equal("App", Repository.Get(logins[0].Id)!.ProviderName);
            Assert.True(Repository.Exists(logins[0].Id));
            Assert.Equal(logins.Select(x => x.Id), Repository.GetMany([.. logins.Select(x => x.Id)]).Select(x => x.Id));
            Assert.True(Repository.GetMany().Count() >= 2);
        }
    }

    [Fact]
    public async Task A_new_secret_replaces_the_old_one()
    {
        TwoFactorLogin login = New("App", "old");
        await Service.SaveAsync(login);
        login.Secret = "new";
        await Service.SaveAsync(login);

        Assert.Equal("new", await Service.GetSecretForUserAndProviderAsync(_user, "App"));
    }

    [Fact]
    public async Task It_is_switched_off_for_a_provider_and_for_all()
    {
        await Service.SaveAsync(New("App", "1"));
        await Service.SaveAsync(New("Other", "2"));

        Assert.True(await Service.DisableAsync(_user, "App"));
        Assert.False(await Service.DisableAsync(_user, "App"));
        Assert.Null(await Service.GetSecretForUserAndProviderAsync(_user, "App"));
        await Service.DeleteUserLoginsAsync(_user);
        Assert.Null(await Service.GetSecretForUserAndProviderAsync(_user, "Other"));
    }

    [Fact]
    public async Task It_goes_with_its_user()
    {
        User user = site.AddUser();
        await Service.SaveAsync(new TwoFactorLogin { UserOrMemberKey = user.Key, ProviderName = "App", Secret = "1" });

        site.Get<IUserService>().Delete(user, true);

        Assert.Null(await Service.GetSecretForUserAndProviderAsync(user.Key, "App"));
    }

    private TwoFactorLogin New(string provider, string secret) => new() { UserOrMemberKey = _user, ProviderName = provider, Secret = secret };

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : TwoFactorLoginTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : TwoFactorLoginTests(site), IClassFixture<PostgresSiteFixture>;
}
