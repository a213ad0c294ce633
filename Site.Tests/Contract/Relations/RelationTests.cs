using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Relations;

/// <summary>What Core expects of relations and their types, on both engines.</summary>
public abstract class RelationTests(SiteFixture site)
{
    private IRelationService Relations => site.Get<IRelationService>();

    [Theory]
    [InlineData("relateDocumentOnCopy", "4cbeb612-e689-3563-b755-bf3ede295433", true, false)]
    [InlineData("relateParentDocumentOnDelete", "0cc3507c-66ab-3091-8913-3d998148e423", false, false)]
    [InlineData("umbMedia", "4954ce93-3bf9-3d1e-9cd2-21bf9f9c2abf", false, true)]
    [InlineData("umbDocument", "0b93e414-5abe-36ec-a6bb-516e56f12238", false, true)]
    [InlineData("umbMember", "bf2a9ac5-b791-377e-bafb-9d06ed87864d", false, true)]
    public void A_new_database_has_the_relation_types_of_a_stock_site(string alias, string key, bool bidirectional, bool dependency)
    {
        IRelationType type = Relations.GetRelationTypeByAlias(alias)!;

        Assert.Equal(new Guid(key), type.Key);
        Assert.Equal(type.Id, Relations.GetRelationTypeById(type.Key)!.Id);
        Assert.Equal(bidirectional, type.IsBidirectional);
        Assert.Equal(dependency, ((IRelationTypeWithIsDependency)type).IsDependency);
    }

    [Fact]
    public void A_relation_type_is_saved_changed_and_deleted()
    {
        string alias = "type" + Guid.NewGuid().ToString("N");
        var type = new RelationType("Nom " + alias, alias, true, Constants.ObjectTypes.Document, Constants.ObjectTypes.Media, true);
        Relations.Save(type);
        Assert.Equal(Constants.ObjectTypes.Media, Relations.GetRelationTypeByAlias(alias.ToUpperInvariant())!.ChildObjectType);

        type.IsDependency = false;
        Relations.Save(type);
        Assert.False(((IRelationTypeWithIsDependency)Relations.GetRelationTypeById(type.Id)!).IsDependency);

        NodeRow parent = site.AddNode();
        Relations.Relate(parent.Id, site.AddNode().Id, type);
        Relations.Delete(type);
        Assert.Null(Relations.GetRelationTypeById(type.Id));
        Assert.Empty(Relations.GetByParentId(parent.Id)!);
    }

    [Fact]
    public void Relations_are_found_from_both_ends()
    {
        NodeRow parent = site.AddNode();
        NodeRow child = site.AddNode(objectType: Constants.ObjectTypes.Media);
        IRelation relation = Relations.Relate(parent.Id, child.Id, "umbMedia");
        Relations.Relate(parent.Id, site.AddNode().Id, "umbDocument");

        Assert.True(relation.HasIdentity);
        Assert.Equal(Constants.ObjectTypes.Document, relation.ParentObjectType);
        Assert.Equal(Constants.ObjectTypes.Media, relation.ChildObjectType);
        Assert.Equal(2, Relations.GetByParentId(parent.Id)!.Count());
        Assert.Equal(relation.Id, Assert.Single(Relations.GetByParentId(parent.Id, "umbMedia")!).Id);
        Assert.Equal(relation.Id, Assert.Single(Relations.GetByChildId(child.Id)).Id);
        Assert.Equal(relation.Id, Assert.Single(Relations.GetByParentOrChildId(child.Id)).Id);
        Assert.Equal(relation.Id, Relations.GetByParentAndChildId(parent.Id, child.Id, relation.RelationType)!.Id);
        Assert.True(Relations.AreRelated(parent.Id, child.Id, "umbMedia"));
        Assert.False(Relations.AreRelated(child.Id, parent.Id));
        Assert.True(Relations.IsRelated(child.Id, RelationDirectionFilter.Child, null, null));
        Assert.False(Relations.IsRelated(child.Id, RelationDirectionFilter.Parent, null, null));
        Assert.Equal("umbMedia", Relations.GetById(relation.Id)!.RelationType.Alias);
    }

    [Fact]
    public async Task Relations_are_paged()
    {
        NodeRow child = site.AddNode();
        foreach (int _ in Enumerable.Range(0, 5))
        {
            Relations.Relate(site.AddNode().Id, child.Id, "umbDocument");
        }

        PagedModel<IRelation> page = await Relations.GetPagedByChildKeyAsync(child.UniqueId, 3, 10, "umbDocument");
        int typeId = Relations.GetRelationTypeByAlias("umbDocument")!.Id;
        IRelation[] ordered = [.. Relations.GetPagedByRelationTypeId(typeId, 0, 2, out long total, Ordering.By(nameof(IRelation.ParentId), Direction.Descending))];

        Assert.Equal(5, page.Total);
        Assert.Equal(2, page.Items.Count());
        Assert.Empty((await Relations.GetPagedByChildKeyAsync(child.UniqueId, 0, 10, "umbMedia")).Items);
        Assert.True(total >= 5);
        Assert.True(ordered[0].ParentId > ordered[1].ParentId);
    }

    [Fact]
    public void Many_relations_are_saved_at_once_and_removed_by_their_parent()
    {
        NodeRow parent = site.AddNode();
        NodeRow[] children = [.. Enumerable.Range(0, 3).Select(_ => site.AddNode())];
        IRelationType type = Relations.GetRelationTypeByAlias("umbDocument")!;
        IRelationRepository repository = site.Get<IRelationRepository>();
        site.InScope(() => repository.SaveBulk([.. children.Select(x => new ReadOnlyRelation(parent.Id, x.Id, type.Id))]));
        Relations.Relate(parent.Id, children[0].Id, "umbMedia");

        site.InScope(() => repository.DeleteByParent(parent.Id, "UMBDOCUMENT"));
        Assert.Equal("umbMedia", Assert.Single(Relations.GetByParentId(parent.Id)!).RelationType.Alias);
        site.InScope(() => repository.DeleteByParent(parent.Id));
        Assert.Empty(Relations.GetByParentId(parent.Id)!);
    }

    [Fact]
    public void The_relations_of_a_deleted_node_go_with_it()
    {
        NodeRow parent = site.AddNode();
        NodeRow child = site.AddNode();
        Relations.Relate(parent.Id, child.Id, "umbDocument");
        site.DeleteNode(child);

        Assert.Empty(Relations.GetByParentId(parent.Id)!);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : RelationTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : RelationTests(site), IClassFixture<PostgresSiteFixture>;
}
