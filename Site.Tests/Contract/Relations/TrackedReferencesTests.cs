using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Relations;

/// <summary>What refers to what, on both engines.</summary>
public abstract class TrackedReferencesTests(SiteFixture site)
{
    private ITrackedReferencesRepository References => site.Get<ITrackedReferencesRepository>();

    private IRelationService Relations => site.Get<IRelationService>();

    [Fact]
    public void The_parent_of_a_relation_refers_to_the_child()
    {
        NodeRow page = site.AddNode(name: "Page");
        NodeRow image = site.AddNode(objectType: Constants.ObjectTypes.Media);
        Relations.Relate(page.Id, image.Id, "umbMedia");

        RelationItemModel item = Assert.Single(Of(image));

        Assert.Equal(page.UniqueId, item.NodeKey);
        Assert.Equal("Page", item.NodeName);
        Assert.Equal("document", item.NodeType);
        Assert.Equal("Related Media", item.RelationTypeName);
        Assert.True(item.RelationTypeIsDependency);
        Assert.False(item.RelationTypeIsBidirectional);
        Assert.Empty(Of(page));
    }

    [Fact]
    public void A_relation_in_both_directions_refers_both_ways_but_is_no_dependency()
    {
        NodeRow original = site.AddNode();
        NodeRow copy = site.AddNode();
        Relations.Relate(original.Id, copy.Id, "relateDocumentOnCopy");

        Assert.Equal(original.UniqueId, Assert.Single(Of(copy, dependenciesOnly: false)).NodeKey);
        Assert.Equal(copy.UniqueId, Assert.Single(Of(original, dependenciesOnly: false)).NodeKey);
        Assert.Empty(Of(copy));
    }

    [Fact]
    public async Task Of_some_items_those_are_told_to_which_something_refers()
    {
        NodeRow page = site.AddNode();
        NodeRow used = site.AddNode();
        NodeRow unused = site.AddNode();
        Relations.Relate(page.Id, used.Id, "umbDocument");
        HashSet<Guid> keys = [page.UniqueId, used.UniqueId, unused.UniqueId];

        IEnumerable<RelationItemModel> items = site.InScope(() => References.GetPagedItemsWithRelations(keys, 0, 10, true, out _));
        PagedModel<Guid> dependants = await site.Get<ITrackedReferencesService>()
            .GetPagedKeysWithDependentReferencesAsync(keys, Constants.ObjectTypes.Document, 0, 10);

        Assert.Equal(used.UniqueId, Assert.Single(items).NodeKey);
        Assert.Equal([used.UniqueId], dependants.Items);
        Assert.Equal(1, dependants.Total);
    }

    [Fact]
    public void Below_a_node_those_are_told_to_which_something_refers()
    {
        NodeRow folder = site.AddNode();
        NodeRow below = site.AddNode(site.AddNode(folder));
        NodeRow page = site.AddNode();
        Relations.Relate(page.Id, below.Id, "umbDocument");
        Relations.Relate(page.Id, folder.Id, "umbDocument");

        IEnumerable<RelationItemModel> items = site.InScope(() => References.GetPagedDescendantsInReferences(folder.UniqueId, 0, 10, true, out _));

        Assert.Equal(below.UniqueId, Assert.Single(items).NodeKey);
    }

    [Fact]
    public void References_are_paged_in_a_stable_order()
    {
        NodeRow image = site.AddNode(objectType: Constants.ObjectTypes.Media);
        NodeRow[] pages = [.. Enumerable.Range(0, 5).Select(_ => site.AddNode())];
        foreach (NodeRow page in pages)
        {
            Relations.Relate(page.Id, image.Id, "umbMedia");
        }

        long total = 0;
        IEnumerable<RelationItemModel> items = site.InScope(() => References.GetPagedRelationsForItem(image.UniqueId, 2, 2, true, out total));

        Assert.Equal(5, total);
        Assert.Equal(pages[2..4].Select(x => x.UniqueId), items.Select(x => x.NodeKey));
    }

    private IEnumerable<RelationItemModel> Of(NodeRow node, bool dependenciesOnly = true) =>
        site.InScope(() => References.GetPagedRelationsForItem(node.UniqueId, 0, 10, dependenciesOnly, out _));

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : TrackedReferencesTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : TrackedReferencesTests(site), IClassFixture<PostgresSiteFixture>;
}
