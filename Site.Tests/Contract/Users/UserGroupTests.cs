using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Models.Membership.Permissions;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Cms.Core.Strings;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Users;

/// <summary>What Core expects of user groups, on both engines.</summary>
public abstract class UserGroupTests(SiteFixture site)
{
    private IUserGroupService Groups => site.Get<IUserGroupService>();

    private IUserGroupRepository Repository => site.Get<IUserGroupRepository>();

    [Theory]
    [InlineData("admin", "e5e7f6c8-7f9c-4b5b-8d5d-9e1e5a4f7e4d", true)]
    [InlineData("writer", "9fc2a16f-528c-46d6-a014-75bf4ec2480c", false)]
    [InlineData("editor", "44dc260e-b4d4-4dd9-9081-eec5598f1641", true)]
    [InlineData("translator", "f2012e4c-d232-4bd1-8eae-4384032d97d8", false)]
    [InlineData("sensitiveData", "8c6ad70f-d307-4e4a-af58-72c2e4e9439d", false)]
    public async Task A_new_database_has_the_groups_of_a_stock_site(string alias, string key, bool mayPublish)
    {
        IUserGroup group = (await Groups.GetAsync(alias.ToUpperInvariant()))!;

        Assert.Equal(alias, group.Alias);
        Assert.Equal(new Guid(key), group.Key);
        Assert.Equal(mayPublish, group.Permissions.Contains("Umb.Document.Publish"));
    }

    [Fact]
    public async Task A_group_is_read_back_whole()
    {
        NodeRow start = site.AddNode();
        var group = new UserGroup(site.Get<IShortStringHelper>(), 0, "g" + Guid.NewGuid().ToString("N"), "Équipe", "icon-users")
        {
            Description = "Ceux qui écrivent",
            StartContentId = start.Id,
            StartMediaId = Constants.System.Root,
            HasAccessToAllLanguages = true,
            Permissions = new HashSet<string> { "Umb.Document.Read", "Own.Verb" },
            GranularPermissions = new HashSet<IGranularPermission>
            {
                new DocumentGranularPermission { Key = start.UniqueId, Permission = "Umb.Document.Update" },
                new UnknownTypeGranularPermission { Context = "Other", Permission = "Any" },
            },
        };
        group.AddAllowedSection("content");
        group.AddAllowedSection("media");

        Attempt<IUserGroup, UserGroupOperationStatus> created = await Groups.CreateAsync(group, Constants.Security.SuperUserKey);
        Assert.Equal(UserGroupOperationStatus.Success, created.Status);
        IUserGroup read = (await Groups.GetAsync(group.Key))!;

        Assert.Equal(group.Alias, read.Alias);
        Assert.Equal("Équipe", read.Name);
        Assert.Equal("Ceux qui écrivent", read.Description);
        Assert.Equal(start.Id, read.StartContentId);
        Assert.Equal(Constants.System.Root, read.StartMediaId);
        Assert.True(read.HasAccessToAllLanguages);
        Assert.Equal(["content", "media"], read.AllowedSections.Order());
        Assert.Equal(["Own.Verb", "Umb.Document.Read"], read.Permissions.Order());
        Assert.True(group.GranularPermissions.SetEquals(read.GranularPermissions));
        Assert.False(read.IsDirty());
    }

    [Fact]
    public async Task A_group_that_was_read_can_be_changed_without_changing_the_stored_one()
    {
        NodeRow node = site.AddNode();
        UserGroup group = AddGroup("R", "U", node);

        IUserGroup changed = (await Groups.GetAsync(group.Key))!;
        changed.Permissions.Add("Umb.Document.Delete");
        changed.AddAllowedSection("settings");
        Assert.Single(changed.GranularPermissions).Permission = "Umb.Document.Delete";
        changed.GranularPermissions.Add(new UnknownTypeGranularPermission { Context = "Other", Permission = "Any" });

        IUserGroup read = (await Groups.GetAsync(group.Key))!;
        Assert.Equal(["Umb.Document.Read"], read.Permissions);
        Assert.Equal("Umb.Document.Update", Assert.Single(read.GranularPermissions).Permission);
        Assert.Empty(read.AllowedSections);
    }

