using Microsoft.Extensions.Options;
using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Sync;

/// <summary>Which item of the site a file means, and what older and hand-made files mean.</summary>
public abstract class SyncMatchingTests(SyncSiteFixture site)
{
    [Fact]
    public async Task A_type_known_by_its_alias_takes_the_key_of_the_file()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        var byHand = new ContentType(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = files.PageAlias, Name = "By hand" };
        await site.Get<IContentTypeService>().CreateAsync(byHand, Constants.Security.SuperUserKey);

        SyncImportTests.AssertFine(await site.ImportAsync());

        IContentType page = site.Get<IContentTypeService>().Get(files.PageAlias)!;
        Assert.Equal((byHand.Id, files.Key("page")), (page.Id, page.Key));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_data_type_known_by_its_name_takes_the_key_of_the_file()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        string other = files.Key("another key").ToString();
        site.Folder.Write(
            $"DataTypes/{files.Id}text.config",
            files.DataType("text", "Umbraco.TextBox", "Umb.PropertyEditorUi.TextBox", "{}").Replace(files.Key("text").ToString(), other, StringComparison.Ordinal));
        string path = Path.Combine(site.Folder.Root, "ContentTypes", files.Id + "page.config");
        string page = await System.IO.File.ReadAllTextAsync(path);
        site.Folder.Write($"ContentTypes/{files.Id}page.config", page.Replace(files.Key("text").ToString(), other, StringComparison.Ordinal));

        SyncImportTests.AssertFine(await site.ImportAsync());

        Assert.NotNull(await site.Get<IDataTypeService>().GetAsync(Guid.Parse(other)));
        Assert.Equal(Guid.Parse(other), site.Get<IContentTypeService>().Get(files.PageAlias)!.PropertyTypes.Single(property => property.Alias == "title").DataTypeKey);
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_page_made_by_hand_under_the_same_parent_and_name_is_the_page_of_the_file()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        var byHand = new Content($"Home {files.Id}", Constants.System.Root, site.Get<IContentTypeService>().Get(files.PageAlias)!);
        byHand.SetCultureName($"Home {files.Id}", "fr");
        site.Get<IContentService>().Save(byHand);
        files.AddPage("Home", properties: SyncFiles.Value("count", "5")).AddPage("Child", "Home");

        SyncImportTests.AssertFine(await site.ImportAsync());

        IContentService documents = site.Get<IContentService>();
        Assert.Equal(5, documents.GetById(byHand.Key)!.GetValue("count"));
        Assert.Equal(byHand.Id, documents.GetById(files.Key("Child"))!.ParentId);
        Assert.Null(documents.GetById(files.Key("Home")));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_property_and_a_group_keep_their_identity_when_their_aliases_change()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        int id = site.Get<IContentTypeService>().Get(files.PageAlias)!.PropertyTypes.Single(property => property.Alias == "title").Id;
        string path = Path.Combine(site.Folder.Root, "ContentTypes", files.Id + "page.config");
        string changed = (await System.IO.File.ReadAllTextAsync(path))
            .Replace("<Alias>title</Alias>", "<Alias>heading</Alias>", StringComparison.Ordinal)
            .Replace("content/facts", "content/data", StringComparison.Ordinal);
        site.Folder.Write($"ContentTypes/{files.Id}page.config", changed);

        SyncImportTests.AssertFine(await site.ImportAsync());

        IContentType page = site.Get<IContentTypeService>().Get(files.PageAlias)!;
        IPropertyType heading = page.PropertyTypes.Single(property => property.Alias == "heading");
        Assert.Equal(id, heading.Id);
        PropertyGroup group = page.PropertyGroups.Single(group => group.Alias == "content/data");
        Assert.Equal((files.Key("grouppage"), true), (group.Key, group.PropertyTypes!.Contains("heading")));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_property_moves_to_the_group_of_the_file()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        await site.ImportAsync();
        string path = Path.Combine(site.Folder.Root, "ContentTypes", files.Id + "page.config");
        string changed = (await System.IO.File.ReadAllTextAsync(path)).Replace("""<Tab Alias="content/facts">Facts</Tab>""", """<Tab Alias="content">Contenu</Tab>""", StringComparison.Ordinal);
        site.Folder.Write($"ContentTypes/{files.Id}page.config", changed);

