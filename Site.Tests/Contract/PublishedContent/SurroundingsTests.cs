using Site.Core.PublishedContent.Snapshots;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.PublishedContent;

/// <summary>What published content depends on besides documents: media, data types and languages.</summary>
public abstract class SurroundingsTests(PublishedSiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    [Fact]
    public void A_media_item_is_seen_when_it_is_saved_and_not_when_it_is_in_the_recycle_bin_or_deleted()
    {
        IMediaService service = site.Get<IMediaService>();
        IMedia folder = Folder("Photos", Constants.System.Root);
        IMedia child = Folder("2026", folder.Id);
        Assert.Equal("2026", Media(child.Key)!.Name);

        child.Name = "Année 2026";
        service.Save(child);
        Assert.Equal("Année 2026", Media(child.Key)!.Name);

        service.MoveToRecycleBin(service.GetById(folder.Key)!);
        Assert.Null(Media(folder.Key));
        Assert.Null(Media(child.Key));

        service.Move(service.GetById(folder.Key)!, Constants.System.Root);
        Assert.NotNull(Media(child.Key));

        service.Delete(service.GetById(folder.Key)!);
        Assert.Null(Media(child.Key));
        Assert.Null(site.Get<SnapshotReader>().Snapshot.Media.Find(child.Id));
    }

    [Fact]
    public async Task A_changed_data_type_is_seen_by_what_is_published()
    {
        IContent page = site.PublishPage("Type de données");
        IPublishedContent before = site.Published(page.Key)!;
        int dataTypeId = before.ContentType.GetPropertyType("title")!.DataType.Id;
        IDataType dataType = (await site.Get<IDataTypeService>().GetAllAsync()).Single(x => x.Id == dataTypeId);

        dataType.ConfigurationData = new Dictionary<string, object> { ["maxChars"] = 321 };
        Assert.Equal(DataTypeOperationStatus.Success, (await site.Get<IDataTypeService>().UpdateAsync(dataType, _user)).Status);

        IPublishedContent after = site.Published(page.Key)!;
        Assert.NotSame(before.ContentType, after.ContentType);
        Assert.Equal(321, ((Umbraco.Cms.Core.PropertyEditors.TextboxConfiguration)after.ContentType.GetPropertyType("title")!.DataType.ConfigurationObject!).MaxChars);
    }

    [Fact]
    public async Task A_language_that_is_deleted_is_gone_from_every_document()
    {
        ILanguageService languages = site.Get<ILanguageService>();
        Assert.Equal(LanguageOperationStatus.Success, (await languages.CreateAsync(new Language("de", "Deutsch"), _user)).Status);
        IContent page = site.CreatePage("Trois langues");
        page.SetCultureName("Drei Sprachen", "de");
        site.Save(page);
        site.Publish(page);
        Assert.Contains("de", site.Published(page.Key)!.Cultures.Keys);

        Assert.Equal(LanguageOperationStatus.Success, (await languages.DeleteAsync("de", _user)).Status);

        Assert.Equal(["en", "fr"], site.Published(page.Key)!.Cultures.Keys.Order());
    }

    private IPublishedContent? Media(Guid key) => site.Get<IPublishedMediaCache>().GetById(false, key);

    private IMedia Folder(string name, int parentId)
    {
        IMediaService service = site.Get<IMediaService>();
        IMedia folder = service.CreateMedia(name, parentId, Constants.Conventions.MediaTypes.Folder);
        Assert.True(service.Save(folder).Success);
        return folder;
    }
}

/// <summary><see cref="SurroundingsTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteSurroundingsTests(SqlitePublishedSiteFixture site) : SurroundingsTests(site), IClassFixture<SqlitePublishedSiteFixture>;

/// <summary><see cref="SurroundingsTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresSurroundingsTests(PostgresPublishedSiteFixture site) : SurroundingsTests(site), IClassFixture<PostgresPublishedSiteFixture>;
