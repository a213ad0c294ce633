using Microsoft.Extensions.Logging;
using Site.Core.Sync;
using Site.Core.Sync.Export;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>What the settings of uSync change of an import and of a start.</summary>
public abstract class SyncSettingsTests(SyncSiteFixture site)
{
    [Theory]
    [InlineData("NoConfigEditors", "Umbraco.TextBox,Umbraco.Tags")]
    [InlineData("NoConfigNames", "Other,text {0}")]
    public async Task The_configuration_of_data_types_that_the_settings_name_is_left_alone(string setting, string value)
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        site.Folder.Write($"DataTypes/{files.Id}text.config", files.DataType("text", "Umbraco.TextBox", "Umb.PropertyEditorUi.Other", """{ "maxChars": 7 }"""));

        using (site.Set(($"DataTypeHandler:Settings:{setting}", string.Format(System.Globalization.CultureInfo.InvariantCulture, value, files.Id))))
        {
            SyncImportTests.AssertFine(await site.ImportAsync());
        }

        IDataType text = (await site.Get<IDataTypeService>().GetAsync(files.Key("text")))!;
        Assert.Equal(("100", "Umb.PropertyEditorUi.Other"), (text.ConfigurationData["maxChars"].ToString(), text.EditorUiAlias));
        await site.ImportAsync();
        Assert.Equal("7", (await site.Get<IDataTypeService>().GetAsync(files.Key("text")))!.ConfigurationData["maxChars"].ToString());
    }

    [Fact]
    public async Task A_type_keeps_templates_that_its_file_does_not_name_when_the_settings_say_so()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        site.Folder.Write($"Templates/{files.Id}b.config", $"""<Template Key="{files.Key("b")}" Alias="b{files.Id}" Level="1"><Name>B {files.Id}</Name><Parent></Parent></Template>""");
        await site.ImportAsync();
        IContentTypeService types = site.Get<IContentTypeService>();
        IContentType page = types.Get(files.PageAlias)!;
        page.AllowedTemplates = [.. page.AllowedTemplates!, (await site.Get<ITemplateService>().GetAsync(files.Key("b")))!];
        await types.UpdateAsync(page, Umbraco.Cms.Core.Constants.Security.SuperUserKey);

        using (site.Set(("ContentTypeHandler:Settings:KeepTemplates", "true")))
        {
            Assert.False((await site.ImportAsync()).HasChanges);
        }

        Assert.Equal(2, types.Get(files.PageAlias)!.AllowedTemplates!.Count());
        await site.ImportAsync();
        Assert.Equal([files.PageAlias], types.Get(files.PageAlias)!.AllowedTemplates!.Select(template => template.Alias));
    }

    [Fact]
    public async Task What_an_editor_unpublished_stays_so_when_only_what_is_changed_is_published()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Other");
        await site.ImportAsync();
        IContentService documents = site.Get<IContentService>();
        foreach (string name in new[] { "Home", "Other" })
        {
            documents.Unpublish(documents.GetById(files.Key(name))!, "*");
        }

        files.AddPage("Other", properties: SyncFiles.Value("count", "5"));
        using (site.Set(("ContentHandler:Settings:OnlyPublishDirty", "true")))
        {
            SyncImportTests.AssertFine(await site.ImportAsync());
        }

        Assert.Equal((false, true), (documents.GetById(files.Key("Home"))!.Published, documents.GetById(files.Key("Other"))!.Published));
        await site.ImportAsync();
        Assert.True(documents.GetById(files.Key("Home"))!.Published);
    }

    [Fact]
    public async Task Values_that_the_settings_name_stay_here_and_there()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home", properties: SyncFiles.Value("title", "Un", "fr") + SyncFiles.Value("count", "1"));
        using IDisposable setting = site.Set(("ContentHandler:Settings:DoNotSerialize", "count"), ("ContentHandler:Settings:DoNotSerializePattern", "^sum"));

        SyncImportTests.AssertFine(await site.ImportAsync());

        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        Assert.Equal(("Un", null), (home.GetValue("title", "fr"), home.GetValue("count")));
        home.SetValue("count", 9);
        site.Get<IContentService>().Save(home);
        SyncImportTests.AssertFine(await site.ExportAsync());
        Assert.Equal(["title"], site.Folder.Read().Find(SyncKind.Content, files.Key("Home"))!.Load().Element("Properties")!.Elements().Select(property => property.Name.LocalName));
    }

    [Fact]
    public async Task Only_the_types_and_places_that_the_settings_let_in_are_imported()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("News", "Home").AddPage("Secret", "Home").AddPage("Away");
        using IDisposable setting = site.Set(("ContentHandler:Settings:Include", "/Home"), ("ContentHandler:Settings:Exclude", "/Home/Secret"));

        SyncReport report = await site.ImportAsync();

        Assert.Equal(["Content/Away.config", "Content/Secret.config"], report.Items.Where(item => item.Change == SyncChange.Ignored).Select(item => item.File).Order());
        using IDisposable types = site.Set(("ContentHandler:Settings:ExcludeContentTypes", files.PageAlias));
        Assert.Equal(4, (await site.ImportAsync()).Items.Count(item => item.Kind == SyncKind.Content && item.Change == SyncChange.Ignored));
    }

    [Fact]
    public async Task One_handler_can_be_stricter_than_the_site()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Lost", "Nowhere");
        site.Folder.Write($"Dictionary/{files.Id}.config", $"""<Dictionary Key="{files.Key("word")}" Alias="{files.Id}.Word" Level="1"><Info><Parent>{files.Id}.Nothing</Parent></Info><Translations /></Dictionary>""");
        using IDisposable setting = site.Set(("ContentHandler:FailOnMissingParent", "true"));

        SyncReport report = await site.ImportAsync();

        Assert.Equal(SyncChange.Fail, report.Items.Single(item => item.Kind == SyncKind.Content).Change);
        Assert.Equal((SyncChange.Create, true), (report.Items.Single(item => item.Kind == SyncKind.Dictionary).Change, report.Items.Single(item => item.Kind == SyncKind.Dictionary).IsWarning));
    }

    [Fact]
    public async Task An_editor_of_another_maker_is_read_like_the_one_that_it_is_mapped_to()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        files.WritePageType(files.Property("links", "long", "Nothing")).AddPage("Home", properties: SyncFiles.Value("links", "c0000009-8888-4b88-8b88-000000000009"));
        using IDisposable setting = site.Set(options => options.CustomMappings["umbraco.textarea"] = "Umbraco.ContentPicker", options => options.CustomMappings.Clear());

        await site.ImportAsync();

        Assert.Equal("umb://document/c000000988884b888b88000000000009", site.Get<IContentService>().GetById(files.Key("Home"))!.GetValue("links"));
    }

    [Fact]
    public async Task A_start_imports_once_when_a_file_says_so_and_then_stops()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        site.Folder.Write("usync.once", string.Empty);
        using IDisposable setting = site.Set(options => options.ImportAtStartup = "All", options => options.ImportAtStartup = "None");

        Assert.NotNull(await StartAsync());
        Assert.Equal((false, true), (System.IO.File.Exists(Path.Combine(site.Folder.Root, "usync.once")), System.IO.File.Exists(Path.Combine(site.Folder.Root, "usync.stop"))));
        Assert.NotNull(site.Get<IContentService>().GetById(files.Key("Home")));

        Assert.Null(await StartAsync());
        site.Folder.Delete("usync.stop");
        Assert.NotNull(await StartAsync());
        Assert.False(System.IO.File.Exists(Path.Combine(site.Folder.Root, "usync.stop")));
    }

    [Fact]
    public async Task A_start_that_cannot_rename_the_file_goes_on_and_says_so()
    {
        site.Folder.Clear().Write("usync.once", string.Empty);
        Directory.CreateDirectory(Path.Combine(site.Folder.Root, "usync.stop"));
        using IDisposable setting = site.Set(options => options.ImportAtStartup = "Settings", options => options.ImportAtStartup = "None");
        var log = new ListLogger();

        Assert.NotNull(await StartAsync(log));

        Assert.Contains("usync.once could not be renamed", Assert.Single(log.Lines, line => line.StartsWith("Error", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_start_names_the_settings_that_are_not_offered_in_one_warning()
    {
        using IDisposable setting = site.Set(("ContentHandler:Settings:MapHMACValues", "true"), ("FormHandler:Enabled", "true"));
        var log = new ListLogger();

        await StartAsync(log);

        const string Handlers = "uSync:Sets:Default:Handlers";
        Assert.Equal(
            $"Warning: These settings of uSync are not offered by this site and change nothing: {Handlers}:FormHandler, {Handlers}:ContentHandler:Settings:MapHMACValues.",
            Assert.Single(log.Lines));
    }

    [Fact]
    public async Task A_start_makes_the_folder_that_saves_are_written_to()
    {
        new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        Directory.Delete(site.Folder.Root, recursive: true);
        using IDisposable setting = site.Set(options => options.ExportOnSave = "Settings", options => options.ExportOnSave = null);

        await site.Get<SyncStartup>().RunAsync(firstBoot: true, CancellationToken.None);
        Assert.False(Directory.Exists(site.Folder.Root));
        await StartAsync();

        Assert.Contains("image.config", site.Folder.Files("MediaTypes"));
        Assert.Empty(site.Folder.Files("RelationTypes"));
    }

    private Task<SyncReport?> StartAsync(ListLogger? log = null) =>
        new SyncStartup(site.Get<SyncImporter>(), site.Get<SyncExporter>(), site.Get<SyncSettings>(), log ?? new ListLogger()).RunAsync(firstBoot: false, CancellationToken.None);

    private sealed class ListLogger : ILogger<SyncStartup>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncSettingsTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncSettingsTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
