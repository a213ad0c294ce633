using System.Xml.Linq;
using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>What an export makes of the site, and what it leaves where something went away.</summary>
public abstract class SyncExportTests(SyncSiteFixture site)
{
    [Fact]
    public async Task An_export_says_what_the_files_said()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema()
            .AddPage("Home", sortOrder: 3, published: SyncFiles.FrenchPublished, properties: SyncFiles.Value("title", "Titre", "fr") + SyncFiles.Value("count", "7"));
        SyncImportTests.AssertFine(await site.ImportAsync());

        SyncImportTests.AssertFine(await site.ExportAsync());

        XElement root = XElement.Parse(site.Folder.Text(PathOf(files.Key("Home"))));
        XElement info = root.Element("Info")!;
        Assert.Equal((files.Key("Home").ToString(), $"Home {files.Id}", "1"), (Attribute(root, "Key"), Attribute(root, "Alias"), Attribute(root, "Level")));
        Assert.Equal("Parent,Path,Trashed,ContentType,CreateDate,NodeName,SortOrder,Published,Schedule,Template", string.Join(',', info.Elements().Select(element => element.Name)));
        Assert.Equal(("2026-01-15T09:00:00", "3", "false"), (info.Element("CreateDate")!.Value, info.Element("SortOrder")!.Value, info.Element("Trashed")!.Value));
        Assert.Equal(["en false", "fr true"], info.Element("Published")!.Elements().Select(culture => $"{Attribute(culture, "Culture")} {culture.Value}"));
        Assert.Equal(["count", "summary", "title"], root.Element("Properties")!.Elements().Select(property => property.Name.LocalName));
        Assert.Equal(["en ", "fr Titre"], root.Element("Properties")!.Element("title")!.Elements().Select(value => $"{Attribute(value, "Culture")} {value.Value}"));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_second_export_writes_nothing()
    {
        new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home");
        await site.ImportAsync();
        await site.ExportAsync();

        SyncReport second = await site.ExportAsync();

        Assert.All(second.Items, item => Assert.Equal((item.File, SyncChange.NoChange), (item.File, item.Change)));
    }

    [Fact]
    public async Task What_was_deleted_leaves_a_marker_that_deletes_it_elsewhere_and_goes_when_it_is_back()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        await site.ExportAsync();
        string path = PathOf(files.Key("Home"));
        string text = site.Folder.Text(path);
        IContentService documents = site.Get<IContentService>();
        documents.Delete(documents.GetById(files.Key("Home"))!);

        SyncReport report = await site.ExportAsync();

        SyncItemResult line = Assert.Single(report.Items, item => item.Change != SyncChange.NoChange);
        Assert.Equal((path, SyncChange.Delete), (line.File, line.Change));
        Assert.Equal($"""<Empty Key="{files.Key("Home")}" Alias="Home {files.Id}" Change="Delete" Level="1" />""", XElement.Parse(site.Folder.Text(path)).ToString());

        site.Folder.Write(path, text);
        await site.ImportAsync();
        site.Folder.Write(path, $"""<Empty Key="{files.Key("Home")}" Alias="Home" Change="Delete" Level="1" />""");
        await site.ExportAsync();
        Assert.Equal("Content", XElement.Parse(site.Folder.Text(path)).Name.LocalName);
    }

    [Fact]
    public async Task What_was_renamed_leaves_a_marker_at_the_old_name_that_an_import_ignores()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        await site.ExportAsync();
        string old = PathOf(files.Key("Home"));
        IContentService documents = site.Get<IContentService>();
        IContent home = documents.GetById(files.Key("Home"))!;
        home.SetCultureName($"Accueil {files.Id}", "fr");
        documents.Save(home);

        await site.ExportAsync();

        Assert.Equal($"""<Empty Key="{files.Key("Home")}" Alias="Home {files.Id}" Change="Rename" Level="1" />""", XElement.Parse(site.Folder.Text(old)).ToString());
        Assert.Equal($"Content/accueil-{files.Id}.config", PathOf(files.Key("Home")));
        SyncReport import = await site.ImportAsync();
        Assert.False(import.HasFindings || import.HasChanges, SyncImportTests.Text(import));
    }

    [Fact]
    public async Task Items_of_one_name_get_files_of_their_own_and_keep_them()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Other");
        files.AddPage("One", "Home").AddPage("Two", "Other");
        foreach (string name in new[] { "One", "Two" })
        {
            site.Folder.Write($"Content/{name}.config", site.Folder.Text($"Content/{name}.config").Replace($"{name} {files.Id}", $"News {files.Id}", StringComparison.Ordinal));
        }

        await site.ImportAsync();
        site.Folder.Clear();
        SyncImportTests.AssertFine(await site.ExportAsync());

        string[] names = [.. site.Folder.Files("Content").Where(name => name.StartsWith($"news-{files.Id}", StringComparison.Ordinal))];
        Assert.Equal(2, names.Length);
        Assert.Matches($"^news-{files.Id}_[a-z0-5]{{8}}.config$", names[1]);
        string second = site.Folder.Text($"Content/{names[1]}");
        site.Folder.Delete($"Content/{names[0]}");
        await site.ExportAsync();
        Assert.Equal(second, site.Folder.Text($"Content/{names[1]}"));
    }

    [Fact]
    public async Task Files_that_the_site_cannot_read_are_left_alone()
    {
        new SyncFiles(site.Folder).AddSchema();
        site.Folder.Write("Content/broken.config", "<Content").Write("MemberTypes/member.config", "<MemberType />");

        await site.ExportAsync();

        Assert.Equal(("<Content", "<MemberType />"), (site.Folder.Text("Content/broken.config"), site.Folder.Text("MemberTypes/member.config")));
    }

    private string PathOf(Guid key) => site.Folder.Read().Find(SyncKind.Content, key)!.Path;

    private static string? Attribute(XElement element, string name) => element.Attribute(name)?.Value;

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncExportTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncExportTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
