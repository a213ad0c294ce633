using Microsoft.Extensions.Options;
using Site.Tests.Support;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Users;

/// <summary>Makes users and groups of a test's own.</summary>
internal static class TestUsers
{
    public static User NewUser(this SiteFixture site, string name = "Aïssata Élodie Touré")
    {
        string login = $"user-{Guid.NewGuid():N}@example.org";
        return new User(site.Get<IOptions<GlobalSettings>>().Value, name, login, login, "hash") { IsApproved = true };
    }

    public static User AddUser(this SiteFixture site, Action<User>? change = null, params IUserGroup[] groups)
    {
        User user = site.NewUser();
        change?.Invoke(user);
        foreach (IUserGroup group in groups)
        {
            user.AddGroup(Umbraco.Extensions.UserGroupExtensions.ToReadOnlyGroup(group));
        }

        site.InScope(() => site.Get<IUserRepository>().Save(user));
        return user;
    }

    public static UserGroup AddGroup(this SiteFixture site, params string[] permissions) => site.AddGroup(group => group.Permissions = permissions.ToHashSet());

    public static UserGroup AddGroup(this SiteFixture site, Action<UserGroup> change)
    {
        string name = $"Groupe {Guid.NewGuid():N}";
        var group = new UserGroup(site.Get<IShortStringHelper>(), 0, "group" + Guid.NewGuid().ToString("N"), name, "icon-users");
        change(group);
        site.InScope(() => site.Get<IUserGroupRepository>().Save(group));
        return group;
    }
}
