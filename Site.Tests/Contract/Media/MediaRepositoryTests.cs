using Site.Core.Hosting.PublishedContent;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Services;
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
