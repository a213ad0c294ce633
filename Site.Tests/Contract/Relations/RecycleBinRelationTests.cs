using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Querying.RecycleBin;

namespace Site.Tests.Contract.Relations;

/// <summary>Where something in the recycle bin came from, and what a copy was made of.</summary>
public abstract class RecycleBinRelationTests(SiteFixture site) : IAsyncLifetime
{
    private DocumentModel _model = null!;

    private IRelationService Relations => site.Get<IRelationService>();

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_document_in_the_bin_knows_its_parent_until_it_is_restored()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Parent"));
        IContent page = _model.SavedPage("Jeté", parent.Id);
        _model.Contents.MoveToRecycleBin(_model.Reload(page));
        Assert.Equal((RecycleBinQueryResultType.Success, parent.Key), await ParentAsync(page));

        _model.Contents.Move(_model.Reload(page), parent.Id);

        Assert.Empty(Relations.GetByChildId(page.Id, Constants.Conventions.RelationTypes.RelateParentDocumentOnDeleteAlias));
        Assert.Equal((RecycleBinQueryResultType.NotTrashed, null), await ParentAsync(page));
    }

    [Fact]
    public async Task A_document_that_was_at_the_root_goes_back_there()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Racine"));
        _model.Contents.MoveToRecycleBin(_model.Reload(page));

        Assert.Equal((RecycleBinQueryResultType.ParentIsRoot, null), await ParentAsync(page));
    }

    [Fact]
    public async Task A_parent_that_was_deleted_meanwhile_is_no_place_to_go_back_to()
    {
        IContent parent = _model.SavedPage(DocumentModel.Unique("Parent"));
        IContent page = _model.SavedPage("Orphelin", parent.Id);
        _model.Contents.MoveToRecycleBin(_model.Reload(page));
        _model.Contents.Delete(_model.Reload(parent));

        Assert.Equal((RecycleBinQueryResultType.NoParentRecycleRelation, null), await ParentAsync(page));
    }

    [Fact]
    public async Task A_media_item_in_the_bin_knows_its_folder_until_it_is_restored()
    {
        IMediaService media = site.Get<IMediaService>();
        IMedia folder = Folder("Dossier", Constants.System.Root);
        IMedia item = Folder("Dedans", folder.Id);
        media.MoveToRecycleBin(media.GetById(item.Id)!);

        Attempt<IMediaEntitySlim?, RecycleBinQueryResultType> parent = await site.Get<IMediaRecycleBinQueryService>().GetOriginalParentAsync(item.Key);
        Assert.Equal(folder.Key, parent.Result!.Key);

        media.Move(media.GetById(item.Id)!, folder.Id);
        Assert.Empty(Relations.GetByChildId(item.Id, Constants.Conventions.RelationTypes.RelateParentMediaFolderOnDeleteAlias));
    }

    [Fact]
    public void Copies_are_related_to_their_originals_with_what_is_below_them_when_asked()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Original"));
        IContent child = _model.SavedPage("Enfant", page.Id);
        const string Alias = Constants.Conventions.RelationTypes.RelateDocumentOnCopyAlias;

        IContent related = _model.Contents.Copy(_model.Reload(page), Constants.System.Root, relateToOriginal: true, recursive: true)!;
        IContent relatedChild = Assert.Single(_model.Contents.GetPagedChildren(related.Id, 0, 10, out _, null, null, null));
        Assert.Equal(related.Id, Assert.Single(Relations.GetByParentId(page.Id, Alias)!).ChildId);
        Assert.Equal(relatedChild.Id, Assert.Single(Relations.GetByParentId(child.Id, Alias)!).ChildId);

        IContent unrelated = _model.Contents.Copy(_model.Reload(page), Constants.System.Root, relateToOriginal: false, recursive: false)!;
        Assert.Empty(Relations.GetByChildId(unrelated.Id));
        Assert.Equal(0, _model.Contents.CountChildren(unrelated.Id));
    }

    private async Task<(RecycleBinQueryResultType Status, Guid? Key)> ParentAsync(IContent page)
    {
        Attempt<IDocumentEntitySlim?, RecycleBinQueryResultType> parent = await site.Get<IDocumentRecycleBinQueryService>().GetOriginalParentAsync(page.Key);
        return (parent.Status, parent.Result?.Key);
    }

    private IMedia Folder(string name, int parentId)
    {
        IMediaService media = site.Get<IMediaService>();
        IMedia folder = media.CreateMedia(name, parentId, Constants.Conventions.MediaTypes.Folder);
        Assert.True(media.Save(folder).Success);
        return folder;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : RecycleBinRelationTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : RecycleBinRelationTests(site), IClassFixture<PostgresSiteFixture>;
}
