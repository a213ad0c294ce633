using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence;
using Site.Core.Persistence.Nodes;
using Site.Tests.Support;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services.Changes;

namespace Site.Tests.Contract.Documents;

/// <summary>What is cached of documents, what entities remember, and what is announced while a save is not committed.</summary>
public abstract class DocumentCacheTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    private IAppPolicyCache Cache => site.Get<AppCaches>().IsolatedCaches.GetOrCreate<IContent>();

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_document_is_cached_under_Cores_key_as_a_clone()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("En cache"));
        IContent read = _model.Reload(page);

        var cached = Assert.IsAssignableFrom<IContent>(Cache.Get(Key(page)));
        Assert.NotSame(read, cached);
        Assert.NotSame(read.Properties, cached.Properties);
        Assert.NotSame(cached, Cache.Get(Key(page)));
        Assert.False(cached.IsDirty());

        cached.SetValue(DocumentModel.Title, "ailleurs", _model.DefaultCulture);
        cached.SetCultureName("ailleurs", _model.DefaultCulture);
        Assert.Equal(page.GetValue(DocumentModel.Title, _model.DefaultCulture), _model.Reload(page).GetValue(DocumentModel.Title, _model.DefaultCulture));
        Assert.Equal(page.Name, _model.Reload(page).Name);
    }

    [Fact]
    public void After_Cores_refresher_the_document_is_read_anew()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Rafraîchi"));
        IContent other = _model.SavedPage(DocumentModel.Unique("Intact"));
        Assert.Equal((0, 0), (SortOrderBehind(page), SortOrderBehind(other)));

        site.Get<DistributedCache>().RefreshByPayload(
            ContentCacheRefresher.UniqueId,
            [new ContentCacheRefresher.JsonPayload { Id = page.Id, Key = page.Key, ChangeTypes = TreeChangeTypes.RefreshNode }]);

        Assert.Equal(99, _model.Reload(page).SortOrder);
        Assert.NotEqual(99, _model.Reload(other).SortOrder);
    }

    [Fact]
    public void Every_act_on_a_branch_is_seen_at_once_by_who_has_read_it_before()
    {
        IContent top = _model.SavedPage(DocumentModel.Unique("Haut"));
        IContent child = _model.SavedPage("Enfant", top.Id);
        IContent target = _model.SavedPage(DocumentModel.Unique("Cible"));
        IContent Read() => _model.Contents.GetByIds([child.Id]).Single();
        Assert.Equal($"{top.Path},{child.Id}", Read().Path);

        _model.Contents.Move(_model.Reload(top), target.Id);
        Assert.Equal($"{target.Path},{top.Id},{child.Id}", Read().Path);

        _model.Publish(_model.Reload(target));
        _ = _model.Contents.PublishBranch(_model.Reload(top), PublishBranchFilter.All, ["*"]).ToArray();
        Assert.True(Read().Published);

        _model.Contents.SortChildren(top.Id, [_model.SavedPage("Aîné", top.Id).Id, child.Id]);
        Assert.Equal(1, Read().SortOrder);

        _model.Contents.MoveToRecycleBin(_model.Reload(target));
        Assert.True(Read().Trashed);

        _model.Contents.Delete(_model.Reload(target));
        Assert.Empty(_model.Contents.GetByIds([child.Id]));
    }

    [Fact]
    public void A_saved_document_remembers_what_was_dirty_until_the_next_save()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Mémoire"));
        page = _model.Reload(page);
        page.SetCultureName(DocumentModel.Unique("Autre"), _model.OtherCulture);
        page.SetValue(DocumentModel.Number, 3);
        Save(page);

        Assert.False(page.IsDirty());
        Assert.True(page.WasDirty());
        Assert.True(page.WasPropertyDirty(DocumentModel.Number));
        Assert.False(page.WasPropertyDirty(DocumentModel.Amount));
        Assert.True(page.WasPropertyDirty($"_updatedCulture_{_model.OtherCulture}") || page.CultureInfos![_model.OtherCulture].WasDirty());
        Assert.False(page.WasPropertyDirty(nameof(IContent.ParentId)));

        page.SetValue(DocumentModel.Amount, 1.5m);
        Save(page);
        Assert.False(page.WasPropertyDirty(DocumentModel.Number));
        Assert.True(page.WasPropertyDirty(DocumentModel.Amount));
    }

    [Fact]
    public void A_published_document_remembers_that_it_was_published_and_in_which_cultures()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Publié"));
        var heard = new List<ContentPublishedNotification>();
        using (RefreshListener.Hear<ContentPublishedNotification>(heard.Add))
        {
            _model.Publish(page, _model.OtherCulture, _model.DefaultCulture);
        }

        ContentPublishedNotification notification = Assert.Single(heard);
        Assert.True(notification.HasPublishedCulture(page, _model.DefaultCulture));
        Assert.True(notification.HasPublishedCulture(page, _model.OtherCulture));
        Assert.True(page.WasPropertyDirty(nameof(IContent.Published)));
        Assert.Equal(PublishedState.Published, page.PublishedState);
    }

    [Fact]
    public void A_refresh_is_announced_inside_the_transaction_with_the_document_as_it_will_be()
    {
        IContent page = _model.NewPage(DocumentModel.Unique("Annoncé"));
        List<(int Id, bool Writing, bool InScope)> heard = [];
        AmbientScope ambient = site.Get<AmbientScope>();
#pragma warning disable CS0618 // The one that repositories must announce.
        using (RefreshListener.Hear<ContentRefreshNotification>(x => heard.Add((x.Entity.Id, ambient.Current?.Session.IsWriting ?? false, ambient.Current is not null))))
#pragma warning restore CS0618
        {
            _model.Save(page);
            _model.Publish(page);
        }

        Assert.All(heard, x => Assert.Equal((page.Id, true, true), x));
        Assert.Equal(2, heard.Count);
    }

    /// <summary>Changes a row as another server would: nobody here hears of it.</summary>
    /// <returns>By how much what is read has changed.</returns>
    private int SortOrderBehind(IContent page)
    {
        int before = _model.Reload(page).SortOrder;
        site.InScope(() => site.Get<AmbientDbContext>().Write.Set<NodeRow>()
            .Where(x => x.Id == page.Id)
            .ExecuteUpdate(x => x.SetProperty(y => y.SortOrder, 99)));
        return _model.Reload(page).SortOrder - before;
    }

    private void Save(IContent page) => site.InScope(() => site.Get<IDocumentRepository>().Save(page));

    private static string Key(IContent content) => RepositoryCacheKeys.GetKey<IContent, int>(content.Id);

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentCacheTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentCacheTests(site), IClassFixture<PostgresSiteFixture>;
}
