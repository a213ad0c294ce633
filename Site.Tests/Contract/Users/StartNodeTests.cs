using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Users;

/// <summary>Which parts of the trees a user sees, by the user's own start nodes and those of the groups.</summary>
public abstract class StartNodeTests(SiteFixture site)
{
    private IUserService Users => site.Get<IUserService>();

    [Theory]
    [InlineData("a", "", "a")]
    [InlineData("a", "a1", "a1")]
    [InlineData("a1", "a", "a")]
    [InlineData("a", "b", "a b")]
    [InlineData("a a1", "", "a")]
    [InlineData("", "b a1", "a1 b")]
    [InlineData("root", "", "root")]
    [InlineData("root", "a", "a")]
    [InlineData("a", "root", "root")]
    [InlineData("a", "trash", "a")]
    [InlineData("", "", "")]
    public void The_start_nodes_of_user_and_groups_count_together(string ofGroups, string ofUser, string expected)
    {
        foreach (bool media in (bool[])[false, true])
        {
            Tree tree = NewTree(media);
            UserGroup[] groups = [.. tree.Ids(ofGroups).Select(id => site.AddGroup(x => SetStart(x, id, media)))];
            User user = site.AddUser(x => SetStart(x, tree.Ids(ofUser), media), groups);

            Assert.Equal(tree.Ids(expected).Order(), Calculated(user, media).Order());
        }
    }

    [Fact]
    public async Task A_changed_start_node_holds_at_once()
    {
        Tree tree = NewTree(media: false);
        UserGroup group = site.AddGroup(x => x.StartContentId = tree["a"]);
        User user = site.AddUser(groups: group);
        Assert.Equal([tree["a"]], Calculated(user, media: false));

        IUserGroup changed = (await site.Get<IUserGroupService>().GetAsync(group.Key))!;
        changed.StartContentId = tree["b"];
        Assert.Equal(UserGroupOperationStatus.Success, (await site.Get<IUserGroupService>().UpdateAsync(changed, Constants.Security.SuperUserKey)).Status);
        Assert.Equal([tree["b"]], Calculated(user, media: false));

        IUser read = Users.GetUserById(user.Id)!;
        read.StartContentIds = [tree["a1"]];
        site.Get<IUserService>().Save(read);
        Assert.Equal([tree["a1"], tree["b"]], Calculated(user, media: false).Order());
    }

    [Fact]
    public void A_deleted_start_node_leaves_the_others()
    {
        Tree tree = NewTree(media: true);
        User user = site.AddUser(x => x.StartMediaIds = [tree["a1"], tree["b"]]);
        site.DeleteNode(tree.Row("a1"));
        site.Get<AppCaches>().IsolatedCaches.ClearAllCaches();

        Assert.Equal([tree["b"]], Users.GetUserById(user.Id)!.StartMediaIds!);
        Assert.Equal([tree["b"]], Calculated(user, media: true));
    }

    private int[] Calculated(User user, bool media)
    {
        IUser read = Users.GetUserById(user.Id)!;
        return (media
            ? read.CalculateMediaStartNodeIds(site.Get<IEntityService>(), site.Get<AppCaches>())
            : read.CalculateContentStartNodeIds(site.Get<IEntityService>(), site.Get<AppCaches>()))!;
    }

    private static void SetStart(UserGroup group, int id, bool media)
    {
        if (media)
        {
            group.StartMediaId = id;
        }
        else
        {
            group.StartContentId = id;
        }
    }

    private static void SetStart(User user, int[] ids, bool media)
    {
        if (media)
        {
            user.StartMediaIds = ids;
        }
        else
        {
            user.StartContentIds = ids;
        }
    }

    private Tree NewTree(bool media)
    {
        Guid kind = media ? Constants.ObjectTypes.Media : Constants.ObjectTypes.Document;
        NodeRow a = site.AddNode(objectType: kind);
        var bin = new NodeRow { Id = media ? Constants.System.RecycleBinMedia : Constants.System.RecycleBinContent, Path = $"-1,{(media ? Constants.System.RecycleBinMedia : Constants.System.RecycleBinContent)}" };
        return new Tree(new Dictionary<string, NodeRow>
        {
            ["root"] = new() { Id = Constants.System.Root },
            ["a"] = a,
            ["a1"] = site.AddNode(a, objectType: kind),
            ["b"] = site.AddNode(objectType: kind),
            ["trash"] = site.AddNode(bin, objectType: kind),
        });
    }

    /// <summary>The nodes a, a1 below a, b and trash in the recycle bin.</summary>
    private sealed record Tree(Dictionary<string, NodeRow> Rows)
    {
        public int this[string name] => Rows[name].Id;

        public NodeRow Row(string name) => Rows[name];

        public int[] Ids(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(x => Rows[x].Id)];
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : StartNodeTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : StartNodeTests(site), IClassFixture<PostgresSiteFixture>;
}
