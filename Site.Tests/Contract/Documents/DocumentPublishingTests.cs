using Site.Core.Hosting.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Tests.Contract.Documents;

/// <summary>What Core leaves to the repository when a document is published, unpublished and rolled back.</summary>
public abstract class DocumentPublishingTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Publishing_makes_the_edited_version_the_published_one_and_adds_a_new_one()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Publié"));
        int draft = page.VersionId;
        _model.Publish(page);

        IContent stored = _model.Reload(page);
        Assert.True(stored.Published);
        Assert.Equal(draft, stored.PublishedVersionId);
        Assert.NotEqual(draft, stored.VersionId);
        Assert.Equal((page.VersionId, page.PublishedVersionId), (stored.VersionId, stored.PublishedVersionId));
        Assert.Equal(stored.Name, stored.PublishName);
        Assert.NotNull(stored.PublishDate);
        Assert.Equal(-1, stored.PublisherId);
        Assert.False(stored.Edited);
        Assert.Empty(stored.EditedCultures!);
    }

    [Fact]
    public void One_culture_is_published_alone()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Une langue"));
        _model.Publish(page, _model.DefaultCulture);

        IContent stored = _model.Reload(page);
        Assert.Equal([_model.DefaultCulture], stored.PublishedCultures);
        Assert.Equal([_model.OtherCulture], stored.EditedCultures!);
        Assert.Equal(stored.GetValue(DocumentModel.Title, _model.DefaultCulture), stored.GetValue(DocumentModel.Title, _model.DefaultCulture, published: true));
        Assert.Null(stored.GetValue(DocumentModel.Title, _model.OtherCulture, published: true));
    }

    [Fact]
    public void A_draft_keeps_what_is_published_and_says_where_it_differs()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Retouché"));
        _model.Publish(page);
        string published = (string)page.GetValue(DocumentModel.Title, _model.OtherCulture)!;
        page.SetValue(DocumentModel.Title, "Retouché", _model.OtherCulture);
        _model.Save(page);

        IContent stored = _model.Reload(page);
        Assert.Equal("Retouché", stored.GetValue(DocumentModel.Title, _model.OtherCulture));
        Assert.Equal(published, stored.GetValue(DocumentModel.Title, _model.OtherCulture, published: true));
        Assert.Equal([_model.OtherCulture], stored.EditedCultures!);
        Assert.True(stored.Edited);
    }

    [Fact]
    public void A_draft_that_says_the_same_again_is_not_edited()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Aller et retour"));
        _model.Publish(page);
        object? title = page.GetValue(DocumentModel.Title, _model.DefaultCulture);
        page.SetValue(DocumentModel.Title, "autre", _model.DefaultCulture);
        _model.Save(page);
        page.SetValue(DocumentModel.Title, title, _model.DefaultCulture);
        _model.Save(page);

        Assert.False(_model.Reload(page).Edited);
    }

    [Fact]
    public void A_new_name_alone_makes_a_draft_edited()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Nom"));
        IContent note = _model.SavedNote(DocumentModel.Unique("Nom"));
        _model.Publish(page);
        _model.Publish(note);
        page.SetCultureName(DocumentModel.Unique("Nouveau"), _model.OtherCulture);
        note.Name = DocumentModel.Unique("Nouveau");
        _model.Save(page);
        _model.Save(note);

        Assert.Equal([_model.OtherCulture], _model.Reload(page).EditedCultures!);
        Assert.True(_model.Reload(note).Edited);
    }

    [Fact]
    public void An_invariant_value_is_edited_in_the_default_culture()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Invariant"));
        _model.Publish(page);
        page.SetValue(DocumentModel.Number, 7);
        _model.Save(page);

        Assert.Equal([_model.DefaultCulture], _model.Reload(page).EditedCultures!);
    }

    [Fact]
    public void One_culture_is_unpublished_alone()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Retiré"));
        _model.Publish(page);
        Assert.True(_model.Contents.Unpublish(_model.Reload(page), _model.OtherCulture).Success);

        IContent stored = _model.Reload(page);
        Assert.True(stored.Published);
        Assert.Equal([_model.DefaultCulture], stored.PublishedCultures);
        Assert.Equal([_model.OtherCulture], stored.EditedCultures!);
    }

    [Fact]
    public void An_unpublished_document_keeps_its_draft()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Dépublié"));
        _model.Publish(page);
        Assert.True(_model.Contents.Unpublish(_model.Reload(page)).Success);

        IContent stored = _model.Reload(page);
        Assert.False(stored.Published);
        Assert.Empty(stored.PublishedCultures);
        Assert.Equal(0, stored.PublishedVersionId);
        Assert.Null(stored.PublishDate);
        Assert.True(stored.Edited);
        Assert.NotNull(stored.GetValue(DocumentModel.Title, _model.DefaultCulture));
    }

    [Fact]
    public void Every_publication_stays_in_the_history_newest_first()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Histoire"));
        foreach (string title in (string[])["un", "deux", "trois"])
        {
            page.SetValue(DocumentModel.Title, title, _model.DefaultCulture);
            _model.Save(page);
            _model.Publish(page, _model.DefaultCulture);
        }

        IContent[] versions = [.. _model.Contents.GetVersions(page.Id)];
        Assert.Equal(["trois", "trois", "deux", "un"], versions.Select(x => x.GetValue(DocumentModel.Title, _model.DefaultCulture)));
        Assert.Equal(versions.Select(x => x.VersionId), _model.Contents.GetVersionIds(page.Id, 10));
        Assert.Equal(page.VersionId, versions[0].VersionId);
    }

    [Fact]
    public void A_rollback_makes_an_old_version_the_draft()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Retour"));
        object? first = page.GetValue(DocumentModel.Title, _model.DefaultCulture);
        _model.Publish(page);
        int old = page.PublishedVersionId;
        page.SetValue(DocumentModel.Title, "nouveau", _model.DefaultCulture);
        _model.Save(page);
        _model.Publish(page);
        Assert.True(_model.Contents.Rollback(page.Id, old).Success);

        IContent stored = _model.Reload(page);
        Assert.Equal(first, stored.GetValue(DocumentModel.Title, _model.DefaultCulture));
        Assert.Equal("nouveau", stored.GetValue(DocumentModel.Title, _model.DefaultCulture, published: true));
        Assert.Equal([_model.DefaultCulture], stored.EditedCultures!);
    }

    [Fact]
    public void Old_versions_are_deleted_but_never_the_current_or_the_published_one()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Nettoyé"));
        _model.Publish(page);
        _model.Publish(page);
        _model.Contents.DeleteVersions(page.Id, DateTime.UtcNow.AddMinutes(1));

        Assert.Equal([page.VersionId, page.PublishedVersionId], _model.Contents.GetVersionIds(page.Id, 10));
        Assert.Throws<InvalidOperationException>(() => site.InScope(() =>
        {
            site.Get<IDocumentRepository>().DeleteVersion(page.PublishedVersionId);
            return true;
        }));
    }

    [Fact]
    public void The_history_says_what_may_be_cleaned_up()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Historique"));
        _model.Publish(page);
        int old = page.PublishedVersionId;
        _model.Publish(page);
        IDocumentVersionRepository versions = site.Get<IDocumentVersionRepository>();
        long total = 0;
        ContentVersionMeta[] history = site.InScope(() => versions.GetPagedItemsByContentId(page.Id, 0, 10, out total).ToArray());

        Assert.Equal(3, total);
        Assert.Equal([page.VersionId, page.PublishedVersionId, old], history.Select(x => x.VersionId));
        Assert.Equal([(true, false), (false, true), (false, false)], history.Select(x => (x.CurrentDraftVersion, x.CurrentPublishedVersion)));
        Assert.Contains(old, Eligible());

        site.InScope(() =>
        {
            versions.SetPreventCleanup(old, true);
            return true;
        });
        Assert.DoesNotContain(old, Eligible());

        int[] Eligible() => site.InScope(() =>
            versions.GetDocumentVersionsEligibleForCleanup(DateTime.UtcNow.AddMinutes(1), null).Select(x => x.VersionId).ToArray());
    }

    [Fact]
    public void A_schedule_is_kept_by_culture_and_carried_out_when_it_is_due()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Programmé"));
        DateTime due = DateTime.UtcNow.AddMinutes(10);
        var schedule = new ContentScheduleCollection();
        schedule.Add(_model.DefaultCulture, due, null);
        _model.Contents.PersistContentSchedule(page, schedule);

        Assert.Equal(_model.DefaultCulture, Assert.Single(_model.Contents.GetContentScheduleByContentId(page.Id).FullSchedule).Culture);
        Assert.DoesNotContain(_model.Contents.GetContentForRelease(due.AddMinutes(-1)), x => x.Id == page.Id);
        Assert.Contains(_model.Contents.GetContentForRelease(due.AddMinutes(1)), x => x.Id == page.Id);

        Assert.Contains(_model.Contents.PerformScheduledPublish(due.AddMinutes(1)), x => x.Success && x.Content!.Id == page.Id);
        Assert.Equal([_model.DefaultCulture], _model.Reload(page).PublishedCultures);
        Assert.Empty(_model.Contents.GetContentScheduleByContentId(page.Id).FullSchedule);
    }

    [Fact]
    public void A_path_is_published_when_every_ancestor_is()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Parent"));
        IContent child = _model.SavedPage("Enfant", parent.Id);
        _model.Publish(parent);
        _model.Publish(child);
        Assert.True(_model.Contents.IsPathPublished(_model.Reload(child)));

        _model.Contents.Unpublish(_model.Reload(parent));
        Assert.False(_model.Contents.IsPathPublished(_model.Reload(child)));
    }

    [Fact]
    public async Task The_publish_status_names_the_published_cultures()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("État"));
        IContent note = _model.SavedNote(DocumentModel.Unique("État"));
        _model.Publish(page, _model.DefaultCulture);
        _model.Publish(note);
        using Umbraco.Cms.Core.Scoping.ICoreScope scope = site.CreateScope();
        IPublishStatusRepository statuses = site.Get<IPublishStatusRepository>();

        Assert.Equal([_model.DefaultCulture], await statuses.GetPublishStatusAsync(page.Key, CancellationToken.None));
        Assert.Contains(_model.OtherCulture, await statuses.GetPublishStatusAsync(note.Key, CancellationToken.None));
        IDictionary<Guid, ISet<string>> all = await statuses.GetAllPublishStatusAsync(CancellationToken.None);
        Assert.Equal([_model.DefaultCulture], all[page.Key]);
    }

    [Fact]
    public void The_snapshot_has_a_draft_only_where_it_differs()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Instantané"));
        _model.Publish(page, _model.DefaultCulture, _model.OtherCulture);
        IContentSnapshotSource source = site.Get<IContentSnapshotSource>();
        var selection = new ContentSelection([page.Key]);

        ContentData published = Assert.Single(source.ReadDocuments(selection));
        Assert.Null(published.Draft);
        Assert.Equal(page.GetCultureName(_model.OtherCulture), published.Published!.Cultures[_model.OtherCulture].Name);

        page.SetValue(DocumentModel.Title, "brouillon", _model.DefaultCulture);
        _model.Save(page);
        ContentData edited = Assert.Single(source.ReadDocuments(selection));
        Assert.Contains(edited.Draft!.Properties[DocumentModel.Title], x => x.Culture == _model.DefaultCulture && x.Value is "brouillon");
        Assert.DoesNotContain(edited.Published!.Properties[DocumentModel.Title], x => x.Value is "brouillon");
        Assert.True(edited.Draft.Cultures[_model.DefaultCulture].Edited);
        Assert.False(edited.Draft.Cultures[_model.OtherCulture].Edited);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentPublishingTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentPublishingTests(site), IClassFixture<PostgresSiteFixture>;
}
