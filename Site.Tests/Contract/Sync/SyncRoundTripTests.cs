using Site.Core.Sync;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Site.Tests.Support;
using Site.Tests.Unit.Sync;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>What one site exports, another one imports and exports again, byte for byte, whatever the kind.</summary>
public abstract class SyncRoundTripTests(Engine engine)
{
    [Fact]
    public async Task An_export_goes_through_another_site_unchanged()
    {
        using var folder = new TestFolder();
        var first = new TravellingFixture(engine, folder);
        await first.InitializeAsync();
        try
        {
            await FillAsync(first, folder);
            Assert.False((await first.Get<SyncExporter>().ExportAsync()).HasChanges);
        }
        finally
        {
            await first.DisposeAsync();
        }

        SyncFolder exported = folder.Read();
        Assert.All(SyncKinds.All, kind => Assert.True(exported.Of(kind).Any(file => file.Header.Marker is null), $"{kind} is missing from the test."));
        var second = new TravellingFixture(engine, folder);
        await second.InitializeAsync();
        try
        {
            SyncReport import = await second.Get<SyncImporter>().ImportAsync();
            Assert.False(import.HasFindings, SyncImportTests.Text(import));
            SyncReport export = await second.Get<SyncExporter>().ExportAsync();
            Assert.False(export.HasChanges || export.HasFindings, SyncImportTests.Text(export));
            import = await second.Get<SyncImporter>().ImportAsync();
            Assert.False(import.HasChanges || import.HasFindings, SyncImportTests.Text(import));
        }
        finally
        {
            await second.DisposeAsync();
        }
    }

    private static async Task FillAsync(TravellingFixture site, TestFolder folder)
    {
        SyncFiles files = new SyncFiles(folder).AddSchema();
        files.AddPage("Home", sortOrder: 2, properties: SyncFiles.Value("title", "Un <b>&]]]]><![CDATA[></b>\n é", "fr") + SyncFiles.Value("summary", "[ 1,  2 ]", "fr") + SyncFiles.Value("count", "7"))
            .AddPage("Child", "Home", 5, SyncFiles.FrenchPublished, info: """<Schedule><ContentSchedule><Culture>en</Culture><Action>Release</Action><Date>2999-01-01T08:00:00</Date></ContentSchedule></Schedule>""")
            .AddPage("Draft", "Home", 6, SyncFiles.NonePublished).AddPage("Binned", "Home", 7).AddPage("BinnedChild", "Binned");
        folder.Write("Templates/child.config", $"""<Template Key="{files.Key("childTemplate")}" Alias="child{files.Id}" Level="1"><Name>Child {files.Id}</Name><Parent></Parent></Template>""")
            .Write("Dictionary/a.config", $"""<Dictionary Key="{files.Key("word")}" Alias="A.{files.Id}" Level="0"><Info /><Translations><Translation Language="fr">Mot {Environment.NewLine}à la ligne</Translation></Translations></Dictionary>""")
            .Write("Dictionary/b.config", $"""<Dictionary Key="{files.Key("child word")}" Alias="A-{files.Id}" Level="1"><Info><Parent>A.{files.Id}</Parent></Info><Translations><Translation Language="en">Word</Translation></Translations></Dictionary>""")
            .Write("Blueprints/a.config", files.Page("Model").Replace("</Info>", "<IsBlueprint>true</IsBlueprint></Info>", StringComparison.Ordinal))
            .Write("RelationTypes/a.config", $"""<RelationType Key="{files.Key("relation")}" Alias="relation{files.Id}" Level="0"><Info><Name>Relation {files.Id}</Name><ParentType>{Constants.ObjectTypes.Document}</ParentType><ChildType></ChildType><Bidirectional>true</Bidirectional></Info></RelationType>""")
            .Write("Webhooks/a.config", $"""<Webhook Key="{files.Key("webhook")}" Alias="Mirror" Level="0"><Name>Mirror</Name><Url>https://example.org/{files.Id}</Url><Enabled>false</Enabled><Events><Event>Umbraco.ContentPublish</Event></Events><Headers><Header Key="X-A">b</Header></Headers></Webhook>""")
            .Write("Domains/a.config", $"""<Domain Alias="https://{files.Id}.example/"><Info><IsWildcard>false</IsWildcard><Language>fr</Language><Root Key="{files.Key("Home")}">/Home</Root><SortOrder>0</SortOrder></Info></Domain>""")
            .Write("Domains/b.config", $"""<Domain Alias="*1"><Info><IsWildcard>true</IsWildcard><Language>en</Language><Root Key="{files.Key("Child")}">/Home/Child</Root></Info></Domain>""");
        AddMedia(files, folder);
        SyncImportTests.AssertFine(await site.Get<SyncImporter>().ImportAsync());
        IContentService documents = site.Get<IContentService>();
        IContent draft = documents.GetById(files.Key("Home"))!;
        draft.SetValue("title", "Brouillon", "fr");
        documents.Save(draft);
        documents.MoveToRecycleBin(documents.GetById(files.Key("Binned"))!);

        // Only the draft travels: what is published where it is imported is that.
        documents.Publish(documents.GetById(files.Key("Home"))!, ["fr", "en"]);
        folder.Clear();
        SyncImportTests.AssertFine(await site.Get<SyncExporter>().ExportAsync());
    }

    private static void AddMedia(SyncFiles files, TestFolder folder)
    {
        folder.Write($"DataTypes/{files.Id}upload.config", files.DataType("upload", "Umbraco.UploadField", "Umb.PropertyEditorUi.UploadField", """{ "fileExtensions": ["pdf"] }"""))
            .Write($"MediaTypes/{files.Id}.config", $"""
                <MediaType Key="{files.Key("mediaType")}" Alias="report{files.Id}" Level="1"><Info><Name>Report {files.Id}</Name><Icon>icon-document</Icon><AllowAtRoot>True</AllowAtRoot></Info>
                <GenericProperties>{files.Property("umbracoFile", "upload", "Nothing")}</GenericProperties></MediaType>
                """)
            .Write("Media/a.config", $"""
                <Media Key="{files.Key("media")}" Alias="Rapport – été" Level="1"><Info><ContentType>report{files.Id}</ContentType><CreateDate>2026-01-15T09:00:00</CreateDate><NodeName Default="Rapport – été" /></Info>
                <Properties><umbracoFile><Value>/media/{files.Id}/été.pdf</Value></umbracoFile></Properties></Media>
                """)
            .Write($"Media/files/{files.Id}/été.pdf", [1, 2, 3]);
    }

    /// <summary>A site of its own that reads and writes the test's folder.</summary>
    private sealed class TravellingFixture(Engine engine, TestFolder folder) : SiteFixture(engine)
    {
        /// <inheritdoc />
        protected override void Configure(IDictionary<string, string?> settings)
        {
            settings["uSync:Settings:RootFolder"] = folder.Root;
            settings["uSync:Sets:Default:Handlers:ContentHandler:Settings:ImportTrashed"] = "true";
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite() : SyncRoundTripTests(Engine.Sqlite);

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres() : SyncRoundTripTests(Engine.Postgres);
}
