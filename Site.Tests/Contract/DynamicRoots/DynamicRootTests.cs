using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Scoping;

namespace Site.Tests.Contract.DynamicRoots;

/// <summary>Where pickers start, on both engines.</summary>
public abstract class DynamicRootTests(SiteFixture site)
{
    private IDynamicRootRepository Repository => site.Get<IDynamicRootRepository>();

    [Fact]
    public async Task The_nearest_and_the_furthest_of_a_type_are_found_above_and_below()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        IContent top = model.SavedNote(DocumentModel.Unique("Top"));
        IContent page = model.SavedPage(DocumentModel.Unique("Page"), top.Id);
        IContent note = model.SavedNote(DocumentModel.Unique("Note"), page.Id);
        IContent leaf = model.SavedPage(DocumentModel.Unique("Leaf"), note.Id);
        IContent sibling = model.SavedPage(DocumentModel.Unique("Sibling"), top.Id);
        DynamicRootQueryStep notes = Step(model.Note.Key);
        DynamicRootQueryStep pages = Step(model.Page.Key);
        using ICoreScope scope = site.CreateScope();

        Assert.Equal(note.Key, await Repository.NearestAncestorOrSelfAsync([leaf.Key], notes));
        Assert.Equal(top.Key, await Repository.FurthestAncestorOrSelfAsync([leaf.Key], notes));
        Assert.Equal(leaf.Key, await Repository.NearestAncestorOrSelfAsync([leaf.Key], pages));
        Assert.Equal(page.Key, await Repository.FurthestAncestorOrSelfAsync([leaf.Key], pages));
        Assert.Equal([page.Key, sibling.Key], await Repository.NearestDescendantOrSelfAsync([top.Key], pages));
        Assert.Equal([leaf.Key], await Repository.FurthestDescendantOrSelfAsync([top.Key], pages));
        Assert.Equal([top.Key], await Repository.NearestDescendantOrSelfAsync([top.Key], Step()));
        Assert.Equal([note.Key], await Repository.FurthestDescendantOrSelfAsync([top.Key], notes));
    }

    [Fact]
    public async Task Nothing_is_found_where_there_is_nothing_nor_in_the_recycle_bin()
    {
        DocumentModel model = await DocumentModel.OfAsync(site);
        IContent top = model.SavedNote(DocumentModel.Unique("Top"));
        IContent trashed = model.SavedPage(DocumentModel.Unique("Trashed"), top.Id);
        model.Contents.MoveToRecycleBin(trashed);
        using ICoreScope scope = site.CreateScope();

        Assert.Null(await Repository.NearestAncestorOrSelfAsync([top.Key], Step(model.Page.Key)));
        Assert.Null(await Repository.FurthestAncestorOrSelfAsync([Guid.NewGuid()], Step()));
        Assert.Empty(await Repository.NearestDescendantOrSelfAsync([top.Key], Step(model.Page.Key)));
        Assert.Empty(await Repository.FurthestDescendantOrSelfAsync([], Step()));
    }

    private static DynamicRootQueryStep Step(params Guid[] types) => new() { Alias = "step", AnyOfDocTypeKeys = types };

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DynamicRootTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DynamicRootTests(site), IClassFixture<PostgresSiteFixture>;
}
