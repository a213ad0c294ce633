using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>Each bad file gets exactly one line that says what to change, and the rest is imported.</summary>
public abstract class SyncBadFileTests(SyncSiteFixture site)
{
    [Fact]
    public Task Broken_xml_fails_alone() =>
        AssertOneFindingAsync(
            (folder, _) => folder.Folder.Write("Content/Bad.config", "<Content Key='x'><Info></Content>"),
            "Content/Bad.config", SyncChange.Fail, "line 1: not well-formed XML");

    [Fact]
    public Task A_text_of_fifty_megabytes_fails_alone() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", properties: SyncFiles.Value("title", new string('a', 50 * 1024 * 1024), "fr"))),
            "Content/Bad.config", SyncChange.Fail, "file: 50 MB is larger than the limit of 16 MB");

    [Fact]
    public Task An_unknown_property_editor_fails_alone() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("DataTypes/Bad.config", files.DataType("bad", "Vendor.Unknown", "", "{}")),
            "DataTypes/Bad.config", SyncChange.Fail, "Info/EditorAlias: there is no property editor 'Vendor.Unknown' in this site; name one that it has.");

    [Fact]
    public Task A_property_of_an_unknown_data_type_is_left_out() =>
        AssertOneFindingAsync(
            (_, files) => files.WritePageType(files.Property("lost", "text", "Nothing", definition: "aaaaaaaa-0000-4000-8000-000000000001")),
            null, SyncChange.Create, "GenericProperties/lost/Definition: there is no data type aaaaaaaa-0000-4000-8000-000000000001; the property was left out. Add the data type's file.");

    [Fact]
    public Task A_missing_parent_puts_the_page_below_the_deepest_ancestor_found() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", "Nowhere")),
            "Content/Bad.config", SyncChange.Create, "placed below the root.");

    [Fact]
    public Task An_unknown_property_is_left_out() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", properties: SyncFiles.Value("colour", "red"))),
            "Content/Bad.config", SyncChange.Create, "Properties/colour: 'page");

    [Fact]
    public Task A_value_of_the_wrong_kind_fails_alone() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", properties: SyncFiles.Value("count", "many"))),
            "Content/Bad.config", SyncChange.Fail, "Properties/count/Value: 'many' is not a whole number.");

    [Fact]
    public Task A_text_longer_than_its_column_fails_alone() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", properties: SyncFiles.Value("title", new string('a', 600), "fr"))),
            "Content/Bad.config", SyncChange.Fail, "Properties/title/Value: has 600 characters, at most 512 are stored");

    [Fact]
    public Task A_duplicate_key_fails_the_second_file() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/z.config", files.Page("Home")),
            "Content/z.config", SyncChange.Fail, "@Key: ");

    [Fact]
    public Task An_unknown_type_fails_alone() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", contentType: "nothing")),
            "Content/Bad.config", SyncChange.Fail, "Info/ContentType: there is no type 'nothing' in this site; add its file to ContentTypes/.");

    [Fact]
    public Task A_language_that_is_no_culture_fails_alone() =>
        AssertOneFindingAsync(
            (folder, _) => folder.Folder.Write("Languages/bad.config", SyncFiles.Language("xx-not-one", "Nowhere", isDefault: false, fallback: null)),
            "Languages/bad.config", SyncChange.Fail, "IsoCode: ");

    [Fact]
    public Task A_value_for_an_unknown_culture_is_left_out() =>
        AssertOneFindingAsync(
            (folder, files) => folder.Folder.Write("Content/Bad.config", files.Page("Bad", properties: SyncFiles.Value("title", "Titel", "de"))),
            "Content/Bad.config", SyncChange.Create, "Properties/title/Value/@Culture: 'de' is no language of this site; left out.");

    [Fact]
    public Task A_media_file_outside_the_folder_fails_alone() =>
        AssertOneFindingAsync(
            (folder, files) =>
            {
                new MediaFiles(folder).Add(files, "../../usync.config");
            },
            "Media/Bad.config", SyncChange.Fail, "src: '../../usync.config' is not a plain path below /media/.");

    [Fact]
    public Task A_media_file_that_is_nowhere_is_named() =>
        AssertOneFindingAsync(
            (folder, files) => new MediaFiles(folder).Add(files, "nowhere/a.pdf"),
            "Media/Bad.config", SyncChange.Create, "Properties/umbracoFile: /media/nowhere/a.pdf is neither in Media/files/ of the folder nor in the site; add the file.");

    [Fact]
    public async Task A_failing_item_leaves_nothing_of_itself_behind()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        site.Folder.Write("Content/Home.config", files.Page("Home", properties: SyncFiles.Value("title", "Neu", "fr") + SyncFiles.Value("count", "many")));

        await site.ImportAsync();

        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        Assert.Null(home.GetValue("title", "fr"));
    }

    private async Task AssertOneFindingAsync(Action<SyncSiteFixture, SyncFiles> spoil, string? file, SyncChange change, string message)
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home");
        spoil(site, files);

        SyncReport report = await site.ImportAsync();

        SyncItemResult finding = Assert.Single(report.Items, item => item.IsFinding);
        Assert.Equal(file ?? $"ContentTypes/{files.Id}page.config", finding.File);
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.Equal(change, finding.Change);
        Assert.NotNull(site.Get<IContentService>().GetById(files.Key("Home")));
        Assert.NotNull(site.Get<IContentService>().GetById(files.Key("Child")));
        Assert.NotNull(site.Get<IContentTypeService>().Get(files.PageAlias));
    }

    private sealed class MediaFiles(SyncSiteFixture site)
    {
        public void Add(SyncFiles files, string path)
        {
            site.Folder.Write($"DataTypes/{files.Id}upload.config", files.DataType("upload", "Umbraco.UploadField", "Umb.PropertyEditorUi.UploadField", "{}"));
            site.Folder.Write($"MediaTypes/{files.Id}.config", $"""
                <MediaType Key="{files.Key("mediaType")}" Alias="report{files.Id}" Level="1"><Info><Name>Report {files.Id}</Name></Info>
                <GenericProperties>{files.Property("umbracoFile", "upload", "Nothing")}</GenericProperties></MediaType>
                """);
            site.Folder.Write("Media/Bad.config", $"""
                <Media Key="{files.Key("media")}" Alias="Report {files.Id}" Level="1"><Info><ContentType>report{files.Id}</ContentType><NodeName Default="Report {files.Id}" /></Info>
                <Properties><umbracoFile><Value><![CDATA[/media/{path}]]></Value></umbracoFile></Properties></Media>
                """);
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncBadFileTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncBadFileTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
