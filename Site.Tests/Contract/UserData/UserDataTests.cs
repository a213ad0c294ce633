using Site.Tests.Contract.Users;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Infrastructure.Persistence.Querying;
using Datum = Umbraco.Cms.Core.Models.Membership.UserData;

namespace Site.Tests.Contract.UserData;

/// <summary>What Core expects of what is remembered for users, on both engines.</summary>
public abstract class UserDataTests(SiteFixture site)
{
    private IUserDataService Service => site.Get<IUserDataService>();

    [Fact]
    public async Task What_is_remembered_is_read_changed_and_deleted()
    {
        User user = site.AddUser();
        IUserData saved = await AddAsync(user, "dashboard", "columns", """{"é":1}""");

        IUserData read = (await Service.GetAsync(saved.Key))!;
        Assert.Equal((user.Key, "dashboard", "columns", """{"é":1}"""), (read.UserKey, read.Group, read.Identifier, read.Value));

        read.Value = "2";
        Assert.Equal(UserDataOperationStatus.Success, (await Service.UpdateAsync(read)).Status);
        Assert.Equal("2", (await Service.GetAsync(saved.Key))!.Value);

        Assert.Equal(UserDataOperationStatus.Success, (await Service.DeleteAsync(saved.Key)).Result);
        Assert.Null(await Service.GetAsync(saved.Key));
    }

    [Fact]
    public async Task It_is_filtered_by_user_group_and_identifier_and_paged()
    {
        User user = site.AddUser();
        User other = site.AddUser();
        await AddAsync(user, "a", "1", "x");
        await AddAsync(user, "a", "2", "x");
        await AddAsync(user, "b", "1", "x");
        await AddAsync(other, "a", "1", "x");

        PagedModel<IUserData> page = await Service.GetAsync(1, 1, new Filter { UserKeys = [user.Key], Groups = [], Identifiers = null });

        Assert.Equal(3, page.Total);
        Assert.Equal("2", Assert.Single(page.Items).Identifier);
        Assert.Equal(2, (await Service.GetAsync(0, 10, new Filter { UserKeys = [user.Key], Groups = ["a"] })).Total);
        Assert.Equal(1, (await Service.GetAsync(0, 10, new Filter { UserKeys = [user.Key], Groups = ["a"], Identifiers = ["1"] })).Total);
        Assert.Equal(2, (await Service.GetAsync(0, 10, new Filter { UserKeys = [user.Key, other.Key], Groups = ["a"], Identifiers = ["1"] })).Total);
    }

    [Fact]
    public async Task It_goes_with_its_user()
    {
        User user = site.AddUser();
        IUserData saved = await AddAsync(user, "a", "1", "x");

        site.Get<IUserService>().Delete(user, true);

        Assert.Null(await Service.GetAsync(saved.Key));
    }

    private async Task<IUserData> AddAsync(User user, string group, string identifier, string value)
    {
        Attempt<IUserData, UserDataOperationStatus> created = await Service.CreateAsync(
            new Datum { Key = Guid.NewGuid(), UserKey = user.Key, Group = group, Identifier = identifier, Value = value });
        Assert.Equal(UserDataOperationStatus.Success, created.Status);
        return created.Result;
    }

    private sealed class Filter : IUserDataFilter
    {
        public ICollection<Guid>? UserKeys { get; set; }

        public ICollection<string>? Groups { get; set; }

        public ICollection<string>? Identifiers { get; set; }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserDataTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserDataTests(site), IClassFixture<PostgresSiteFixture>;
}