        SyncImportTests.AssertFine(await site.ImportAsync());

        IContentType page = site.Get<IContentTypeService>().Get(files.PageAlias)!;
        Assert.Equal(["count", "title"], page.PropertyGroups.Single(group => group.Alias == "content").PropertyTypes!.Select(property => property.Alias).Order());
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task Files_of_older_versions_and_hand_made_ones_are_read()
    {
        var files = new SyncFiles(site.Folder);
        site.Folder
            .Write("DataTypes/old.config", $$"""
                <DataType Key="{{files.Key("old")}}" Alias="Old {{files.Id}}" Level="1"><Info><Name>Old {{files.Id}}</Name><EditorAlias>Umbraco.TextArea</EditorAlias><DatabaseType>Ntext</DatabaseType>
                <Folder Key="{{files.Key("folder")}}">Old+{{files.Id}}</Folder></Info><Config><![CDATA[{"MaxChars": 7}]]></Config></DataType>
                """, byteOrderMark: false)
            .Write("ContentTypes/old.config", $"""
                <ContentType Key="{files.Key("oldType")}" Alias="old{files.Id}" Level="1"><Info><Name>Old {files.Id}</Name><Icon>icon-document</Icon><AllowAtRoot>true</AllowAtRoot><IsListView>False</IsListView></Info>
                <Structure><ContentType Key="{files.Key("oldType")}">old{files.Id}</ContentType></Structure>
                <GenericProperties><GenericProperty><Name>Text</Name><Alias>text</Alias><Definition>{files.Key("old")}</Definition><Tab>Content</Tab></GenericProperty></GenericProperties><Tabs /></ContentType>
                """, byteOrderMark: false)
            .Write("Content/old.config", $"""
                <Content Key="{files.Key("oldPage")}" Alias="Old" Level="1"><Info><ContentType>old{files.Id}</ContentType><NodeName Default="Old {files.Id}" /></Info>
                <Properties><text><Value Culture="fr">Bonjour</Value></text></Properties></Content>
                """, byteOrderMark: false);

        SyncImportTests.AssertFine(await site.ImportAsync());

        IDataType dataType = (await site.Get<IDataTypeService>().GetAsync(files.Key("old")))!;
        Assert.Equal(("Umb.PropertyEditorUi.TextArea", "7"), (dataType.EditorUiAlias, dataType.ConfigurationData["maxChars"].ToString()));
        Assert.Equal("Bonjour", site.Get<IContentService>().GetById(files.Key("oldPage"))!.GetValue("text"));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_missing_parent_fails_when_the_settings_say_so()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home").AddPage("Lost", "Nowhere");
        SyncReport report = await WithAsync(options => options.FailOnMissingParent = true, options => options.FailOnMissingParent = false);

        SyncItemResult line = Assert.Single(report.Items, item => item.IsFinding);
        Assert.Equal(("Content/Lost.config", SyncChange.Fail), (line.File, line.Change));
        Assert.StartsWith("Info/Parent: there is no parent 'Nowhere'", line.Message, StringComparison.Ordinal);
        Assert.Null(site.Get<IContentService>().GetById(files.Key("Lost")));
    }

    [Fact]
    public async Task A_duplicate_key_stops_the_import_when_the_settings_say_so()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        site.Folder.Write("Content/z.config", files.Page("Home"));
        SyncReport report = await WithAsync(options => options.FailOnDuplicates = true, options => options.FailOnDuplicates = false);

        Assert.Equal("Content/z.config", Assert.Single(report.Items).File);
        Assert.Null(site.Get<IContentService>().GetById(files.Key("Home")));
    }

    private async Task<SyncReport> WithAsync(Action<SyncOptions> set, Action<SyncOptions> reset)
    {
        SyncOptions options = site.Get<IOptionsMonitor<SyncOptions>>().CurrentValue;
        set(options);
        try
        {
            return await site.ImportAsync();
        }
        finally
        {
            reset(options);
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncMatchingTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncMatchingTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
