using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Scoping;

namespace Site.Tests.Contract.Documents;

/// <summary>What Core leaves to the repository when a draft is saved.</summary>
public abstract class DocumentSavingTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_new_document_is_the_last_child_of_its_parent()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Parent"));
        IContent first = _model.SavedPage("Premier", parent.Id);
        IContent second = _model.SavedPage("Second", parent.Id);

        IContent stored = _model.Reload(second);
        Assert.Equal($"-1,{parent.Id},{second.Id}", stored.Path);
        Assert.Equal(2, stored.Level);
        Assert.Equal(0, first.SortOrder);
        Assert.Equal(1, stored.SortOrder);
    }

    [Fact]
    public void A_draft_comes_back_as_it_was_saved()
    {
        IContent page = _model.NewPage(DocumentModel.Unique("Valeurs"));
        page.SetValue(DocumentModel.Number, 99);
        page.SetValue(DocumentModel.Amount, 1234.5m);
        page.SetValue(DocumentModel.Day, new DateTime(2017, 5, 24, 8, 30, 0, DateTimeKind.Unspecified));
        page.SetValue(DocumentModel.Body, new string('é', 5000));
        _model.Save(page);

        IContent stored = _model.Reload(page);
        Assert.Equal(page.Key, stored.Key);
        Assert.Equal(page.GetValue(DocumentModel.Title, _model.OtherCulture), stored.GetValue(DocumentModel.Title, _model.OtherCulture));
        Assert.Equal(99, stored.GetValue(DocumentModel.Number));
        Assert.Equal(1234.5m, stored.GetValue(DocumentModel.Amount));
        var day = Assert.IsType<DateTime>(stored.GetValue(DocumentModel.Day));
        Assert.Equal((new DateTime(2017, 5, 24, 8, 30, 0), DateTimeKind.Unspecified), (day, day.Kind));
        Assert.Equal(new string('é', 5000), stored.GetValue(DocumentModel.Body));
        Assert.Equal(DateTimeKind.Utc, stored.UpdateDate.Kind);
        Assert.False(stored.IsDirty());
    }

    [Fact]
    public void An_unpublished_document_is_edited_in_every_culture_that_it_has()
    {
        IContent stored = _model.Reload(_model.SavedPage(DocumentModel.Unique("Brouillon")));

        Assert.True(stored.Edited);
        Assert.False(stored.Published);
        Assert.Equal(PublishedState.Unpublished, stored.PublishedState);
        Assert.Equal(Sorted(_model.DefaultCulture, _model.OtherCulture), stored.EditedCultures!.Order());
    }

    [Fact]
    public void Siblings_with_one_name_are_numbered_in_each_culture()
    {
        string name = DocumentModel.Unique("École");
        _model.SavedPage(name);
        IContent second = _model.SavedPage(name);
        IContent third = _model.SavedPage(name);

        Assert.Equal($"{name} (1)", second.Name);
        Assert.Equal($"{name} (1)", _model.Reload(second).GetCultureName(_model.DefaultCulture));
        Assert.Equal($"{name} {_model.OtherCulture} (1)", _model.Reload(second).GetCultureName(_model.OtherCulture));
        Assert.Equal($"{name} (2)", third.Name);
    }

    [Fact]
    public void The_invariant_name_is_that_in_the_default_culture()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Avant"));
        string name = DocumentModel.Unique("Après");
        page.SetCultureName(name, _model.DefaultCulture);
        _model.Save(page);

        Assert.Equal(name, _model.Reload(page).Name);
    }

    [Fact]
    public void An_invariant_document_is_numbered_among_its_siblings()
    {
        string name = DocumentModel.Unique("Note");
        _model.SavedNote(name);

        Assert.Equal($"{name} (1)", _model.Reload(_model.SavedNote(name)).Name);
    }

    [Fact]
    public void A_failed_scope_leaves_nothing_behind_not_even_in_the_cache()
    {
        IContent known = _model.SavedPage(DocumentModel.Unique("Connu"));
        string title = (string)known.GetValue(DocumentModel.Title, _model.DefaultCulture)!;
        IContent lost = _model.NewPage(DocumentModel.Unique("Perdu"));
        using (site.CreateScope())
        {
            _model.Save(lost);
            known.SetValue(DocumentModel.Title, "Perdu aussi", _model.DefaultCulture);
            _model.Save(known);
            Assert.Equal("Perdu aussi", _model.Reload(known).GetValue(DocumentModel.Title, _model.DefaultCulture));
        }

        Assert.Null(_model.Contents.GetById(lost.Key));
        Assert.Equal(title, _model.Reload(known).GetValue(DocumentModel.Title, _model.DefaultCulture));
    }

    [Fact]
    public void What_a_caller_changes_on_his_copy_nobody_else_sees()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Copie"));
        IContent mine = _model.Reload(page);
        mine.SetValue(DocumentModel.Title, "à moi", _model.DefaultCulture);
        mine.SetCultureName("à moi", _model.DefaultCulture);

        IContent theirs = _model.Reload(page);
        Assert.NotEqual("à moi", theirs.GetValue(DocumentModel.Title, _model.DefaultCulture));
        Assert.NotEqual("à moi", theirs.Name);
    }

    [Fact]
    public void A_saved_entity_remembers_what_was_changed()
    {
        IContent page = _model.NewPage(DocumentModel.Unique("Mémoire"));
        site.InScope(() =>
        {
            site.Get<IDocumentRepository>().Save(page);
            return true;
        });

        Assert.False(page.IsDirty());
        Assert.True(page.WasPropertyDirty(nameof(IContent.Id)));
    }

    [Fact]
    public void Saving_what_has_not_changed_changes_nothing()
    {
        IContent page = _model.Reload(_model.SavedPage(DocumentModel.Unique("Inchangé")));
        DateTime updated = page.UpdateDate;
        site.InScope(() =>
        {
            site.Get<IDocumentRepository>().Save(page);
            return true;
        });

        Assert.Equal(updated, _model.Reload(page).UpdateDate);
    }

    [Fact]
    public void A_document_that_was_deleted_meanwhile_is_not_saved()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Supprimé"));
        _model.Contents.Delete(_model.Reload(page));
        page.SetCultureName("Trop tard", _model.DefaultCulture);

        using ICoreScope scope = site.CreateScope();
        Assert.Throws<InvalidOperationException>(() => site.Get<IDocumentRepository>().Save(page));
    }

    private static IOrderedEnumerable<string> Sorted(params string[] values) => values.Order();

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentSavingTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentSavingTests(site), IClassFixture<PostgresSiteFixture>;
}
