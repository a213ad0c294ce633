using Site.Core.Persistence.Nodes;
using Site.Tests.Contract.Users;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Models.Membership;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Notifications;

/// <summary>What Core expects of what users want to be told of, on both engines.</summary>
public abstract class NotificationTests(SiteFixture site)
{
    private const string Publish = "Umb.Document.Publish";
    private const string Delete = "Umb.Document.Delete";

    private INotificationService Service => site.Get<INotificationService>();

    [Fact]
    public void A_user_chooses_of_what_to_be_told()
    {
        User user = site.AddUser();
        EntitySlim node = Entity(site.AddNode());

        Service.SetNotifications(user, node, [Publish, Delete, Publish]);
        Assert.Equal([Delete, Publish], Service.GetUserNotifications(user)!.Select(x => x.Action));
        Service.SetNotifications(user, node, [Publish]);

        Notification left = Assert.Single(Service.GetEntityNotifications(node)!);
        Assert.Equal(Publish, left.Action);
        Assert.Equal(user.Id, left.UserId);
        Assert.Equal(node.Id, left.EntityId);
        Assert.Equal(Constants.ObjectTypes.Document, left.EntityType);
    }

    [Fact]
    public void One_that_is_there_is_not_added_again()
    {
        User user = site.AddUser();
        EntitySlim node = Entity(site.AddNode());

        Assert.True(Service.TryCreateNotification(user, node, Publish, out Notification? first));
        Assert.Equal(Publish, first!.Action);
        Assert.False(Service.TryCreateNotification(user, node, Publish, out Notification? second));
        Assert.Null(second);
        Assert.Single(Service.GetUserNotifications(user)!);
    }

    [Fact]
    public void Those_of_several_users_on_a_path_are_told_by_user()
    {
        NodeRow top = site.AddNode();
        NodeRow below = site.AddNode(top);
        NodeRow other = site.AddNode(objectType: Constants.ObjectTypes.Media);
        User one = site.AddUser();
        User two = site.AddUser();
        Service.SetNotifications(two, Entity(top), [Publish, Delete]);
        Service.SetNotifications(one, Entity(below), [Publish]);
        Service.SetNotifications(one, Entity(top), [Publish]);
        Service.SetNotifications(one, Entity(other), [Publish]);
        INotificationsRepository repository = site.Get<INotificationsRepository>();
        int[] nodes = [top.Id, below.Id, other.Id];

        IEnumerable<Notification> published = site.InScope(() =>
            repository.GetUsersNotifications([two.Id, one.Id], Publish, nodes, Constants.ObjectTypes.Document));
        IEnumerable<Notification> any = site.InScope(() => repository.GetUsersNotifications([two.Id], null, nodes, Constants.ObjectTypes.Document));

        Assert.Equal([(one.Id, top.Id), (one.Id, below.Id), (two.Id, top.Id)], published.Select(x => (x.UserId, x.EntityId)));
        Assert.Equal(2, any.Count());
    }

    [Fact]
    public void They_are_deleted_for_a_user_an_item_or_both()
    {
        EntitySlim one = Entity(site.AddNode());
        EntitySlim two = Entity(site.AddNode());
        User user = site.AddUser();
        User other = site.AddUser();
        foreach (User each in new[] { user, other })
        {
            Service.SetNotifications(each, one, [Publish]);
            Service.SetNotifications(each, two, [Publish]);
        }

        Service.DeleteNotifications(user, one);
        Assert.Equal([two.Id], Service.GetUserNotifications(user)!.Select(x => x.EntityId));
        Service.DeleteNotifications(two);
        Assert.Equal([one.Id], Service.GetUserNotifications(other)!.Select(x => x.EntityId));
        Service.DeleteNotifications(other);
        Assert.Empty(Service.GetUserNotifications(other)!);
    }

    [Fact]
    public void They_go_with_their_user_and_with_their_item()
    {
        NodeRow node = site.AddNode();
        NodeRow kept = site.AddNode();
        User user = site.AddUser();
        User gone = site.AddUser();
        Service.SetNotifications(user, Entity(node), [Publish]);
        Service.SetNotifications(user, Entity(kept), [Publish]);
        Service.SetNotifications(gone, Entity(kept), [Publish]);

        site.DeleteNode(node);
        site.Get<IUserService>().Delete(gone, true);

        Assert.Equal([(user.Id, kept.Id)], Service.GetEntityNotifications(Entity(kept))!.Select(x => (x.UserId, x.EntityId)));
        Assert.Single(Service.GetUserNotifications(user)!);
    }

    private static EntitySlim Entity(NodeRow node) => new() { Id = node.Id, Key = node.UniqueId };

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : NotificationTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : NotificationTests(site), IClassFixture<PostgresSiteFixture>;
}
