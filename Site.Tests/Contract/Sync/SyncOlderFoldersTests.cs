using System.Text.Json.Nodes;
using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>Folders as uSync 13 to 16 wrote them are read, and are the site's own from then on.</summary>
public abstract class SyncOlderFoldersTests(SyncSiteFixture site)
{
    private const string Block = "umb://element/c000000988884b888b88000000000009";

    private const string Inner = "umb://element/c000000988884b888b88000000000010";

    private const string BlockKey = "c0000009-8888-4b88-8b88-000000000009";

    private const string InnerKey = "c0000009-8888-4b88-8b88-000000000010";

    [Fact]
    public async Task A_type_of_uSync_13_with_a_list_view_has_the_standard_one_and_its_kinds_that_have_gone_are_noted()
    {
        var files = new SyncFiles(site.Folder);
        site.Folder.Write("ContentTypes/list.config", $"""
            <ContentType Key="{files.Key("list")}" Alias="list{files.Id}" Level="1"><Info><Name>List {files.Id}</Name><Icon>icon-document</Icon><Thumbnail>folder.png</Thumbnail>
            <Description></Description><AllowAtRoot>True</AllowAtRoot><IsListView>True</IsListView><Variations>Nothing</Variations><IsElement>false</IsElement>
            <Folder Key="{files.Key("folder")}">Old+{files.Id}</Folder><Compositions /><DefaultTemplate></DefaultTemplate><AllowedTemplates /></Info><Structure /><GenericProperties /><Tabs /></ContentType>
            """)
            .Write("Macros/macro.config", """<Macro Key="c0000009-8888-4b88-8b88-000000000001" Alias="m" Level="0" />""")
            .Write("usync.config", """<uSync version="13.2.7.0" format="10.7.0" />""");

        SyncReport report = await site.ImportAsync();

        SyncImportTests.AssertFine(report);
        Assert.Equal("Macros/ is not imported: this site does not offer that kind.", Assert.Single(report.Notes));
        Assert.Equal(Constants.DataTypes.Guids.ListViewContentGuid, site.Get<IContentTypeService>().Get(files.Key("list"))!.ListView);
        await AssertStaysAsync();
    }

    [Fact]
    public async Task Blocks_in_rich_text_of_uSync_13_stay_where_they_stand()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        string value = $$"""
            {"markup":"<p>A</p><umb-rte-block data-content-udi=\"{{Block}}\"><!--Umbraco-Block--></umb-rte-block><p><a href=\"/{localLink:umb://media/c000000988884b888b88000000000011}\">B</a></p>",
            "blocks":{"layout":{"Umbraco.TinyMCE":[{"contentUdi":"{{Block}}"}]},"contentData":[{"contentTypeKey":"{{files.Key("seo")}}","udi":"{{Block}}","summary":"Été"}],"settingsData":[]} }
            """;

        JsonNode stored = await StoreAsync(files, "Umbraco.TinyMCE", value, $$"""{ "blocks": [ { "contentElementTypeKey": "{{files.Key("seo")}}" } ] }""");

