using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence;
using Site.Core.Persistence.Content;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Documents;

/// <summary>The history of documents as editors and the clean-up see it.</summary>
public abstract class DocumentVersionTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    private IContentVersionService Versions => site.Get<IContentVersionService>();

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Saving_replaces_the_draft_and_publishing_adds_a_version()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Versions"));
        int first = page.VersionId;
        SetTitle(page, "deux");
        _model.Save(page);
        Assert.Equal([first], _model.Contents.GetVersionIds(page.Id, 10));

        _model.Publish(page);
        int draft = page.VersionId;
        Assert.Equal([draft, first], _model.Contents.GetVersionIds(page.Id, 10));

        SetTitle(page, "trois");
        _model.Save(page);
        Assert.Equal([draft, first], _model.Contents.GetVersionIds(page.Id, 10));
        Assert.Equal(("trois", "deux"), (Title(_model.Contents.GetVersion(draft)!), Title(_model.Contents.GetVersion(first)!)));

        _model.Contents.Unpublish(_model.Reload(page));
        Assert.Equal([draft, first], _model.Contents.GetVersionIds(page.Id, 10));
    }

    [Fact]
    public async Task The_history_is_paged_and_narrowed_to_a_culture()
    {
        IContent page = _model.NewPage(DocumentModel.Unique("Historique"));
        page.SetCultureName(null, _model.OtherCulture);
        _model.Save(page);
        for (int number = 0; number < 3; number++)
        {
            SetTitle(page, $"t{number}");
            _model.Save(page);
            _model.Publish(page, _model.DefaultCulture);
        }

        page = _model.Reload(page);
        page.SetCultureName(DocumentModel.Unique("History"), _model.OtherCulture);
        _model.Save(page);

        PagedModel<ContentVersionMeta> all = (await Versions.GetPagedContentVersionsAsync(page.Key, null, 0, 10)).Result!;
        PagedModel<ContentVersionMeta> paged = (await Versions.GetPagedContentVersionsAsync(page.Key, null, 2, 2)).Result!;
        PagedModel<ContentVersionMeta> other = (await Versions.GetPagedContentVersionsAsync(page.Key, _model.OtherCulture, 0, 10)).Result!;
        Assert.Equal((4, 4), (all.Total, paged.Total));
        Assert.Equal(all.Items.Skip(2).Select(x => x.VersionId), paged.Items.Select(x => x.VersionId));
        Assert.Equal([page.VersionId], other.Items.Select(x => x.VersionId));
        Assert.Equal([true, false, false, false], all.Items.Select(x => x.CurrentDraftVersion));
        Assert.Equal([false, true, false, false], all.Items.Select(x => x.CurrentPublishedVersion));
        Assert.Equal(ContentVersionOperationStatus.ContentNotFound, (await Versions.GetPagedContentVersionsAsync(Guid.NewGuid(), null, 0, 10)).Status);
    }

    [Fact]
    public async Task One_culture_is_rolled_back_and_the_other_keeps_its_draft()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Retour"));
        object? first = page.GetValue(DocumentModel.Title, _model.DefaultCulture);
        _model.Publish(page);
        Guid old = page.PublishedVersionId.ToGuid();
        SetTitle(page, "nouveau");
        page.SetValue(DocumentModel.Title, "new", _model.OtherCulture);
        page.SetCultureName(DocumentModel.Unique("Nouveau"), _model.DefaultCulture);
        _model.Save(page);
        _model.Publish(page);

        Attempt<ContentVersionOperationStatus> result = await Versions.RollBackAsync(old, _model.DefaultCulture, Constants.Security.SuperUserKey);

        Assert.Equal(ContentVersionOperationStatus.Success, result.Result);
        IContent stored = _model.Reload(page);
        Assert.Equal((first, "new"), (stored.GetValue(DocumentModel.Title, _model.DefaultCulture), stored.GetValue(DocumentModel.Title, _model.OtherCulture)));
        Assert.Equal("nouveau", stored.GetValue(DocumentModel.Title, _model.DefaultCulture, published: true));
        Assert.Equal([_model.DefaultCulture], stored.EditedCultures!);
        Assert.Equal(3, _model.Contents.GetVersionIds(page.Id, 10).Count());
    }

    [Fact]
    public async Task An_old_version_that_is_kept_outlives_the_clean_up()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Gardé"));
        int[] old = PublishTimes(page, 3);
        Age(page, days: 200);
        Assert.Equal(ContentVersionOperationStatus.Success, (await Versions.SetPreventCleanupAsync(old[0].ToGuid(), true, Constants.Security.SuperUserKey)).Result);
        ContentVersionMeta[] deleted = [.. Versions.PerformContentVersionCleanup(DateTime.UtcNow).Where(x => x.ContentId == page.Id)];

        Assert.Equal([old[1]], deleted.Select(x => x.VersionId));
        Assert.Equal([page.VersionId, page.PublishedVersionId, old[0]], _model.Contents.GetVersionIds(page.Id, 10));
        Assert.True(Versions.Get(old[0])!.PreventCleanup);
        Assert.Empty(site.InScope(() => site.Get<AmbientDbContext>().Read.Set<PropertyDataRow>().Where(x => x.VersionId == old[1]).ToList()));
    }

    [Fact]
    public void The_clean_up_keeps_what_is_younger_than_the_policy_says()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Jeune"));
        PublishTimes(page, 3);

        Assert.DoesNotContain(Versions.PerformContentVersionCleanup(DateTime.UtcNow), x => x.ContentId == page.Id);
        Assert.Equal(4, _model.Contents.GetVersionIds(page.Id, 10).Count());
    }

    [Fact]
    public async Task A_type_may_keep_every_version_or_none()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Règle"));
        int[] old = PublishTimes(page, 3);
        Age(page, days: 30);
        await SetPolicyAsync(new HistoryCleanup { PreventCleanup = true });
        Assert.Empty(Versions.PerformContentVersionCleanup(DateTime.UtcNow));
        Assert.Contains(
            site.InScope(() => site.Get<IDocumentVersionRepository>().GetCleanupPolicies()!),
            x => x.ContentTypeId == _model.Page.Id && x.PreventCleanup);

        await SetPolicyAsync(new HistoryCleanup { KeepAllVersionsNewerThanDays = 100, KeepLatestVersionPerDayForDays = 100 });
        Assert.DoesNotContain(Versions.PerformContentVersionCleanup(DateTime.UtcNow), x => x.ContentId == page.Id);

        await SetPolicyAsync(new HistoryCleanup { KeepAllVersionsNewerThanDays = 10, KeepLatestVersionPerDayForDays = 10 });
        Assert.Equal(old[..2].Order(), Versions.PerformContentVersionCleanup(DateTime.UtcNow).Where(x => x.ContentId == page.Id).Select(x => x.VersionId).Order());
        await SetPolicyAsync(new HistoryCleanup());
    }

    [Fact]
    public void The_oldest_are_eligible_first_and_no_more_than_asked_for()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Lot"));
        int[] old = PublishTimes(page, 3);
        Age(page, days: 4000);
        IDocumentVersionRepository repository = site.Get<IDocumentVersionRepository>();

        ContentVersionMeta[] eligible = [.. site.InScope(() => repository.GetDocumentVersionsEligibleForCleanup(DateTime.UtcNow.AddDays(-3000), 1))];

        Assert.Equal(old[0], Assert.Single(eligible).VersionId);
        site.InScope(() => repository.DeleteVersions([.. old, page.VersionId]));
        Assert.Equal([page.VersionId, page.PublishedVersionId], _model.Contents.GetVersionIds(page.Id, 10));
    }

    [Fact]
    public void A_version_is_deleted_alone_or_with_those_before_it()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Ôtée"));
        int[] old = PublishTimes(page, 4);
        _model.Contents.DeleteVersion(page.Id, old[1], deletePriorVersions: false);
        Assert.Equal([page.VersionId, page.PublishedVersionId, old[2], old[0]], _model.Contents.GetVersionIds(page.Id, 10));

        _model.Contents.DeleteVersion(page.Id, old[2], deletePriorVersions: true);
        Assert.Equal([page.VersionId, page.PublishedVersionId], _model.Contents.GetVersionIds(page.Id, 10));
    }

    [Fact]
    public void Slim_versions_are_paged_newest_first_without_values()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Mince"));
        int[] old = PublishTimes(page, 3);

        IContent[] slim = [.. _model.Contents.GetVersionsSlim(page.Id, 1, 2)];

        Assert.Equal([page.PublishedVersionId, old[1]], slim.Select(x => x.VersionId));
        Assert.All(slim, x => Assert.Null(Title(x)));
    }

    /// <returns>The versions that are neither the draft nor published, oldest first.</returns>
    private int[] PublishTimes(IContent page, int times)
    {
        List<int> published = [];
        for (int number = 0; number < times; number++)
        {
            SetTitle(page, $"n° {number}");
            _model.Save(page);
            _model.Publish(page);
            published.Add(page.PublishedVersionId);
        }

        return [.. published[..^1]];
    }

    /// <summary>Makes the versions older: the clean-up reads their dates.</summary>
    private void Age(IContent page, int days) => site.InScope(() =>
    {
        SiteDbContext context = site.Get<AmbientDbContext>().Write;
        foreach (ContentVersionRow row in context.Set<ContentVersionRow>().AsTracking().Where(x => x.NodeId == page.Id))
        {
            row.VersionDate = row.VersionDate.AddDays(-days);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
    });

    private async Task SetPolicyAsync(HistoryCleanup policy)
    {
        IContentTypeService types = site.Get<IContentTypeService>();
        IContentType type = types.Get(_model.Page.Key)!;
        type.HistoryCleanup = policy;
        Assert.Equal(ContentTypeOperationStatus.Success, (await types.UpdateAsync(type, Constants.Security.SuperUserKey)).Result);
    }

    private void SetTitle(IContent page, string title) => page.SetValue(DocumentModel.Title, title, _model.DefaultCulture);

    private string? Title(IContent page) => page.GetValue<string>(DocumentModel.Title, _model.DefaultCulture);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentVersionTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentVersionTests(site), IClassFixture<PostgresSiteFixture>;
}
