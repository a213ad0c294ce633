using Site.Core.Sync;
using Site.Tests.Contract.Documents;
using Site.Tests.Support;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;
using Umbraco.Extensions;

namespace Site.Tests.Contract.Sync;

/// <summary>What an import makes of a folder, through Core's own services.</summary>
public abstract class SyncImportTests(SyncSiteFixture site)
{
    [Fact]
    public async Task Everything_of_the_schema_is_made()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();

        SyncReport report = await site.ImportAsync();

        AssertFine(report);
        IContentType page = site.Get<IContentTypeService>().Get(files.Key("page"))!;
        Assert.Equal((files.PageAlias, "icon-document", ContentVariation.Culture, true), (page.Alias, page.Icon, page.Variations, page.AllowedAsRoot));
        Assert.Equal([$"seo{files.Id}"], page.CompositionAliases());
        Assert.Equal([files.PageAlias], page.AllowedContentTypes!.Select(child => child.Alias));
        Assert.Equal(files.PageAlias, page.DefaultTemplate?.Alias);
        Assert.Equal(["content", "content/facts"], page.PropertyGroups.OrderBy(group => group.SortOrder).Select(group => group.Alias));
        IPropertyType title = page.PropertyTypes.Single(property => property.Alias == "title");
        Assert.Equal((files.Key("property title"), files.Key("text"), ContentVariation.Culture, "About title"), (title.Key, title.DataTypeKey, title.Variations, title.Description));
        IDataType text = (await site.Get<IDataTypeService>().GetAsync(files.Key("text")))!;
        Assert.Equal(("Umbraco.TextBox", "Umb.PropertyEditorUi.TextBox"), (text.EditorAlias, text.EditorUiAlias));
        Assert.Equal("100", text.ConfigurationData["maxChars"].ToString());
        ILanguage english = (await site.Get<ILanguageService>().GetAsync("en"))!;
        Assert.Equal(("fr", false), (english.FallbackIsoCode, english.IsDefault));
    }

    [Fact]
    public async Task Folders_are_made_from_their_paths_once()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();

        await site.ImportAsync();

        IDataType text = (await site.Get<IDataTypeService>().GetAsync(files.Key("text")))!;
        IDataType number = (await site.Get<IDataTypeService>().GetAsync(files.Key("number")))!;
        EntityContainer? inner = await site.Get<IDataTypeContainerService>().GetParentAsync(text);
        Assert.Equal("Détail", inner?.Name);
        Assert.Equal(text.ParentId, number.ParentId);
        EntityContainer? outer = await site.Get<IDataTypeContainerService>().GetParentAsync(inner!);
        Assert.Equal($"Tests {files.Id}", outer?.Name);
    }

    [Fact]
    public async Task Pages_are_made_below_their_parents_with_names_values_and_template_and_published()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema()
            .AddPage("Child", "Home", properties: SyncFiles.Value("title", "Titre", "fr") + SyncFiles.Value("count", "99"))
            .AddPage("Home", published: SyncFiles.FrenchPublished);

        AssertFine(await site.ImportAsync());

        IContentService documents = site.Get<IContentService>();
        IContent home = documents.GetById(files.Key("Home"))!;
        IContent child = documents.GetById(files.Key("Child"))!;
        Assert.Equal(home.Id, child.ParentId);
        Assert.Equal(($"Child {files.Id}", $"Child {files.Id} EN"), (child.GetCultureName("fr"), child.GetCultureName("en")));
        Assert.Equal("Titre", child.GetValue("title", "fr"));
        Assert.Equal(99, child.GetValue("count"));
        Assert.Equal(["fr"], home.PublishedCultures);
        Assert.Equal(["en", "fr"], child.PublishedCultures.Order());
        Assert.Equal("Titre", child.GetValue("title", "fr", published: true));
        Assert.Equal(new DateTime(2026, 1, 15, 9, 0, 0, DateTimeKind.Utc), child.CreateDate.ToUniversalTime());
        Assert.Equal(files.Key("template"), (await site.Get<ITemplateService>().GetAsync(child.TemplateId!.Value))!.Key);
    }

    [Fact]
    public async Task Siblings_keep_the_order_of_the_files()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("B", "Home", 7).AddPage("A", "Home", 9).AddPage("C", "Home", 3);

        AssertFine(await site.ImportAsync());

        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        IEnumerable<IContent> children = site.Get<IContentService>().GetPagedChildren(home.Id, 0, 10, out _, null, null, Ordering.By("sortOrder"), true);
        Assert.Equal([files.Key("C"), files.Key("B"), files.Key("A")], children.Select(child => child.Key));
    }

    [Fact]
    public async Task A_page_that_picks_one_to_come_refers_to_it_and_the_caches_are_told_of_the_other_once()
    {
        SyncFiles files = AddPicks(new SyncFiles(site.Folder).AddSchema());
        files.AddPage("a", properties: Pick(files, "b")).AddPage("b");

        List<int> told = await ImportAndHearAsync();

        IContent picking = site.Get<IContentService>().GetById(files.Key("a"))!;
        IContent picked = site.Get<IContentService>().GetById(files.Key("b"))!;
        Assert.True(picking.Published && picked.Published);
        Assert.Contains(site.Get<IRelationService>().GetByParentId(picking.Id) ?? [], x => x.ChildId == picked.Id);
        Assert.Single(told, picked.Id);
    }

    [Fact]
    public async Task What_lies_below_a_page_that_picks_the_last_of_it_does_not_wait_for_the_end()
    {
        SyncFiles files = AddPicks(new SyncFiles(site.Folder).AddSchema());
        files.AddPage("a", properties: Pick(files, "last")).AddPage("last", "a", 1000);
        for (int i = 0; i < 220; i++)
        {
            files.AddPage($"p{i}", "a", i, SyncFiles.FrenchPublished);
        }

        List<int> told = await ImportAndHearAsync();

        IContentService documents = site.Get<IContentService>();
        IContent[] below = [.. documents.GetPagedDescendants(documents.GetById(files.Key("a"))!.Id, 0, 1000, out _)];
        Assert.Equal(221, below.Length);
        Assert.All(below, x => Assert.True(x.Published));
        Assert.Single(told, documents.GetById(files.Key("p219"))!.Id);
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema()
            .AddPage("Home", properties: SyncFiles.Value("title", "[ 1 ]", "fr") + SyncFiles.Value("count", "1"))
            .AddPage("Child", "Home", 4, SyncFiles.FrenchPublished);
        AddDomain(files);
        AddDictionary(files);
        await site.ImportAsync();
        IContentService documents = site.Get<IContentService>();
        DateTime updated = documents.GetById(files.Key("Home"))!.UpdateDate;
        int versions = documents.GetVersions(documents.GetById(files.Key("Home"))!.Id).Count();

        SyncReport report = await site.ImportAsync();

        Assert.All(report.Items, item => Assert.Equal((item.File, SyncChange.NoChange, string.Empty), (item.File, item.Change, item.Message)));
        Assert.Equal(updated, documents.GetById(files.Key("Home"))!.UpdateDate);
        Assert.Equal(versions, documents.GetVersions(documents.GetById(files.Key("Home"))!.Id).Count());
    }

    [Fact]
    public async Task A_report_says_what_an_import_would_do_and_writes_nothing()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Child", "Home");
        AddDomain(files);

        SyncReport report = await site.ReportAsync();

        Assert.False(report.HasFindings, Text(report));
        Assert.All(report.Items.Where(item => item.Kind != SyncKind.Language), item => Assert.Equal((item.File, SyncChange.Create), (item.File, item.Change)));
        Assert.Null(site.Get<IContentTypeService>().Get(files.PageAlias));
        Assert.Null(await site.Get<IDataTypeService>().GetAsync(files.Key("text")));
        Assert.Null(site.Get<IContentService>().GetById(files.Key("Home")));
    }

    [Fact]
    public async Task A_changed_value_is_named_in_the_report_and_published_by_the_import()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home", properties: SyncFiles.Value("title", "Un", "fr"));
        await site.ImportAsync();
        files.AddPage("Home", properties: SyncFiles.Value("title", "Deux", "fr"));

        SyncItemResult line = Assert.Single((await site.ReportAsync()).Items, item => item.Change != SyncChange.NoChange);
        Assert.Equal((SyncChange.Update, "title fr"), (line.Change, line.Message));
        AssertFine(await site.ImportAsync());

        Assert.Equal("Deux", site.Get<IContentService>().GetById(files.Key("Home"))!.GetValue("title", "fr", published: true));
    }

    [Fact]
    public async Task A_culture_that_the_file_does_not_publish_is_unpublished()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        await site.ImportAsync();
        files.AddPage("Home", published: SyncFiles.FrenchPublished);

        SyncReport report = await site.ImportAsync();

        Assert.Equal("unpublish en", Assert.Single(report.Items, item => item.Change != SyncChange.NoChange).Message);
        Assert.Equal(["fr"], site.Get<IContentService>().GetById(files.Key("Home"))!.PublishedCultures);
    }

    [Fact]
    public async Task A_release_planned_for_later_is_kept_and_a_past_one_dropped()
    {
        const string Schedule = """
            <Schedule><ContentSchedule><Culture>en</Culture><Action>Release</Action><Date>2999-01-01T08:00:00</Date></ContentSchedule>
            <ContentSchedule><Culture>fr</Culture><Action>Release</Action><Date>2001-01-01T08:00:00</Date></ContentSchedule></Schedule>
            """;
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home", info: Schedule);

        AssertFine(await site.ImportAsync());

        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        Assert.Equal(["fr"], home.PublishedCultures);
        ContentSchedule entry = Assert.Single(site.Get<IContentService>().GetContentScheduleByContentId(home.Id).FullSchedule);
        Assert.Equal(("en", ContentScheduleAction.Release, new DateTime(2999, 1, 1, 8, 0, 0, DateTimeKind.Utc)), (entry.Culture, entry.Action, entry.Date));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_document_moves_to_the_parent_of_its_file()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Other").AddPage("Child", "Home");
        await site.ImportAsync();
        files.AddPage("Child", "Other", properties: SyncFiles.Value("count", "3"));

        AssertFine(await site.ImportAsync());

        IContentService documents = site.Get<IContentService>();
        IContent child = documents.GetById(files.Key("Child"))!;
        Assert.Equal(documents.GetById(files.Key("Other"))!.Id, child.ParentId);
        Assert.Equal(3, child.GetValue("count"));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_property_that_the_file_no_longer_has_is_removed_and_a_new_one_added()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        files.WritePageType(files.Property("old", "text", "Nothing"));
        await site.ImportAsync();
        files.WritePageType(files.Property("fresh", "long", "Nothing"));

        AssertFine(await site.ImportAsync());

        IContentType page = site.Get<IContentTypeService>().Get(files.PageAlias)!;
        Assert.Equal(["count", "fresh", "title"], page.PropertyTypes.Select(property => property.Alias).Order());
    }

    [Fact]
    public async Task Dictionary_items_lie_below_their_parents_with_a_text_per_language()
    {
        var files = new SyncFiles(site.Folder);
        AddDictionary(files);

        AssertFine(await site.ImportAsync());

        IDictionaryItemService dictionary = site.Get<IDictionaryItemService>();
        IDictionaryItem child = (await dictionary.GetAsync($"{files.Id}.Apply"))!;
        Assert.Equal(files.Key("word parent"), child.ParentId);
        Assert.Equal(("Postuler", "Apply"), (child.GetTranslatedValue("fr"), child.GetTranslatedValue("en")));
    }

    [Fact]
    public async Task Domains_are_assigned_in_their_order()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        AddDomain(files);

        AssertFine(await site.ImportAsync());

        IEnumerable<IDomain> domains = await site.Get<IDomainService>().GetAssignedDomainsAsync(files.Key("Home"), includeWildcards: false);
        Assert.Equal(
            [($"http://{files.Id}.example.org", "fr"), ($"http://{files.Id}.example.org/en", "en")],
            domains.OrderBy(domain => domain.SortOrder).Select(domain => (domain.DomainName, domain.LanguageIsoCode!)));
    }

    [Fact]
    public async Task Markers_delete_what_they_name_and_nothing_else()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Gone");
        await site.ImportAsync();
        site.Folder.Write("Content/Gone.config", $"""<Empty Key="{files.Key("Gone")}" Alias="Gone" Change="Delete" Level="1" />""")
            .Write("Content/Old.config", $"""<Empty Key="{files.Key("Home")}" Alias="Old" Change="Rename" Level="1" />""")
            .Write("Content/Never.config", $"""<Empty Key="{files.Key("Never")}" Alias="Home {files.Id}" Change="Delete" Level="1" />""");

        SyncReport report = await site.ImportAsync();

        Assert.Equal(
            [SyncChange.Delete, SyncChange.NoChange, SyncChange.Ignored],
            new[] { "Gone", "Never", "Old" }.Select(name => report.Items.Single(item => item.File == $"Content/{name}.config").Change));
        Assert.Null(site.Get<IContentService>().GetById(files.Key("Gone")));
        Assert.NotNull(site.Get<IContentService>().GetById(files.Key("Home")));
    }

    [Fact]
    public async Task Media_come_with_their_files_and_what_follows_from_them()
    {
        SyncFiles files = new SyncFiles(site.Folder);
        AddMedia(files, [1, 2, 3, 4, 5]);

        AssertFine(await site.ImportAsync());

        IMedia media = site.Get<IMediaService>().GetById(files.Key("media"))!;
        Assert.Equal($"/media/{files.Id}/report.pdf", media.GetValue("umbracoFile"));
        Assert.Equal(("5", "pdf"), (media.GetValue("umbracoBytes")?.ToString(), media.GetValue("umbracoExtension")?.ToString()));
        MediaFileManager store = site.Get<MediaFileManager>();
        Assert.Equal(5, store.FileSystem.GetSize($"{files.Id}/report.pdf"));
        Assert.False((await site.ImportAsync()).HasChanges);

        site.Folder.Write($"Media/files/{files.Id}/report.pdf", [5, 4, 3, 2, 1]);
        SyncItemResult line = Assert.Single((await site.ImportAsync()).Items, item => item.Change != SyncChange.NoChange);
        Assert.Equal((SyncChange.Update, $"file {files.Id}/report.pdf"), (line.Change, line.Message));
        using Stream stored = store.FileSystem.OpenFile($"{files.Id}/report.pdf");
        Assert.Equal(5, stored.ReadByte());
    }

    internal static void AssertFine(SyncReport report) => Assert.False(report.HasFindings, Text(report));

    internal static string Text(SyncReport report)
    {
        using var writer = new StringWriter();
        SyncReportWriter.Write(report, writer);
        return writer.ToString();
    }

    internal void AddMedia(SyncFiles files, byte[] bytes)
    {
        string Property(string alias, string dataType) => files.Property(alias, dataType, "Nothing").Replace("content/facts", "file", StringComparison.Ordinal);
        site.Folder.Write($"DataTypes/{files.Id}upload.config", files.DataType("upload", "Umbraco.UploadField", "Umb.PropertyEditorUi.UploadField", "{}"));
        site.Folder.Write($"DataTypes/{files.Id}label.config", files.DataType("label", "Umbraco.Label", "Umb.PropertyEditorUi.Label", """{ "umbracoDataValueType": "STRING" }"""));
        site.Folder.Write($"MediaTypes/{files.Id}.config", $"""
            <MediaType Key="{files.Key("mediaType")}" Alias="report{files.Id}" Level="1"><Info><Name>Report {files.Id}</Name><Icon>icon-document</Icon><AllowAtRoot>True</AllowAtRoot></Info>
            <GenericProperties>{Property("umbracoFile", "upload")}{Property("umbracoBytes", "label")}{Property("umbracoExtension", "label")}</GenericProperties>
            <Structure /><Tabs><Tab><Caption>File</Caption><Alias>file</Alias><Type>Group</Type><SortOrder>0</SortOrder></Tab></Tabs></MediaType>
            """);
        site.Folder.Write($"Media/{files.Id}.config", $"""
            <Media Key="{files.Key("media")}" Alias="Report {files.Id}" Level="1"><Info><Parent Key="{Guid.Empty}"></Parent><Path>/Report</Path><Trashed>false</Trashed>
            <ContentType>report{files.Id}</ContentType><CreateDate>2026-01-15T09:00:00</CreateDate><NodeName Default="Report {files.Id}" /><SortOrder>0</SortOrder></Info>
            <Properties><umbracoFile><Value><![CDATA[/media/{files.Id}/report.pdf]]></Value></umbracoFile></Properties></Media>
            """);
        site.Folder.Write($"Media/files/{files.Id}/report.pdf", bytes);
    }

    private SyncFiles AddPicks(SyncFiles files)
    {
        site.Folder.Write($"DataTypes/{files.Id}tree.config", files.DataType("tree", "Umbraco.MultiNodeTreePicker", "Umb.PropertyEditorUi.ContentPicker", """{ "startNode": { "type": "content" } }"""));
        return files.WritePageType(files.Property("picks", "tree", "Nothing"));
    }

    private static string Pick(SyncFiles files, string page) => SyncFiles.Value("picks", $"umb://document/{files.Key(page):N}");

    /// <summary>Imports, and gives the ids of the documents of which the caches were told.</summary>
    private async Task<List<int>> ImportAndHearAsync()
    {
        List<int> told = [];
        using (RefreshListener.Hear<ContentCacheRefresherNotification>(x => told.AddRange(((ContentCacheRefresher.JsonPayload[])x.MessageObject).Select(payload => payload.Id))))
        {
            AssertFine(await site.ImportAsync());
        }

        return told;
    }

    private void AddDomain(SyncFiles files)
    {
        string Domain(string name, string isoCode, int order) => $"""
            <Domain Alias="{name}"><Info><IsWildcard>false</IsWildcard><Language>{isoCode}</Language><Root Key="{files.Key("Home")}">/Home {files.Id}</Root><SortOrder>{order}</SortOrder></Info></Domain>
            """;
        site.Folder.Write("Domains/a.config", Domain($"http://{files.Id}.example.org/en", "en", 1));
        site.Folder.Write("Domains/b.config", Domain($"http://{files.Id}.example.org", "fr", 0));
    }

    private void AddDictionary(SyncFiles files)
    {
        site.Folder.Write("Dictionary/a.config", $"""
            <Dictionary Key="{files.Key("word")}" Alias="{files.Id}.Apply" Level="1"><Info><Parent>{files.Id}</Parent></Info>
            <Translations><Translation Language="en">Apply</Translation><Translation Language="fr">Postuler</Translation></Translations></Dictionary>
            """);
        site.Folder.Write("Dictionary/b.config", $"""<Dictionary Key="{files.Key("word parent")}" Alias="{files.Id}" Level="0"><Info /><Translations /></Dictionary>""");
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncImportTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncImportTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
