using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Entities;

/// <summary>Nodes as light entities, and what is known of them by id and key.</summary>
public abstract class EntityRepositoryTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    private IEntityService Entities => site.Get<IEntityService>();

    [Fact]
    public void A_document_says_its_names_its_type_and_where_it_is_published()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Léger"));
        _model.SavedPage("Enfant", page.Id);
        _model.Publish(page, _model.DefaultCulture);

        var entity = Assert.IsAssignableFrom<IDocumentEntitySlim>(Entities.Get(page.Key));
        Assert.Equal(page.Name, entity.Name);
        Assert.Equal(page.GetCultureName(_model.OtherCulture), entity.CultureNames[_model.OtherCulture]);
        Assert.Equal([_model.DefaultCulture], entity.PublishedCultures);
        Assert.Equal([_model.OtherCulture], entity.EditedCultures);
        Assert.Equal((_model.Page.Alias, _model.Page.Key), (entity.ContentTypeAlias, entity.ContentTypeKey));
        Assert.True(entity.Published && entity.Edited && entity.HasChildren && entity.Variations.VariesByCulture());
    }

    [Fact]
    public void Children_are_paged_in_the_order_of_their_names_in_a_culture()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Parent"));
        foreach ((string name, string other) in new[] { ("a", "z"), ("b", "y"), ("c", "x") })
        {
            IContent page = _model.NewPage(name, parent.Id);
            page.SetCultureName(other, _model.OtherCulture);
            _model.Save(page);
        }

        IEntitySlim[] children = [.. Entities.GetPagedChildren(
            parent.Key, UmbracoObjectTypes.Document, 0, 2, out long total, ordering: Ordering.By("name", Direction.Ascending, _model.OtherCulture))];
        Assert.Equal(3, total);
        Assert.Equal(["c", "b"], children.Select(x => x.Name));
    }

    [Fact]
    public void A_search_finds_names_whatever_their_case()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Éclairage"));

        string upper = page.Name!.ToUpperInvariant();
        IQuery<IUmbracoEntity> filter = site.Get<ICoreScopeProvider>().CreateQuery<IUmbracoEntity>().Where(x => x.Name!.Contains(upper));

        IEntitySlim[] found = [.. Entities.GetPagedDescendants(UmbracoObjectTypes.Document, 0, 10, out long total, filter)];

        Assert.Equal(page.Key, Assert.Single(found).Key);
        Assert.Equal(1, total);
    }

    [Fact]
    public void Siblings_are_those_around_a_node_and_the_rest_is_counted()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Fratrie"));
        IContent[] children = [.. Enumerable.Range(0, 6).Select(x => _model.SavedPage($"s{x}", parent.Id))];

        IEntitySlim[] siblings = [.. Entities.GetSiblings(children[3].Key, [UmbracoObjectTypes.Document], 1, 1, out long before, out long after)];
        Assert.Equal(["s2", "s3", "s4"], siblings.Select(x => x.Name));
        Assert.Equal((2, 1), (before, after));
    }

    [Fact]
    public void A_reserved_id_is_taken_by_what_comes_with_its_key()
    {
        var key = Guid.NewGuid();
        int reserved = Entities.ReserveId(key);
        Assert.Equal(reserved, Entities.ReserveId(key));
        IContent page = _model.NewPage(DocumentModel.Unique("Réservé"));
        page.Key = key;
        _model.Save(page);

        Assert.Equal(reserved, page.Id);
        Assert.Equal(UmbracoObjectTypes.Document, Entities.GetObjectType(key));
    }

    [Fact]
    public void Ids_and_keys_are_translated_within_their_object_type()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Traduit"));
        IIdKeyMapRepository map = site.Get<IIdKeyMapRepository>();

        Assert.Equal(page.Id, site.InScope(() => map.GetIdForKey(page.Key, UmbracoObjectTypes.Document)));
        Assert.Equal(page.Key, site.InScope(() => map.GetIdForKey(page.Id, UmbracoObjectTypes.Unknown)));
        Assert.Null(site.InScope(() => map.GetIdForKey(page.Key, UmbracoObjectTypes.Media)));
    }

    [Fact]
    public void Navigation_comes_parents_first_and_leaves_the_recycle_bin_apart()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Navigué"));
        IContent child = _model.SavedPage("Enfant", parent.Id);
        IContent trashed = _model.SavedPage(DocumentModel.Unique("Jeté"));
        _model.Contents.MoveToRecycleBin(trashed);
        INavigationRepository navigation = site.Get<INavigationRepository>();
        List<int> ids = site.InScope(() => navigation.GetContentNodesByObjectType(Constants.ObjectTypes.Document).Select(x => x.Id).ToList());

        Assert.InRange(ids.IndexOf(parent.Id), 0, ids.IndexOf(child.Id));
        Assert.DoesNotContain(trashed.Id, ids);
        Assert.Contains(trashed.Id, site.InScope(() => navigation.GetTrashedContentNodesByObjectType(Constants.ObjectTypes.Document).Select(x => x.Id).ToList()));
        Assert.Equal(
            [parent.Key, child.Key],
            site.InScope(() => navigation.GetContentNodeWithAncestors(child.Key, Constants.ObjectTypes.Document).Select(x => x.Key).ToList()));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : EntityRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : EntityRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
