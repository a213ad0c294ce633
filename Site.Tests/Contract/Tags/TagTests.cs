using Site.Core.Persistence;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Tags;

/// <summary>What Core expects of tags, on both engines.</summary>
public abstract class TagTests(SiteFixture site)
{
    private ITagService Tags => site.Get<ITagService>();

    private ITagRepository Repository => site.Get<ITagRepository>();

    [Fact]
    public async Task Tags_of_documents_are_found_by_group_and_text_in_any_case()
    {
        Property property = AddProperty();
        string group = NewGroup();
        NodeRow one = AddTagged(property, group, "Éducation", "Eau");
        NodeRow two = AddTagged(property, group, "éducation");

        ITag[] all = [.. Tags.GetAllContentTags(group.ToUpperInvariant())];

        Assert.Equal(["Eau", "Éducation"], all.Select(x => x.Text).Order(StringComparer.Ordinal));
        Assert.Equal(2, all.Single(x => x.Text == "Éducation").NodeCount);
        Assert.Equal([one.Id, two.Id], Tags.GetTaggedContentByTag("ÉDUCATION", group).Select(x => x.EntityId));
        Assert.Equal([one.Id, two.Id], Tags.GetTaggedContentByTagGroup(group).Select(x => x.EntityId));
        Assert.Empty(Tags.GetAllMediaTags(group));
        Assert.Equal(["Eau"], (await Tags.GetByQueryAsync("ea", group)).Select(x => x.Text));
    }

    [Fact]
    public void The_tags_of_a_node_are_told_by_id_key_and_property()
    {
        Property property = AddProperty();
        string group = NewGroup();
        NodeRow node = AddTagged(property, group, "a", "b");

        Assert.Equal(["a", "b"], Tags.GetTagsForEntity(node.Id, group).Select(x => x.Text));
        Assert.Equal(["a", "b"], Tags.GetTagsForEntity(node.UniqueId).Select(x => x.Text));
        Assert.Equal(["a", "b"], Tags.GetTagsForProperty(node.Id, property.Alias).Select(x => x.Text));
        Assert.Equal(["a", "b"], Tags.GetTagsForProperty(node.UniqueId, property.Alias.ToUpperInvariant()).Select(x => x.Text));
        Assert.Empty(Tags.GetTagsForProperty(node.Id, "other"));
        TaggedProperty tagged = Assert.Single(Tags.GetTaggedEntityByKey(node.UniqueId)!.TaggedProperties);
        Assert.Equal(property.Alias, tagged.PropertyTypeAlias);
        Assert.Equal(2, tagged.Tags.Count());
        Assert.Null(Tags.GetTaggedEntityById(int.MaxValue));
    }

    [Fact]
    public void Tags_are_replaced_added_and_removed()
    {
        Property property = AddProperty();
        string group = NewGroup();
        NodeRow node = AddTagged(property, group, "a", "b");

        Assign(node, property, group, replace: false, "c");
        Assert.Equal(["a", "b", "c"], Tags.GetTagsForEntity(node.Id).Select(x => x.Text));
        Assign(node, property, group, replace: true, "b", "d");
        Assert.Equal(["b", "d"], Tags.GetTagsForEntity(node.Id).Select(x => x.Text));
        site.InScope(() => Repository.Remove(node.Id, property.Id, [new Tag(0, group.ToUpperInvariant(), "B")]));
        Assert.Equal(["d"], Tags.GetTagsForEntity(node.Id).Select(x => x.Text));
        site.InScope(() => Repository.RemoveAll(node.Id));
        Assert.Empty(Tags.GetTagsForEntity(node.Id));
        Assert.Empty(Tags.GetAllContentTags(group));
    }

    [Fact]
    public void Tags_of_a_culture_are_told_apart_from_those_of_none()
    {
        Property property = AddProperty();
        string group = NewGroup();
        LanguageRow language = AddLanguage();
        NodeRow node = AddTagged(property, group, "sans");
        site.InScope(() => Repository.Assign(node.Id, property.Id, [new Tag(0, group, "avec", language.Id)], replaceTags: false));

        Assert.Equal(["sans"], Tags.GetTagsForEntity(node.Id, group).Select(x => x.Text));
        Assert.Equal(["avec"], Tags.GetTagsForEntity(node.Id, group, language.IsoCode.ToUpperInvariant()).Select(x => x.Text));
        Assert.Equal(["avec", "sans"], Tags.GetTagsForEntity(node.Id, group, "*").Select(x => x.Text));
    }

    [Fact]
    public void A_deleted_node_takes_its_tags_along()
    {
        Property property = AddProperty();
        string group = NewGroup();
        site.DeleteNode(AddTagged(property, group, "a"));

        Assert.Empty(Tags.GetAllContentTags(group));
    }

    [Fact]
    public async Task Writers_beside_each_other_make_one_tag_of_the_same_text()
    {
        Property property = AddProperty();
        string group = NewGroup();
        NodeRow[] nodes = [.. Enumerable.Range(0, 6).Select(_ => site.AddNode())];
        using var start = new Barrier(nodes.Length);

        await Task.WhenAll(nodes.Select((node, index) => Task.Factory.StartNew(
            () =>
            {
                foreach (string tag in Enumerable.Range(0, 8).Select(x => $"Thème {x}"))
                {
                    start.SignalAndWait();
                    Assign(node, property, group, replace: false, index % 2 == 0 ? tag : tag.ToUpperInvariant());
                }
            },
            TaskCreationOptions.LongRunning)));

        Assert.Equal(Enumerable.Repeat(nodes.Length, 8), Tags.GetAllContentTags(group).Select(x => x.NodeCount));
    }

    private static string NewGroup() => "g" + Guid.NewGuid().ToString("N");

    private NodeRow AddTagged(Property property, string group, params string[] tags)
    {
        NodeRow node = site.AddNode();
        Assign(node, property, group, replace: true, tags);
        return node;
    }

    private void Assign(NodeRow node, Property property, string group, bool replace, params string[] tags) =>
        site.InScope(() => Repository.Assign(node.Id, property.Id, tags.Select(x => new Tag(0, group, x)), replace));

    private LanguageRow AddLanguage()
    {
        using ICoreScope scope = site.CreateScope();
        SiteDbContext context = site.Get<AmbientDbContext>().Write;
        var row = new LanguageRow { IsoCode = "x-" + Guid.NewGuid().ToString("N")[..8], CultureName = "Essai" };
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        scope.Complete();
        return row;
    }

    private Property AddProperty()
    {
        NodeRow dataType = site.AddNode(objectType: Constants.ObjectTypes.DataType);
        NodeRow contentType = site.AddNode(objectType: Constants.ObjectTypes.DocumentType);
        using ICoreScope scope = site.CreateScope();
        SiteDbContext context = site.Get<AmbientDbContext>().Write;
        string alias = "p" + Guid.NewGuid().ToString("N");
        context.Add(new DataTypeRow { NodeId = dataType.Id, PropertyEditorAlias = Constants.PropertyEditors.Aliases.Tags });
        context.Add(new ContentTypeRow { NodeId = contentType.Id, Alias = "t" + alias });
        context.SaveChanges();
        var row = new PropertyTypeRow { UniqueId = Guid.NewGuid(), DataTypeId = dataType.Id, ContentTypeId = contentType.Id, Alias = alias };
        context.Add(row);
        context.SaveChanges();
        context.ChangeTracker.Clear();
        scope.Complete();
        return new Property(row.Id, alias);
    }

    private sealed record Property(int Id, string Alias);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : TagTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : TagTests(site), IClassFixture<PostgresSiteFixture>;
}
