using System.Xml.Linq;
using Site.Core.Sync;
using Site.Core.Sync.Files;
using Site.Tests.Support;
using Site.Tests.Unit.Sync;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>What the settings of uSync change of an export.</summary>
public abstract class SyncExportSettingsTests(SyncSiteFixture site)
{
    [Fact]
    public async Task Files_lie_in_sub_folders_by_tree_and_move_with_their_items()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home");
        await site.ImportAsync();
        using IDisposable setting = site.Set(("ContentHandler:UseFlatStructure", "false"), ("DataTypeHandler:UseFlatStructure", "false"), ("ContentTypeHandler:UseFlatStructure", "false"));
        site.Folder.Clear();

        SyncImportTests.AssertFine(await site.ExportAsync());

        Assert.Equal($"Content/home-{files.Id}/child-{files.Id}.config", PathOf(SyncKind.Content, "Child", files));
        Assert.Equal($"DataTypes/tests-{files.Id}/détail/text{files.Id}.config", PathOf(SyncKind.DataType, "text", files), ignoreCase: true);
        Assert.Equal($"ContentTypes/tests-{files.Id}/{files.PageAlias}.config", PathOf(SyncKind.ContentType, "page", files));
        Assert.False((await site.ImportAsync()).HasChanges);
        Assert.False((await site.ExportAsync()).HasChanges);

        IContentService documents = site.Get<IContentService>();
        documents.Move(documents.GetById(files.Key("Child"))!, Umbraco.Cms.Core.Constants.System.Root);
        await site.ExportAsync();

        Assert.Equal($"Content/child-{files.Id}.config", PathOf(SyncKind.Content, "Child", files));
        Assert.Equal(nameof(SyncMarker.Rename), XElement.Parse(site.Folder.Text($"Content/home-{files.Id}/child-{files.Id}.config")).Attribute("Change")!.Value);
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task Files_are_named_by_key_when_the_settings_say_so()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home");
        await site.ImportAsync();
        using IDisposable setting = site.Set(("ContentHandler:GuidNames", "true"), ("ContentHandler:UseFlatStructure", "false"));

        await site.ExportAsync();

        Assert.Equal($"Content/{files.Key("Home")}/{files.Key("Child")}.config", PathOf(SyncKind.Content, "Child", files));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task What_the_rules_and_the_recycle_bin_leave_out_is_neither_written_nor_marked()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Secret", "Home").AddPage("Binned");
        await site.ImportAsync();
        IContentService documents = site.Get<IContentService>();
        documents.MoveToRecycleBin(documents.GetById(files.Key("Binned"))!);
        using IDisposable setting = site.Set(
            ("ContentHandler:Settings:Exclude", $"/Home{files.Id}/Secret"), ("ContentHandler:Settings:RulesOnExport", "true"), ("ContentHandler:Settings:ExportTrashed", "false"));
        string before = site.Folder.Text("Content/Secret.config");

        await site.ExportAsync();