        string markup = stored["markup"]!.ToString();
        Assert.Contains($"""<umb-rte-block data-content-key="{BlockKey}">""", markup, StringComparison.Ordinal);
        Assert.Contains("""<a type="media" href="/{localLink:c0000009-8888-4b88-8b88-000000000011}">""", markup, StringComparison.Ordinal);
        Assert.Equal(BlockKey, stored["blocks"]!["layout"]!["Umbraco.RichText"]![0]!["contentKey"]!.ToString());
        Assert.Equal("Été", stored["blocks"]!["contentData"]![0]!["values"]![0]!["value"]!.ToString());
    }

    [Fact]
    public async Task A_grid_of_uSync_13_keeps_its_areas_settings_and_sizes()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        string type = files.Key("seo").ToString();
        string value = $$"""
            {"layout":{"Umbraco.BlockGrid":[{"contentUdi":"{{Block}}","settingsUdi":"umb://element/c000000988884b888b88000000000013","columnSpan":6,"rowSpan":1,
            "areas":[{"key":"c0000009-8888-4b88-8b88-000000000012","items":[{"contentUdi":"{{Inner}}","columnSpan":12,"rowSpan":1,"areas":[]}]}]}]},
            "contentData":[{"contentTypeKey":"{{type}}","udi":"{{Block}}","summary":"A"},{"contentTypeKey":"{{type}}","udi":"{{Inner}}","summary":"B"}],
            "settingsData":[{"contentTypeKey":"{{type}}","udi":"umb://element/c000000988884b888b88000000000013","summary":"C"}]}
            """;
        string config = $$"""{ "blocks": [ { "contentElementTypeKey": "{{type}}", "settingsElementTypeKey": "{{type}}", "allowAtRoot": true, "allowInAreas": true, "areas": [ { "key": "c0000009-8888-4b88-8b88-000000000012", "alias": "a" } ] } ] }""";

        JsonNode stored = await StoreAsync(files, "Umbraco.BlockGrid", value, config);

        JsonNode row = stored["layout"]!["Umbraco.BlockGrid"]![0]!;
        Assert.Equal((BlockKey, "c0000009-8888-4b88-8b88-000000000013", "6"), (row["contentKey"]!.ToString(), row["settingsKey"]!.ToString(), row["columnSpan"]!.ToString()));
        Assert.Equal(InnerKey, row["areas"]![0]!["items"]![0]!["contentKey"]!.ToString());
        Assert.Equal([BlockKey, InnerKey], stored["expose"]!.AsArray().Select(expose => expose!["contentKey"]!.ToString()));
        Assert.Equal("C", stored["settingsData"]![0]!["values"]![0]!["value"]!.ToString());
    }

    [Fact]
    public async Task Blocks_inside_blocks_are_read_as_text_and_as_json()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        string type = files.Key("outer").ToString();
        string inner = $$"""{"layout":{"Umbraco.BlockList":[{"contentUdi":"{{Inner}}"}]},"contentData":[{"contentTypeKey":"{{files.Key("seo")}}","udi":"{{Inner}}","summary":"In"}],"settingsData":[]}""";
        string asText = System.Text.Json.JsonSerializer.Serialize(inner);
        string value = $$"""{"layout":{"Umbraco.BlockList":[{"contentUdi":"{{Block}}"}]},"contentData":[{"contentTypeKey":"{{type}}","udi":"{{Block}}","first":{{asText}},"second":{{inner}}}],"settingsData":[]}""";
        site.Folder.Write($"DataTypes/{files.Id}list.config", files.DataType("list", "Umbraco.BlockList", string.Empty, $$"""{ "blocks": [ { "contentElementTypeKey": "{{files.Key("seo")}}" } ] }"""));
        site.Folder.Write($"ContentTypes/{files.Id}outer.config", $"""
            <ContentType Key="{files.Key("outer")}" Alias="outer{files.Id}" Level="1"><Info><Name>Outer {files.Id}</Name><Variations>Nothing</Variations><IsElement>true</IsElement></Info>
            <GenericProperties>{files.Property("first", "list", "Nothing")}{files.Property("second", "list", "Nothing")}</GenericProperties></ContentType>
            """);

        JsonNode stored = await StoreAsync(files, "Umbraco.BlockList", value, $$"""{ "blocks": [ { "contentElementTypeKey": "{{type}}" } ] }""");

        foreach (JsonNode? property in stored["contentData"]![0]!["values"]!.AsArray())
        {
            JsonNode nested = property!["value"]!.GetValueKind() == System.Text.Json.JsonValueKind.String ? JsonNode.Parse(property["value"]!.ToString())! : property["value"]!;
            Assert.Equal(InnerKey, nested["layout"]!["Umbraco.BlockList"]![0]!["contentKey"]!.ToString());
            Assert.Equal("In", nested["contentData"]![0]!["values"]![0]!["value"]!.ToString());
        }
    }

    [Fact]
    public async Task Cultures_are_the_sites_own_however_a_file_writes_them()
    {
        var files = new SyncFiles(site.Folder);
        site.Folder.Write("Languages/en.config", SyncFiles.Language("EN", "English", isDefault: false, fallback: "FR"));
        files.AddSchema().AddPage(
            "Home", published: """<Published Culture="FR">true</Published><Published Culture="En">true</Published>""",
            properties: """<title><Value Culture="FR">Titre</Value><Value Culture="EN">Title</Value></title>""",
            info: """<Schedule><ContentSchedule><Culture>EN</Culture><Action>Expire</Action><Date>2999-01-01T08:00:00</Date></ContentSchedule></Schedule>""");
        string page = site.Folder.Text("Content/Home.config").Replace("<Name Culture=\"fr\">", "<Name Culture=\"FR\">", StringComparison.Ordinal);
        site.Folder.Write("Content/Home.config", page)
            .Write("Dictionary/a.config", $"""<Dictionary Key="{files.Key("word")}" Alias="Word{files.Id}" Level="0"><Info /><Translations><Translation Language="FR">Mot</Translation></Translations></Dictionary>""")
            .Write("Domains/a.config", $"""<Domain Alias="https://{files.Id}.example/"><Info><IsWildcard>false</IsWildcard><Language>EN</Language><Root Key="{files.Key("Home")}">/Home</Root></Info></Domain>""");

        SyncImportTests.AssertFine(await site.ImportAsync());

        ILanguage[] languages = [.. await site.Get<ILanguageService>().GetAllAsync()];
        Assert.Equal(languages.Length, languages.Select(language => language.IsoCode).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(("en", "fr"), (languages.Single(language => language.IsoCode == "en").IsoCode, languages.Single(language => language.IsoCode == "en").FallbackIsoCode));
        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        Assert.Equal(["en", "fr"], home.PublishedCultures.Order());
        Assert.Equal(("Titre", "Title"), (home.GetValue("title", "fr"), home.GetValue("title", "en")));
        Assert.Equal("Mot", (await site.Get<IDictionaryItemService>().GetAsync(files.Key("word")))!.Translations.Single(translation => translation.Value.Length > 0).Value);
        await AssertStaysAsync();
        string written = site.Folder.Text(site.Folder.Read().Find(SyncKind.Content, files.Key("Home"))!.Path);
        Assert.DoesNotContain("\"FR\"", written, StringComparison.Ordinal);
        Assert.DoesNotContain(">EN<", written, StringComparison.Ordinal);
    }

    private async Task<JsonNode> StoreAsync(SyncFiles files, string editor, string value, string config)
    {
        site.Folder.Write("DataTypes/old.config", files.DataType("old", editor, string.Empty, config));
        files.WritePageType(files.Property("old", "old", "Nothing"));
        files.AddPage("Home", properties: SyncFiles.Value("old", value));
        SyncImportTests.AssertFine(await site.ImportAsync());
        IContent home = site.Get<IContentService>().GetById(files.Key("Home"))!;
        Assert.False(home.Edited);
        await AssertStaysAsync();
        return JsonNode.Parse((string)home.GetValue("old")!)!;
    }

    /// <summary>The import is complete, its export says the same, and so does the import of that.</summary>
    private async Task AssertStaysAsync()
    {
        SyncReport second = await site.ImportAsync();
        Assert.False(second.HasChanges, SyncImportTests.Text(second));
        SyncImportTests.AssertFine(await site.ExportAsync());
        second = await site.ImportAsync();
        Assert.False(second.HasChanges || second.HasFindings, SyncImportTests.Text(second));
        second = await site.ExportAsync();
        Assert.False(second.HasChanges, SyncImportTests.Text(second));
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncOlderFoldersTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncOlderFoldersTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
