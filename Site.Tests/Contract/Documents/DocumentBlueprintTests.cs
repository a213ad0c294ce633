using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Documents;

/// <summary>Blueprints, from which new documents start, and their folders.</summary>
public abstract class DocumentBlueprintTests(SiteFixture site) : IAsyncLifetime
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    private DocumentModel _model = null!;

    private IContentBlueprintEditingService Blueprints => site.Get<IContentBlueprintEditingService>();

    private IContentBlueprintContainerService Folders => site.Get<IContentBlueprintContainerService>();

    public async Task InitializeAsync() => _model = await DocumentModel.OfAsync(site);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_blueprint_is_made_changed_and_deleted()
    {
        IContent blueprint = await CreateAsync(DocumentModel.Unique("Modèle"));
        Assert.True(blueprint.Blueprint);
        Assert.Equal("départ", blueprint.GetValue(DocumentModel.Title));

        var update = new ContentBlueprintUpdateModel
        {
            Variants = [new VariantModel { Name = DocumentModel.Unique("Changé") }],
            Properties = [new PropertyValueModel { Alias = DocumentModel.Title, Value = "autre" }],
        };
        Assert.Equal(ContentEditingOperationStatus.Success, (await Blueprints.UpdateAsync(blueprint.Key, update, _user)).Status);
        IContent stored = (await Blueprints.GetAsync(blueprint.Key))!;
        Assert.Equal((update.Variants.Single().Name, "autre"), (stored.Name, stored.GetValue(DocumentModel.Title)));

        Assert.Equal(ContentEditingOperationStatus.Success, (await Blueprints.DeleteAsync(blueprint.Key, _user)).Status);
        Assert.Null(await Blueprints.GetAsync(blueprint.Key));
    }

    [Fact]
    public async Task A_blueprint_keeps_apart_from_documents()
    {
        int documents = _model.Contents.Count();
        IContent blueprint = await CreateAsync(DocumentModel.Unique("À part"));

        Assert.Equal(documents, _model.Contents.Count());
        Assert.Null(_model.Contents.GetById(blueprint.Key));
        Assert.Empty(_model.Contents.GetByIds([blueprint.Key]));
        Assert.DoesNotContain(_model.Contents.GetRootContent(), x => x.Key == blueprint.Key);
        Assert.Equal(UmbracoObjectTypes.DocumentBlueprint, site.Get<IEntityService>().GetObjectType(blueprint.Key));
        Assert.Null(site.Get<Core.PublishedContent.Snapshots.SnapshotStore>().Current.Documents.Find(blueprint.Key));
    }

    [Fact]
    public async Task A_blueprint_is_made_of_a_document_in_every_culture()
    {
        IContent page = _model.SavedPage(DocumentModel.Unique("Source"));
        string name = DocumentModel.Unique("D'une page");

        Attempt<ContentCreateResult, ContentEditingOperationStatus> created = await Blueprints.CreateFromContentAsync(page.Key, name, null, _user);

        Assert.Equal(ContentEditingOperationStatus.Success, created.Status);
        IContent blueprint = (await Blueprints.GetAsync(created.Result.Content!.Key))!;
        Assert.Equal(name, blueprint.Name);
        Assert.Equal(page.GetValue(DocumentModel.Title, _model.OtherCulture), blueprint.GetValue(DocumentModel.Title, _model.OtherCulture));
        Assert.False(blueprint.Published);
    }

    [Fact]
    public async Task A_new_document_starts_from_what_a_blueprint_says()
    {
        IContent blueprint = await CreateAsync(DocumentModel.Unique("Départ"));

        IContent scaffold = (await Blueprints.GetScaffoldedAsync(blueprint.Key))!;

        Assert.False(scaffold.HasIdentity);
        Assert.NotEqual(blueprint.Key, scaffold.Key);
        Assert.Equal("départ", scaffold.GetValue(DocumentModel.Title));
        scaffold.SetValue(DocumentModel.Title, "autre");
        Assert.Equal("départ", (await Blueprints.GetAsync(blueprint.Key))!.GetValue(DocumentModel.Title));
    }

    [Fact]
    public async Task Blueprints_lie_in_folders_and_move_between_them()
    {
        EntityContainer folder = await FolderAsync(null);
        EntityContainer inner = await FolderAsync(folder.Key);
        IContent blueprint = await CreateAsync(DocumentModel.Unique("Rangé"), inner.Key);
        Assert.Equal($"-1,{folder.Id},{inner.Id},{blueprint.Id}", blueprint.Path);
        Assert.Equal(EntityContainerOperationStatus.NotEmpty, (await Folders.DeleteAsync(inner.Key, _user)).Status);

        Assert.Equal(ContentEditingOperationStatus.Success, (await Blueprints.MoveAsync(blueprint.Key, folder.Key, _user)).Result);
        IContent moved = (await Blueprints.GetAsync(blueprint.Key))!;
        Assert.Equal(($"-1,{folder.Id},{blueprint.Id}", 2, folder.Id), (moved.Path, moved.Level, moved.ParentId));
        Assert.Equal(EntityContainerOperationStatus.Success, (await Folders.DeleteAsync(inner.Key, _user)).Status);

        IEntitySlim[] children = [.. site.Get<IEntityService>().GetPagedChildren(
            folder.Key, [UmbracoObjectTypes.DocumentBlueprintContainer], [UmbracoObjectTypes.DocumentBlueprint], 0, 10, false, out long total)];
        Assert.Equal([blueprint.Key], children.Select(x => x.Key));
        Assert.Equal(1, total);

        Assert.Equal(ContentEditingOperationStatus.Success, (await Blueprints.MoveAsync(blueprint.Key, null, _user)).Result);
        Assert.Equal($"-1,{blueprint.Id}", (await Blueprints.GetAsync(blueprint.Key))!.Path);
    }

    [Fact]
    public async Task Blueprints_of_a_type_are_listed_and_deleted_with_it()
    {
        string name = DocumentModel.Unique("Du type");
        IContent blueprint = await CreateAsync(name);
        Assert.Equal(ContentEditingOperationStatus.DuplicateName, (await Blueprints.CreateAsync(Model(name, null, _model.Note.Key), _user)).Status);

        Assert.Contains((await Blueprints.GetPagedByContentTypeAsync(_model.Note.Key, 0, 100)).Result!.Items, x => x.Key == blueprint.Key);
        Assert.Contains(_model.Contents.GetBlueprintsForContentTypes([_model.Note.Id]), x => x.Key == blueprint.Key);
        Assert.DoesNotContain(_model.Contents.GetBlueprintsForContentTypes([_model.Page.Id]), x => x.Key == blueprint.Key);

        _model.Contents.DeleteBlueprintsOfType(_model.Note.Id);
        Assert.Empty(_model.Contents.GetBlueprintsForContentTypes([_model.Note.Id]));
    }

    private static ContentBlueprintCreateModel Model(string name, Guid? parentKey, Guid typeKey) => new()
    {
        ContentTypeKey = typeKey,
        ParentKey = parentKey,
        Variants = [new VariantModel { Name = name }],
        Properties = [new PropertyValueModel { Alias = DocumentModel.Title, Value = "départ" }],
    };

    private async Task<IContent> CreateAsync(string name, Guid? parentKey = null)
    {
        Attempt<ContentCreateResult, ContentEditingOperationStatus> created = await Blueprints.CreateAsync(Model(name, parentKey, _model.Note.Key), _user);
        Assert.Equal(ContentEditingOperationStatus.Success, created.Status);
        return (await Blueprints.GetAsync(created.Result.Content!.Key))!;
    }

    private async Task<EntityContainer> FolderAsync(Guid? parentKey)
    {
        Attempt<EntityContainer?, EntityContainerOperationStatus> created = await Folders.CreateAsync(null, DocumentModel.Unique("Dossier"), parentKey, _user);
        Assert.Equal(EntityContainerOperationStatus.Success, created.Status);
        return created.Result!;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : DocumentBlueprintTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : DocumentBlueprintTests(site), IClassFixture<PostgresSiteFixture>;
}
