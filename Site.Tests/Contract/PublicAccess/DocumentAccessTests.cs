using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.PublicAccess;

/// <summary>Protected documents through all that editors do with them.</summary>
public abstract class DocumentAccessTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    private IPublicAccessService Access => site.Get<IPublicAccessService>();

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Protection_is_that_of_the_nearest_protected_ancestor()
    {
        IContent top = _model.SavedNote(DocumentModel.Unique("Haut"));
        IContent middle = _model.SavedNote("Milieu", top.Id);
        IContent leaf = _model.SavedNote("Feuille", middle.Id);
        PublicAccessEntry outer = Protect(top);
        Assert.Equal(outer.Key, Access.IsProtected(leaf).Result!.Key);

        PublicAccessEntry inner = Protect(middle);
        Assert.Equal(inner.Key, Access.IsProtected(leaf).Result!.Key);
        Assert.Equal(outer.Key, Access.IsProtected(top).Result!.Key);
    }

    [Fact]
    public void A_document_that_is_moved_is_protected_where_it_is()
    {
        IContent open = _model.SavedNote(DocumentModel.Unique("Ouvert"));
        IContent closed = _model.SavedNote(DocumentModel.Unique("Fermé"));
        IContent page = _model.SavedNote("Page", open.Id);
        Protect(closed);

        _model.Contents.Move(_model.Reload(page), closed.Id);
        Assert.True(Access.IsProtected(_model.Reload(page)).Success);

        _model.Contents.Move(_model.Reload(page), open.Id);
        Assert.False(Access.IsProtected(_model.Reload(page)).Success);
    }

    [Fact]
    public void Protection_lasts_in_the_bin_and_ends_when_the_document_is_deleted()
    {
        IContent top = _model.SavedNote(DocumentModel.Unique("Haut"));
        IContent page = _model.SavedNote("Protégé", top.Id);
        PublicAccessEntry entry = Protect(page);
        _model.Contents.MoveToRecycleBin(_model.Reload(top));
        Assert.Contains(Access.GetAll(), x => x.Key == entry.Key);

        _model.Contents.Delete(_model.Reload(top));

        Assert.DoesNotContain(Access.GetAll(), x => x.Key == entry.Key);
    }

    [Fact]
    public void A_copy_is_not_protected_by_its_original()
    {
        IContent page = _model.SavedNote(DocumentModel.Unique("Protégé"));
        Protect(page);

        IContent copy = _model.Contents.Copy(_model.Reload(page), Constants.System.Root, relateToOriginal: false)!;

        Assert.False(Access.IsProtected(_model.Reload(copy)).Success);
    }

    private PublicAccessEntry Protect(IContent content)
    {
        var entry = new PublicAccessEntry(Guid.NewGuid(), content.Id, content.Id, content.Id, []);
        entry.AddRule("Membres", "MemberRole");
        Assert.True(Access.Save(entry).Success);
        return entry;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentAccessTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentAccessTests(site), IClassFixture<PostgresSiteFixture>;
}
