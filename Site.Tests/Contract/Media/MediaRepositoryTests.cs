using Site.Core.Hosting.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Media;

/// <summary>What Core leaves to the repository of media.</summary>
public abstract class MediaRepositoryTests(SiteFixture site) : IAsyncLifetime
{
    private const string FileAlias = Constants.Conventions.Media.File;

    private IMediaType _type = null!;

    private IMediaService Media => site.Get<IMediaService>();

    public async Task InitializeAsync()
    {
        IMediaTypeService types = site.Get<IMediaTypeService>();
        _type = types.Get("contractFile") ?? await CreateTypeAsync(types);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void A_media_item_comes_back_as_it_was_saved_and_is_found_by_its_file()
    {
        string path = $"/media/{Guid.NewGuid():N}/rapport.pdf";
        IMedia media = Create("Rapport");
        media.SetValue(FileAlias, path);
        Save(media);

        IMedia stored = Media.GetById(media.Id)!;
        Assert.Equal((media.Key, media.Name, path), (stored.Key, stored.Name, stored.GetValue<string>(FileAlias)));
        Assert.False(stored.IsDirty());
        Assert.Equal(media.Id, Media.GetMediaByPath(path)!.Id);
    }

    [Fact]
    public void Siblings_with_one_name_are_numbered_and_saving_again_adds_no_version()
    {
        IMedia parent = Saved("Dossier");
        Saved("Image", parent.Id);
        IMedia second = Saved("Image", parent.Id);
        Assert.Equal("Image (1)", second.Name);
        Assert.Equal(1, second.SortOrder);

        second.SetValue(FileAlias, $"/media/{Guid.NewGuid():N}/a.png");
        Save(second);
        Assert.Single(Media.GetVersions(second.Id));
    }

    [Fact]
    public void The_recycle_bin_takes_a_folder_with_what_is_in_it()
    {
        IMedia parent = Saved("Dossier");
        IMedia child = Saved("Image", parent.Id);
        Assert.True(Media.MoveToRecycleBin(Media.GetById(parent.Id)!).Success);

        IMedia trashed = Media.GetById(child.Id)!;
        Assert.True(trashed.Trashed);
        Assert.Equal($"-1,-21,{parent.Id},{child.Id}", trashed.Path);
        Assert.True(Media.Delete(Media.GetById(parent.Id)!).Success);
        Assert.Null(Media.GetById(child.Id));
    }

    [Fact]
    public void A_move_and_a_restore_find_a_free_name_at_the_end_of_the_folder()
    {
        IMedia from = Saved("De");
        IMedia to = Saved("Vers");
        Saved("Image", to.Id);
        IMedia moved = Saved("Image", from.Id);
        IMedia below = Saved("Dessous", moved.Id);

        Assert.True(Media.Move(Media.GetById(moved.Id)!, to.Id).Success);
        IMedia stored = Media.GetById(moved.Id)!;
        Assert.Equal(("Image (1)", 1, $"{to.Path},{moved.Id}", 2), (stored.Name, stored.SortOrder, stored.Path, stored.Level));
        Assert.Equal(($"{stored.Path},{below.Id}", 3), (Media.GetById(below.Id)!.Path, Media.GetById(below.Id)!.Level));

        Media.MoveToRecycleBin(stored);
        Saved("Image (1)", to.Id);
        Assert.True(Media.Move(Media.GetById(moved.Id)!, to.Id).Success);
        Assert.Equal("Image (2)", Media.GetById(moved.Id)!.Name);
        Assert.False(Media.GetById(below.Id)!.Trashed);
    }

    [Fact]
    public void Children_are_sorted_paged_and_filtered_whatever_the_case()
    {
        IMedia parent = Saved("Dossier");
        IMedia[] children = [.. new[] { "banane", "Abricot", "cerise" }.Select(x => Saved(x, parent.Id))];
        Assert.True(Media.Sort([children[2], children[0], children[1]]));
        IQuery<IMedia> filter = site.Get<ICoreScopeProvider>().CreateQuery<IMedia>().Where(x => x.Name!.Contains("ABRI"));

        Assert.Equal(["cerise", "banane", "Abricot"], Names(Ordering.By("sortOrder")));
        Assert.Equal(["Abricot", "banane", "cerise"], Names(Ordering.By("name")));
        Assert.Equal(["cerise", "banane", "Abricot"], Names(Ordering.By("name", Direction.Descending)));
        Assert.Equal("Abricot", Assert.Single(Media.GetPagedChildren(parent.Id, 0, 10, out long total, filter)).Name);
        Assert.Equal(1, total);

        IEnumerable<string?> Names(Ordering ordering) => Media.GetPagedChildren(parent.Id, 0, 10, out _, null, ordering).Select(x => x.Name);
    }

    [Fact]
    public void What_is_read_is_a_clone_and_what_changed_is_remembered()
    {
        IMedia media = Saved("Copie");
        IMedia mine = Media.GetById(media.Id)!;
        mine.Name = "à moi";
        Assert.Equal(media.Name, Media.GetById(media.Id)!.Name);

        site.InScope(() => site.Get<IMediaRepository>().Save(mine));
        Assert.False(mine.IsDirty());
        Assert.True(mine.WasPropertyDirty(nameof(IMedia.Name)));
        Assert.False(mine.WasPropertyDirty(FileAlias));
        Assert.Equal("à moi", Media.GetById(media.Id)!.Name);
    }

    [Fact]
    public void A_media_item_that_was_deleted_meanwhile_is_not_saved()
    {
        IMedia media = Saved("Supprimé");
        Media.Delete(Media.GetById(media.Id)!);
        media.Name = "Trop tard";

        using ICoreScope scope = site.CreateScope();
        Assert.Throws<InvalidOperationException>(() => site.Get<IMediaRepository>().Save(media));
    }

    [Fact]
    public void The_trees_in_memory_follow_what_is_taken_out_of_a_trashed_folder()
    {
        IMedia folder = Saved("Dossier");
        IMedia child = Saved("Dedans", folder.Id);
        IMedia last = Saved("Dernier");
        Media.MoveToRecycleBin(Media.GetById(folder.Id)!);

        Assert.True(Media.Move(Media.GetById(child.Id)!, Constants.System.Root).Success);

        IMediaNavigationQueryService tree = site.Get<IMediaNavigationQueryService>();
        Assert.True(tree.TryGetRootKeys(out IEnumerable<Guid> roots));
        Assert.Equal([last.Key, child.Key], roots.Where(x => x == last.Key || x == child.Key));
        Assert.True(tree.TryGetChildrenKeysInBin(folder.Key, out IEnumerable<Guid> left));
        Assert.Empty(left);
    }

    [Fact]
    public void The_snapshot_has_the_only_version_as_the_published_one()
    {
        IMedia media = Create("Instantané");
        media.SetValue(FileAlias, "/media/x/instantane.png");
        Save(media);

        ContentData data = Assert.Single(site.Get<IContentSnapshotSource>().ReadMedia(new ContentSelection([media.Key])));
        Assert.Null(data.Draft);
        Assert.Equal("/media/x/instantane.png", Assert.Single(data.Published!.Properties[FileAlias]).Value);
    }

    private IMedia Create(string name, int? parentId = null) =>
        Media.CreateMedia(parentId is null ? $"{name} {Guid.NewGuid():N}" : name, parentId ?? Constants.System.Root, _type.Alias);

    private IMedia Saved(string name, int? parentId = null)
    {
        IMedia media = Create(name, parentId);
        Save(media);
        return media;
    }

    private void Save(IMedia media) => Assert.True(Media.Save(media).Success);

    private async Task<IMediaType> CreateTypeAsync(IMediaTypeService types)
    {
        var dataType = new DataType(site.Get<PropertyEditorCollection>()[Constants.PropertyEditors.Aliases.UploadField], site.Get<IConfigurationEditorJsonSerializer>())
        {
            Name = "Contract upload",
            DatabaseType = ValueStorageType.Nvarchar,
            EditorUiAlias = "Umb.PropertyEditorUi.UploadField",
        };
        Assert.True((await site.Get<IDataTypeService>().CreateAsync(dataType, Constants.Security.SuperUserKey)).Success);
        var type = new MediaType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = "contractFile", Name = "Contract file", AllowedAsRoot = true };
        type.AddPropertyType(new PropertyType(site.Get<IShortStringHelper>(), dataType, FileAlias) { Name = FileAlias }, "content", "Content");
        Assert.True((await types.CreateAsync(type, Constants.Security.SuperUserKey)).Success);
        return types.Get("contractFile")!;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSiteFixture site) : MediaRepositoryTests(site), IClassFixture<SqliteSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSiteFixture site) : MediaRepositoryTests(site), IClassFixture<PostgresSiteFixture>;
}