        Assert.Equal(before, site.Folder.Text("Content/Secret.config"));
        Assert.Contains("<Trashed>false</Trashed>", site.Folder.Text("Content/Binned.config"), StringComparison.Ordinal);
        site.Folder.Clear();
        await site.ExportAsync();
        Assert.NotNull(site.Folder.Read().Find(SyncKind.Content, files.Key("Home")));
        Assert.Null(site.Folder.Read().Find(SyncKind.Content, files.Key("Secret")));
        Assert.Null(site.Folder.Read().Find(SyncKind.Content, files.Key("Binned")));
    }

    [Fact]
    public async Task Children_that_a_clean_export_does_not_know_are_deleted_but_not_what_the_rules_leave_out()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home").AddPage("Kept", "Home").AddPage("Lone");
        await site.ImportAsync();
        using IDisposable setting = site.Set(("ContentHandler:CreateClean", "true"));
        await site.ExportAsync();
        string marker = $"Content/home-{files.Id}_clean.config";
        Assert.Equal(
            $"""<Empty Key="{files.Key("Home")}" Alias="clean Home {files.Id} children" Change="Clean" itemType="Content" />""",
            XElement.Parse(site.Folder.Text(marker)).ToString());
        Assert.Equal([$"home-{files.Id}_clean.config"], site.Folder.Files("Content").Where(name => name.EndsWith($"{files.Id}_clean.config", StringComparison.Ordinal)));
        Assert.False((await site.ExportAsync()).HasChanges);
        Assert.False((await site.ImportAsync()).HasChanges);

        IContentService documents = site.Get<IContentService>();
        IContent extra = documents.Create($"Extra {files.Id}", files.Key("Home"), files.PageAlias);
        extra.SetCultureName($"Extra {files.Id}", "fr");
        documents.Save(extra);
        site.Folder.Delete(PathOf(SyncKind.Content, "Kept", files));
        using (site.Set(("ContentHandler:Settings:Exclude", $"/Home{files.Id}/Kept")))
        {
            Assert.Equal(marker, Assert.Single((await site.ImportAsync()).Items, item => item.Change == SyncChange.Delete).File);
        }

        Assert.Null(documents.GetById(extra.Key));
        Assert.NotNull(documents.GetById(files.Key("Kept")));
        Assert.NotNull(documents.GetById(files.Key("Child")));
    }

    [Fact]
    public async Task Children_made_by_hand_that_a_file_means_by_name_are_not_cleaned_away()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        IContentService documents = site.Get<IContentService>();
        IContent byHand = documents.Create($"Child {files.Id}", files.Key("Home"), files.PageAlias);
        byHand.SetCultureName($"Child {files.Id}", "fr");
        documents.Save(byHand);
        files.AddPage("Child", "Home");
        site.Folder.Write("Content/Home_clean.config", $"""<Empty Key="{files.Key("Home")}" Alias="clean" Change="Clean" itemType="Content" />""");

        SyncImportTests.AssertFine(await site.ImportAsync());

        Assert.NotNull(documents.GetById(byHand.Key));
    }

    [Fact]
    public async Task Items_of_an_earlier_folder_are_left_alone_while_it_is_locked()
    {
        using var child = new TestFolder();
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Gone");
        using IDisposable folders = site.Set(options => { options.Folders.Add(site.Folder.Root); options.Folders.Add(child.Root); }, options => options.Folders.Clear());
        await site.ImportAsync();
        await site.ExportAsync();
        string home = Path.GetRelativePath(child.Root, child.Read().Find(SyncKind.MediaType, Umbraco.Cms.Core.Constants.MediaTypes.Guids.ImageGuid)!.FullPath);
        Assert.Equal(Path.Combine("MediaTypes", "image.config"), home);
        Assert.Null(child.Read().Find(SyncKind.Content, files.Key("Home")));
        IContentService documents = site.Get<IContentService>();
        IContent changed = documents.GetById(files.Key("Home"))!;
        changed.SetValue("count", 8);
        documents.Save(changed);
        documents.Delete(documents.GetById(files.Key("Gone"))!);

        SyncReport locked = await site.ExportAsync();

        Assert.Equal(["Content/Gone.config", "Content/Home.config"], locked.Items.Where(item => item.Kind == SyncKind.Content && item.Change == SyncChange.Ignored).Select(item => item.File).Order());
        Assert.DoesNotContain("Home.config", child.Files("Content"));
        Assert.DoesNotContain("Gone.config", child.Files("Content"));
        using (site.Set(options => options.LockRoot = false, options => options.LockRoot = true))
        {
            await site.ExportAsync();
            Assert.Contains("Home.config", child.Files("Content"));
            Assert.Contains("Change=\"Delete\"", child.Text("Content/Gone.config"), StringComparison.Ordinal);
            SyncReport again = await site.ImportAsync();
            Assert.False(again.HasChanges, SyncImportTests.Text(again));
            again = await site.ExportAsync();
            Assert.False(again.HasChanges, SyncImportTests.Text(again));
        }

        Assert.Contains("<Content", site.Folder.Text("Content/Gone.config"), StringComparison.Ordinal);
    }

    private string PathOf(SyncKind kind, string name, SyncFiles files) => site.Folder.Read().Find(kind, files.Key(name))!.Path;

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncExportSettingsTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncExportSettingsTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
