using Microsoft.Extensions.Configuration;
using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>What the handlers' settings let in, and what becomes of files that share a transaction.</summary>
public abstract class SyncRulesTests(SyncSiteFixture site)
{
    [Fact]
    public async Task Items_of_the_recycle_bin_are_imported_into_it_only_when_the_settings_say_so()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        WriteTrashed(files, "Gone", parent: Guid.Empty, from: files.Key("Home"));
        WriteTrashed(files, "GoneChild", parent: files.Key("Gone"), from: Guid.Empty);
        Assert.Equal(2, (await site.ImportAsync()).Items.Count(item => item.Change == SyncChange.Ignored));

        using IDisposable setting = Set("ContentHandler:Settings:ImportTrashed");
        SyncImportTests.AssertFine(await site.ImportAsync());

        IContentService documents = site.Get<IContentService>();
        IContent gone = documents.GetById(files.Key("Gone"))!;
        IContent child = documents.GetById(files.Key("GoneChild"))!;
        Assert.Equal((true, true, gone.Id), (gone.Trashed, child.Trashed, child.ParentId));
        SyncReport second = await site.ImportAsync();
        Assert.False(second.HasChanges, SyncImportTests.Text(second));
        await site.ExportAsync();
        second = await site.ImportAsync();
        Assert.False(second.HasFindings || second.HasChanges, SyncImportTests.Text(second));
    }

    [Fact]
    public async Task What_exists_is_left_alone_when_only_new_items_are_wanted()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        files.AddPage("Home", properties: SyncFiles.Value("count", "5")).AddPage("New");

        using IDisposable setting = Set("ContentHandler:Settings:CreateOnly");
        SyncReport report = await site.ImportAsync();

        Assert.Equal(SyncChange.Ignored, report.Items.Single(item => item.File == "Content/Home.config").Change);
        Assert.Null(site.Get<IContentService>().GetById(files.Key("Home"))!.GetValue("count"));
        Assert.NotNull(site.Get<IContentService>().GetById(files.Key("New")));
    }

    [Fact]
    public async Task Nothing_is_removed_when_the_settings_say_so()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        files.WritePageType(files.Property("old", "text", "Nothing"));
        await site.ImportAsync();
        files.WritePageType();
        site.Folder.Write("DataTypes/gone.config", $"""<Empty Key="{files.Key("long")}" Alias="long {files.Id}" Change="Delete" />""").Delete($"DataTypes/{files.Id}long.config");

        using IDisposable setting = Set("ContentTypeHandler:Settings:NoRemove", "DataTypeHandler:Settings:NoRemove");
        await site.ImportAsync();

        Assert.Contains(site.Get<IContentTypeService>().Get(files.PageAlias)!.PropertyTypes, property => property.Alias == "old");
        Assert.NotNull(await site.Get<IDataTypeService>().GetAsync(files.Key("long")));
    }

    [Fact]
    public async Task One_bad_file_among_many_loses_only_itself()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        for (int i = 0; i < 30; i++)
        {
            files.AddPage($"Page{i}", "Home", i, properties: SyncFiles.Value("count", i == 17 ? "many" : "1"));
        }

        SyncReport report = await site.ImportAsync();

        Assert.Equal("Content/Page17.config", Assert.Single(report.Items, item => item.IsFinding).File);
        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        IContent[] children = [.. site.Get<IContentService>().GetPagedChildren(home.Id, 0, 100, out _, null, null, null, true)];
        Assert.Equal(29, children.Length);
        Assert.All(children, child => Assert.True(child.Published));
    }

    [Fact]
    public async Task A_media_item_that_fails_leaves_no_file_behind()
    {
        var files = new SyncFiles(site.Folder);
        site.Folder.Write($"DataTypes/{files.Id}upload.config", files.DataType("upload", "Umbraco.UploadField", "Umb.PropertyEditorUi.UploadField", "{}"));
        site.Folder.Write($"MediaTypes/{files.Id}.config", $"""
            <MediaType Key="{files.Key("mediaType")}" Alias="report{files.Id}" Level="1"><Info><Name>Report {files.Id}</Name></Info>
            <GenericProperties>{files.Property("aFile", "upload", "Nothing")}{files.Property("bFile", "upload", "Nothing")}</GenericProperties></MediaType>
            """);
        site.Folder.Write("Media/Bad.config", $"""
            <Media Key="{files.Key("media")}" Alias="Report {files.Id}" Level="1"><Info><ContentType>report{files.Id}</ContentType><NodeName Default="Report {files.Id}" /></Info>
            <Properties><aFile><Value>/media/{files.Id}/a.pdf</Value></aFile><bFile><Value>/media/../b.pdf</Value></bFile></Properties></Media>
            """);
        site.Folder.Write($"Media/files/{files.Id}/a.pdf", [1, 2, 3]);

        SyncReport report = await site.ImportAsync();

        Assert.Equal(SyncChange.Fail, Assert.Single(report.Items, item => item.IsFinding).Change);
        Assert.False(site.Get<MediaFileManager>().FileSystem.FileExists($"{files.Id}/a.pdf"));
    }

    private void WriteTrashed(SyncFiles files, string name, Guid parent, Guid from)
    {
        string text = files.Page(name, "Home", published: SyncFiles.NonePublished)
            .Replace($"""<Parent Key="{files.Key("Home")}">Home</Parent>""", $"""<Parent Key="{parent}"></Parent>""", StringComparison.Ordinal)
            .Replace("<Trashed>false</Trashed>", $"""<Trashed Parent="{from}">true</Trashed>""", StringComparison.Ordinal);
        site.Folder.Write($"Content/{name}.config", text);
    }

    private Reset Set(params string[] settings)
    {
        IConfiguration configuration = site.Get<IConfiguration>();
        string[] paths = [.. settings.Select(setting => $"{SyncSetOptions.Section}:Default:Handlers:{setting}")];
        foreach (string path in paths)
        {
            configuration[path] = "true";
        }

        return new Reset(configuration, paths);
    }

    private sealed record Reset(IConfiguration Configuration, string[] Paths) : IDisposable
    {
        public void Dispose()
        {
            foreach (string path in Paths)
            {
                Configuration[path] = "false";
            }
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncRulesTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncRulesTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