    [Fact]
    public async Task A_changed_group_changes_its_members_at_once()
    {
        UserGroup group = site.AddGroup();
        User user = site.AddUser(groups: group);
        Assert.Empty(site.Get<IUserService>().GetUserById(user.Id)!.AllowedSections);

        IUserGroup changed = (await Groups.GetAsync(group.Key))!;
        changed.AddAllowedSection("content");
        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.UpdateAsync(changed, Constants.Security.SuperUserKey)).Status);

        Assert.Equal(["content"], site.Get<IUserService>().GetUserById(user.Id)!.AllowedSections);
        Assert.Contains(site.InScope(() => Repository.GetGroupsAssignedToSection("CONTENT")), x => x.Key == group.Key);
    }

    [Fact]
    public async Task Members_are_given_with_the_group()
    {
        User user = site.AddUser();
        var group = new UserGroup(site.Get<IShortStringHelper>(), 0, "g" + Guid.NewGuid().ToString("N"), "Avec membres", "icon-users");

        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.CreateAsync(group, Constants.Security.SuperUserKey, [user.Key])).Status);

        Assert.Equal(group.Key, Assert.Single(site.Get<IUserService>().GetUserById(user.Id)!.Groups).Key);
        Assert.Equal(1, (await Groups.GetAsync(group.Key))!.UserCount);
    }

    [Fact]
    public async Task A_deleted_group_leaves_its_members()
    {
        UserGroup group = site.AddGroup("Umb.Document.Read");
        User user = site.AddUser(groups: group);

        Assert.Equal(UserGroupOperationStatus.Success, (await Groups.DeleteAsync(new HashSet<Guid> { group.Key })).Result);

        Assert.Null(await Groups.GetAsync(group.Key));
        Assert.Empty(site.Get<IUserService>().GetUserById(user.Id)!.Groups);
    }

    [Fact]
    public void A_deleted_start_node_leaves_no_access_and_not_access_to_everything()
    {
        NodeRow node = site.AddNode();
        UserGroup group = site.AddGroup(x => x.StartContentId = node.Id);
        site.DeleteNode(node);
        site.InScope(() => Repository.Save(Repository.Get(site.AddGroup().Id)!));

        Assert.Null(site.InScope(() => Repository.Get(group.Id))!.StartContentId);
    }

    /// <summary>
    /// What two groups have by default and on a node of their own (<c>null</c>: nothing of their own, empty: nothing at all), and what
    /// then holds there, with and without falling back. R(ead), U(pdate), P(ublish).
    /// </summary>
    public static TheoryData<string, string?, string, string?, string, string> FallBack => new()
    {
        { "R", null, "U", null, "", "RU" },
        { "R", "U", "P", null, "U", "UP" },
        { "R", null, "U", "P", "P", "RP" },
        { "R", "U", "R", "P", "UP", "UP" },
        { "RU", "", "P", null, "", "P" },
        { "RU", "", "P", "", "", "" },
        { "", null, "", "RUP", "RUP", "RUP" },
        { "R", "RU", "R", "U", "RU", "RU" },
        { "RUP", "R", "", null, "R", "R" },
    };

    [Theory]
    [MemberData(nameof(FallBack))]
    public void Each_group_falls_back_on_its_own(
        string firstDefault,
        string? firstOwn,
        string secondDefault,
        string? secondOwn,
        string expectedOwn,
        string expectedWithFallBack)
    {
        NodeRow node = site.AddNode();
        UserGroup first = AddGroup(firstDefault, firstOwn, node);
        UserGroup second = AddGroup(secondDefault, secondOwn, node);
        IReadOnlyUserGroup[] groups = [first.ToReadOnlyGroup(), second.ToReadOnlyGroup()];

        Assert.Equal(expectedOwn, site.InScope(() => Letters(Repository.GetPermissions(groups, false, node.Id), node.Id)));
        Assert.Equal(expectedWithFallBack, site.InScope(() => Letters(Repository.GetPermissions(groups, true, node.Id), node.Id)));
    }

    [Fact]
    public void Without_nodes_only_those_with_permissions_of_their_own_are_told()
    {
        NodeRow node = site.AddNode();
        UserGroup first = AddGroup("R", "U", node);
        UserGroup second = AddGroup("P", null, node);
        IReadOnlyUserGroup[] groups = [first.ToReadOnlyGroup(), second.ToReadOnlyGroup()];

        EntityPermissionCollection permissions = site.InScope(() => Repository.GetPermissions(groups, true));

        Assert.Equal([node.Id, node.Id], permissions.Select(x => x.EntityId));
        Assert.Equal([false, true], permissions.OrderBy(x => x.IsDefaultPermissions).Select(x => x.IsDefaultPermissions));
        Assert.Equal("UP", Letters(permissions, node.Id));
    }

    [Fact]
    public void Below_a_node_its_permissions_hold_until_another_node_has_its_own()
    {
        NodeRow top = site.AddNode();
        NodeRow middle = site.AddNode(top);
        NodeRow leaf = site.AddNode(middle);
        UserGroup group = AddGroup("R", "RU", top);
        IUserService users = site.Get<IUserService>();

        Assert.Equal("RU", Letters(users.GetPermissionsForPath([group], leaf.Path, true).PermissionsSet, null));
        site.InScope(() => Repository.ReplaceGroupPermissions(group.Id, new HashSet<string> { Verb('P') }, middle.Id));
        Assert.Equal("P", Letters(users.GetPermissionsForPath([group], leaf.Path, true).PermissionsSet, null));
        Assert.Equal("RU", Letters(users.GetPermissionsForPath([group], top.Path, true).PermissionsSet, null));
    }

    [Fact]
    public void Permissions_on_nodes_are_assigned_and_replaced()
    {
        NodeRow node = site.AddNode();
        NodeRow other = site.AddNode();
        UserGroup group = AddGroup("R", string.Empty, node);
        IReadOnlyUserGroup[] groups = [group.ToReadOnlyGroup()];

        site.InScope(() => Repository.AssignGroupPermission(group.Id, Verb('U'), node.Id, other.Id));
        site.InScope(() => Repository.AssignGroupPermission(group.Id, Verb('P'), node.Id));
        Assert.Equal("UP", site.InScope(() => Letters(Repository.GetPermissions([group.Id], node.Id), node.Id)));
        Assert.Equal("U", site.InScope(() => Letters(Repository.GetPermissions([group.Id], other.Id), other.Id)));
        Assert.Equal(3, site.InScope(() => Repository.Get(group.Id))!.GranularPermissions.Count);

        site.InScope(() => Repository.ReplaceGroupPermissions(group.Id, new HashSet<string> { Verb('R') }, node.Id));
        Assert.Equal("R", site.InScope(() => Letters(Repository.GetPermissions([group.Id], node.Id), node.Id)));

        site.InScope(() => Repository.ReplaceGroupPermissions(group.Id, new HashSet<string>()));
        Assert.Empty(site.InScope(() => Repository.GetPermissions(groups, false)));
    }

    private static string Verb(char letter) => letter switch
    {
        'R' => "Umb.Document.Read",
        'U' => "Umb.Document.Update",
        'P' => "Umb.Document.Publish",
        _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };

    private static string Letters(EntityPermissionCollection permissions, int? nodeId)
    {
        ISet<string> verbs = nodeId is { } id ? permissions.GetAllPermissions(id) : permissions.GetAllPermissions();
        return string.Concat("RUP".Where(x => verbs.Contains(Verb(x))));
    }

    private UserGroup AddGroup(string byDefault, string? own, NodeRow node) => site.AddGroup(group =>
    {
        group.Permissions = byDefault.Select(Verb).ToHashSet();
        IEnumerable<string> verbs = own switch { null => [], "" => [string.Empty], _ => own.Select(Verb) };
        group.GranularPermissions = verbs
            .Select(x => (IGranularPermission)new DocumentGranularPermission { Key = node.UniqueId, Permission = x })
            .ToHashSet();
    });

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : UserGroupTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : UserGroupTests(site), IClassFixture<PostgresSiteFixture>;
}
