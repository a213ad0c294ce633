using System.Xml.Linq;
using Site.Core.Sync;
using Site.Core.Sync.Files;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>What an editor saves is in the folder at once, that item alone, and an import is not written back.</summary>
public abstract class ExportOnSaveTests(ExportOnSaveFixture site)
{
    [Fact]
    public async Task An_import_writes_nothing_and_a_save_writes_its_item()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Other");
        SyncImportTests.AssertFine(await site.ImportAsync());
        Assert.Equal(["Home.config", "Other.config"], site.Folder.Files("Content"));
        IContentService documents = site.Get<IContentService>();
        IContent home = documents.GetById(files.Key("Home"))!;
        home.SetValue("title", "Nouveau", "fr");

        documents.Save(home);

        XElement file = site.Folder.Read().Find(SyncKind.Content, files.Key("Home"))!.Load();
        Assert.Contains("Nouveau", file.Element("Properties")!.Value, StringComparison.Ordinal);
        Assert.Equal("Other.config", Path.GetFileName(site.Folder.Read().Find(SyncKind.Content, files.Key("Other"))!.Path));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task What_is_taken_back_is_not_written_and_what_is_deleted_leaves_a_marker()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        IContentService documents = site.Get<IContentService>();
        IContent home = documents.GetById(files.Key("Home"))!;
        using (site.CreateScope())
        {
            home.SetValue("title", "Verworfen", "fr");
            documents.Save(home);
        }

        Assert.Equal(["Home.config"], site.Folder.Files("Content"));
        documents.Delete(documents.GetById(files.Key("Home"))!);
        Assert.Equal(SyncMarker.Delete, Assert.Single(site.Folder.Read().Of(SyncKind.Content)).Header.Marker);
    }

    [Fact]
    public async Task Schema_and_words_are_written_too()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        IContentType page = site.Get<IContentTypeService>().Get(files.Key("page"))!;
        page.Icon = "icon-bird";
        await site.Get<IContentTypeService>().UpdateAsync(page, Umbraco.Cms.Core.Constants.Security.SuperUserKey);
        var word = new DictionaryItem($"Word {files.Id}");
        await site.Get<IDictionaryItemService>().CreateAsync(word, Umbraco.Cms.Core.Constants.Security.SuperUserKey);

        var webhook = new Webhook("https://example.org/hook", true, [], ["Umbraco.ContentDelete"]);
        await site.Get<IWebhookService>().CreateAsync(webhook);

        SyncFolder folder = site.Folder.Read();

        Assert.NotNull(folder.Find(SyncKind.Webhook, webhook.Key));
        Assert.Equal("icon-bird", folder.Find(SyncKind.ContentType, files.Key("page"))!.Load().Element("Info")!.Element("Icon")!.Value);
        Assert.NotNull(folder.Find(SyncKind.Dictionary, word.Key));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteExportOnSaveFixture site) : ExportOnSaveTests(site), IClassFixture<SqliteExportOnSaveFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresExportOnSaveFixture site) : ExportOnSaveTests(site), IClassFixture<PostgresExportOnSaveFixture>;
}

/// <summary>A site that exports what is saved.</summary>
public abstract class ExportOnSaveFixture(Engine engine) : SyncSiteFixture(engine)
{
    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings)
    {
        base.Configure(settings);
        settings["uSync:Settings:ExportOnSave"] = "All";
    }
}

/// <summary><see cref="ExportOnSaveFixture"/> on SQLite.</summary>
public sealed class SqliteExportOnSaveFixture() : ExportOnSaveFixture(Engine.Sqlite);

/// <summary><see cref="ExportOnSaveFixture"/> on PostgreSQL.</summary>
public sealed class PostgresExportOnSaveFixture() : ExportOnSaveFixture(Engine.Postgres);
