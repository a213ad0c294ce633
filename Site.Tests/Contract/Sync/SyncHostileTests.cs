using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Contract.Sync;

/// <summary>Names, paths and values made to do harm lead neither out of the folder nor to a crash.</summary>
public abstract class SyncHostileTests(SyncSiteFixture site)
{
    [Fact]
    public async Task Names_that_people_give_lead_nowhere_and_meet_in_no_file()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        string[] names = ["../../evil", "..\\..\\evil", "/etc/passwd", "..", ".", "!!!", "???", "CON", "a:b", "Été 😀", new string('é', 250), new string('é', 249) + "e", "NEWS", "news"];
        var keys = new List<Guid>();
        foreach (string name in names)
        {
            IContent page = site.Get<IContentService>().Create(name, Constants.System.Root, files.PageAlias);
            page.SetCultureName(name, "fr");
            Assert.Equal(OperationResultType.Success, site.Get<IContentService>().Save(page).Result);
            keys.Add(page.Key);
        }

        foreach (string name in names.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var word = new DictionaryItem($"{name}{files.Id}");
            Assert.Equal(DictionaryItemOperationStatus.Success, (await site.Get<IDictionaryItemService>().CreateAsync(word, Constants.Security.SuperUserKey)).Status);
        }

        string[] outside = Directory.GetFileSystemEntries(Path.GetDirectoryName(site.Folder.Root)!, "*evil*");
        SyncReport report = await site.ExportAsync();

        SyncImportTests.AssertFine(report);
        Assert.Equal(outside, Directory.GetFileSystemEntries(Path.GetDirectoryName(site.Folder.Root)!, "*evil*"));
        Assert.All(keys, key => Assert.NotNull(site.Folder.Read().Find(SyncKind.Content, key)));
        Assert.Equal(names.Length - 1, site.Folder.Read().Of(SyncKind.Dictionary).Count(file => file.Alias.EndsWith(files.Id, StringComparison.Ordinal)));
        SyncReport import = await site.ImportAsync();
        Assert.False(import.HasChanges || import.HasFindings, SyncImportTests.Text(import));
        Assert.False((await site.ExportAsync()).HasChanges);
    }

    [Theory]
    [InlineData("/media/../../secret.txt")]
    [InlineData("/media//etc/passwd")]
    [InlineData("/media/a/..\\..\\b.txt")]
    public async Task A_media_path_of_the_database_leads_out_of_neither_folder(string path)
    {
        var files = new SyncFiles(site.Folder);
        site.Folder.Write($"DataTypes/{files.Id}upload.config", files.DataType("upload", "Umbraco.UploadField", "Umb.PropertyEditorUi.UploadField", "{}"));
        site.Folder.Write($"MediaTypes/{files.Id}.config", $"""
            <MediaType Key="{files.Key("mediaType")}" Alias="report{files.Id}" Level="1"><Info><Name>Report {files.Id}</Name><AllowAtRoot>true</AllowAtRoot></Info>
            <GenericProperties>{files.Property("attachment", "upload", "Nothing")}</GenericProperties></MediaType>
            """);
        await site.ImportAsync();
        IMediaService media = site.Get<IMediaService>();
        IMedia item = media.CreateMedia($"Report {files.Id}", Constants.System.Root, $"report{files.Id}");
        item.SetValue("attachment", path);
        media.Save(item);

        SyncReport report = await site.ExportAsync();
        media.Delete(item);

        SyncItemResult finding = Assert.Single(report.Items, line => line.IsFinding);
        Assert.Equal(item.Key, finding.Key);
        Assert.False(Directory.Exists(Path.Combine(site.Folder.Root, "Media", "files")));
    }

    [Fact]
    public async Task A_link_in_the_folder_is_not_written_through()
    {
        new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        string outside = Directory.CreateTempSubdirectory("outside-").FullName;
        Directory.CreateSymbolicLink(Path.Combine(site.Folder.Root, "MediaTypes"), outside);

        SyncReport report = await site.ExportAsync();

        bool isEmpty = Directory.GetFileSystemEntries(outside).Length == 0;
        Directory.Delete(Path.Combine(site.Folder.Root, "MediaTypes"));
        Directory.Delete(outside, recursive: true);
        Assert.True(isEmpty);
        Assert.All(report.Items.Where(item => item.Kind == SyncKind.MediaType), item => Assert.Equal(SyncChange.Fail, item.Change));
        Assert.All(report.Items.Where(item => item.Kind == SyncKind.MediaType), item => Assert.Contains("goes through a link", item.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Umbraco.BlockList")]
    [InlineData("Umbraco.RichText")]
    [InlineData("Umbraco.MediaPicker3")]
    [InlineData("Umbraco.MultiUrlPicker")]
    [InlineData("Umbraco.TextArea")]
    public async Task A_value_of_endless_json_ends(string editor)
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        string deep = string.Concat(Enumerable.Repeat("[", 50_000)) + string.Concat(Enumerable.Repeat("]", 50_000));
        site.Folder.Write("DataTypes/deep.config", files.DataType("deep", editor, string.Empty, "{}"));
        files.WritePageType(files.Property("first", "deep", "Nothing") + files.Property("second", "deep", "Nothing"));
        files.AddPage("Deep", published: SyncFiles.NonePublished, properties: SyncFiles.Value("first", deep) + SyncFiles.Value("second", "{\"contentData\":" + deep + "}"))
            .AddPage("Home");

        SyncReport report = await site.ImportAsync();

        Assert.All(report.Items.Where(item => item.IsFinding), item => Assert.Equal("Content/Deep.config", item.File));
        Assert.NotNull(site.Get<IContentService>().GetById(files.Key("Home")));
        SyncReport export = await site.ExportAsync();
        Assert.All(export.Items.Where(item => item.IsFinding), item => Assert.Equal(files.Key("Deep"), item.Key));
        if (site.Get<IContentService>().GetById(files.Key("Deep")) is { } stored)
        {
            site.Get<IContentService>().Delete(stored);
        }
    }

    [Fact]
    public async Task A_type_under_the_alias_of_another_in_other_letters_is_refused_and_harms_neither()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        site.Folder.Write("ContentTypes/z.config", $"""<ContentType Key="{files.Key("twin")}" Alias="{files.PageAlias.ToUpperInvariant()}" Level="1"><Info><Name>Twin</Name></Info></ContentType>""");

        SyncReport report = await site.ImportAsync();

        SyncItemResult finding = Assert.Single(report.Items, item => item.IsFinding);
        Assert.Equal(("ContentTypes/z.config", SyncChange.Fail), (finding.File, finding.Change));
        Assert.Equal(files.Key("page"), site.Get<IContentTypeService>().Get(files.PageAlias)!.Key);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncHostileTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncHostileTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
