using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Documents;

/// <summary>Moving, copying, sorting and deleting documents with what is below them.</summary>
public abstract class DocumentTreeTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_move_takes_the_descendants_along()
    {
        (IContent top, IContent middle, IContent leaf) = Branch();
        IContent target = _model.SavedPage(DocumentModel.Unique("Cible"));
        _model.Publish(_model.Reload(top));
        _model.Publish(_model.Reload(middle));
        Assert.True(_model.Contents.Move(_model.Reload(middle), target.Id).Success);

        IContent stored = _model.Reload(leaf);
        Assert.Equal($"-1,{target.Id},{middle.Id},{leaf.Id}", stored.Path);
        Assert.Equal(3, stored.Level);
        Assert.True(_model.Reload(middle).Published);
        Assert.False(_model.Reload(middle).Edited);
        Assert.Equal(0, _model.Contents.CountChildren(top.Id));
    }

    [Fact]
    public void A_moved_document_gets_a_name_that_its_new_siblings_do_not_have()
    {
        IContent source = _model.SavedPage(DocumentModel.Unique("Source"));
        IContent target = _model.SavedPage(DocumentModel.Unique("Cible"));
        IContent moved = _model.SavedPage("Même nom", source.Id);
        _model.SavedPage("Même nom", target.Id);
        _model.Contents.Move(_model.Reload(moved), target.Id);

        Assert.Equal("Même nom (1)", _model.Reload(moved).Name);
        Assert.Equal("Même nom (1)", _model.Reload(moved).GetCultureName(_model.DefaultCulture));
    }

    [Fact]
    public void A_copy_is_a_branch_of_its_own()
    {
        (IContent top, _, IContent leaf) = Branch();
        IContent copy = _model.Contents.Copy(_model.Reload(top), Constants.System.Root, relateToOriginal: false, recursive: true)!;

        Assert.Equal($"{top.Name} (1)", _model.Reload(copy).Name);
        Assert.Equal(2, _model.Contents.CountDescendants(copy.Id));
        IContent copiedLeaf = _model.Contents.GetPagedDescendants(copy.Id, 0, 10, out _).Single(x => x.Name == leaf.Name);
        Assert.NotEqual(leaf.Key, copiedLeaf.Key);
        Assert.Equal(leaf.GetValue(DocumentModel.Title, _model.DefaultCulture), copiedLeaf.GetValue(DocumentModel.Title, _model.DefaultCulture));
    }

    [Fact]
    public void The_recycle_bin_takes_a_branch_and_gives_it_back()
    {
        (IContent top, _, IContent leaf) = Branch();
        Assert.True(_model.Contents.MoveToRecycleBin(_model.Reload(top)).Success);

        IContent trashed = _model.Reload(leaf);
        Assert.StartsWith($"-1,-20,{top.Id},", trashed.Path, StringComparison.Ordinal);
        Assert.True(trashed.Trashed);
        Assert.Equal(3, trashed.Level);
        Assert.True(_model.Contents.RecycleBinSmells());
        Assert.Contains(_model.Contents.GetPagedContentInRecycleBin(0, 1000, out _), x => x.Id == leaf.Id);

        Assert.True(_model.Contents.Move(_model.Reload(top), Constants.System.Root).Success);
        IContent restored = _model.Reload(leaf);
        Assert.False(restored.Trashed);
        Assert.Equal(leaf.Path, restored.Path);
    }

    [Fact]
    public void A_deleted_branch_is_gone_with_everything_it_had()
    {
        (IContent top, IContent middle, IContent leaf) = Branch();
        _model.Publish(_model.Reload(top));
        Assert.True(_model.Contents.Delete(_model.Reload(top)).Success);

        Assert.Empty(_model.Contents.GetByIds([top.Id, middle.Id, leaf.Id]));
        Assert.Empty(_model.Contents.GetVersions(top.Id));
        Assert.False(site.InScope(() => site.Get<IEntityRepository>().Exists(leaf.Key)));
    }

    [Fact]
    public void Children_are_sorted_as_they_are_listed()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Trié"));
        IContent[] children = [.. new[] { "a", "b", "c" }.Select(x => _model.SavedPage(x, parent.Id))];
        int[] order = [children[2].Id, children[0].Id, children[1].Id];
        Assert.True(_model.Contents.SortChildren(parent.Id, order).Success);

        Assert.Equal(order, _model.Contents.GetPagedChildren(parent.Id, 0, 10, out _, null, null, null).Select(x => x.Id));
        Assert.True(_model.Contents.Sort(order.Reverse()).Success);
        Assert.Equal(order.Reverse(), _model.Contents.GetPagedChildren(parent.Id, 0, 10, out _, null, null, null).Select(x => x.Id));
    }

    [Fact]
    public void Paths_and_levels_are_sound_after_all_that() =>
        Assert.True(_model.Contents.CheckDataIntegrity(new ContentDataIntegrityReportOptions()).Ok);

    [Fact]
    public void Links_to_documents_are_tracked_while_they_last()
    {
        IContent target = _model.SavedPage(DocumentModel.Unique("Visé"));
        IContent page = _model.NewPage(DocumentModel.Unique("Renvoi"));
        page.SetValue(DocumentModel.Related, target.GetUdi().ToString());
        _model.Save(page);
        Umbraco.Cms.Core.Services.IRelationService relations = site.Get<Umbraco.Cms.Core.Services.IRelationService>();

        IRelation relation = Assert.Single(relations.GetByParentId(page.Id)!);
        Assert.Equal(target.Id, relation.ChildId);
        Assert.Equal(Constants.Conventions.RelationTypes.RelatedDocumentAlias, relation.RelationType.Alias);

        page.SetValue(DocumentModel.Related, null);
        _model.Save(page);
        Assert.Empty(relations.GetByParentId(page.Id)!);
    }

    [Fact]
    public async Task Parallel_writers_get_sort_orders_and_names_of_their_own()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Parallèle"));
        _model.Publish(parent);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int index = 0; index < 5; index++)
            {
                IContent page = _model.SavedPage("Même", parent.Id);
                _model.Publish(page);
            }
        })));

        IContent[] children = [.. _model.Contents.GetPagedChildren(parent.Id, 0, 100, out _, null, null, null)];
        Assert.Equal(20, children.Length);
        Assert.Equal(Enumerable.Range(0, 20), children.Select(x => x.SortOrder));
        Assert.Equal(20, children.Select(x => x.Name).Distinct().Count());
        Assert.All(children, x => Assert.True(x.Published && !x.Edited));
    }

    private (IContent Top, IContent Middle, IContent Leaf) Branch()
    {
        IContent top = _model.SavedPage(DocumentModel.Unique("Haut"));
        IContent middle = _model.SavedPage("Milieu", top.Id);
        return (top, middle, _model.SavedPage("Feuille", middle.Id));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentTreeTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentTreeTests(site), IClassFixture<PostgresSiteFixture>;
}
