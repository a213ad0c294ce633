using System.Xml.Linq;
using Site.Core.Sync;
using Site.Core.Sync.Files;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Tests.Contract.Sync;

/// <summary>What is deleted or renamed leaves a marker, whatever its kind, and no marker touches what is there.</summary>
public abstract class SyncMarkersTests(SyncSiteFixture site)
{
    private static readonly Guid _user = Constants.Security.SuperUserKey;

    [Fact]
    public async Task What_is_deleted_leaves_a_marker_whatever_its_kind()
    {
        SyncFiles files = await FillAsync();

        await DeleteAllAsync(files);
        SyncReport report = await site.ExportAsync();

        SyncFolder folder = site.Folder.Read();
        Assert.Empty(folder.Problems);
        foreach ((SyncKind kind, Guid key) in Items(files))
        {
            Assert.True(folder.Of(kind).Any(file => file.Key == key && file.Header.Marker == SyncMarker.Delete), $"{kind} has no marker.");
            Assert.Null(folder.Find(kind, key));
        }

        Assert.Equal(Items(files).Count, report.Items.Count(item => item.Change == SyncChange.Delete));
        Assert.False((await site.ExportAsync()).HasChanges);
        SyncReport import = await site.ImportAsync();
        Assert.False(import.HasChanges || import.HasFindings, SyncImportTests.Text(import));
    }

    [Fact]
    public async Task Markers_of_every_kind_delete_on_import()
    {
        SyncFiles files = await FillAsync();
        SyncFolder folder = site.Folder.Read();
        foreach ((SyncKind kind, Guid key) in Items(files))
        {
            SyncFile file = folder.Find(kind, key)!;
            site.Folder.Write(file.Path, $"""<Empty Key="{key}" Alias="{file.Alias}" Change="Delete" />""");
        }

        SyncReport report = await site.ImportAsync();

        SyncImportTests.AssertFine(report);
        Assert.Equal(Items(files).Count, report.Items.Count(item => item.Change == SyncChange.Delete));
        Assert.False((await site.ImportAsync()).HasChanges);
        Assert.Null(site.Get<IContentTypeService>().Get(files.Key("page")));
    }

    [Fact]
    public async Task What_is_renamed_leaves_a_marker_whatever_its_kind()
    {
        SyncFiles files = await FillAsync();
        Dictionary<SyncKind, string> before = Paths(files, SyncKind.DataType, SyncKind.Dictionary, SyncKind.ContentType, SyncKind.Template, SyncKind.RelationType);
        IDataType dataType = (await site.Get<IDataTypeService>().GetAsync(files.Key("text")))!;
        dataType.Name = $"renamed {files.Id}";
        Assert.True((await site.Get<IDataTypeService>().UpdateAsync(dataType, _user)).Success);
        IDictionaryItem word = (await site.Get<IDictionaryItemService>().GetAsync(files.Key("word")))!;
        word.ItemKey = $"Renamed{files.Id}";
        Assert.True((await site.Get<IDictionaryItemService>().UpdateAsync(word, _user)).Success);
        IContentType type = site.Get<IContentTypeService>().Get(files.Key("page"))!;
        type.Alias = $"renamed{files.Id}";
        Assert.True((await site.Get<IContentTypeService>().UpdateAsync(type, _user)).Success);
        ITemplate template = (await site.Get<ITemplateService>().GetAsync(files.Key("template")))!;
        template.Alias = $"renamed{files.Id}";
        Assert.True((await site.Get<ITemplateService>().UpdateAsync(template, _user)).Success);
        IRelationType relation = site.Get<IRelationService>().GetRelationTypeById(files.Key("relation"))!;
        relation.Alias = $"renamed{files.Id}";
        site.Get<IRelationService>().Save(relation);

        SyncImportTests.AssertFine(await site.ExportAsync());

        Assert.All(before, old => Assert.Equal((old.Key, "Rename"), (old.Key, XElement.Parse(site.Folder.Text(old.Value)).Attribute("Change")?.Value)));
        SyncReport import = await site.ImportAsync();
        Assert.False(import.HasChanges || import.HasFindings, SyncImportTests.Text(import));
        Assert.False((await site.ExportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_type_made_anew_under_the_alias_of_a_deleted_one_is_not_deleted_by_its_marker()
    {
        var files = new SyncFiles(site.Folder);
        IContentTypeService types = site.Get<IContentTypeService>();
        ContentType New() => new(site.Get<IShortStringHelper>(), Constants.System.Root) { Alias = $"anew{files.Id}", Name = "Anew" };
        ContentType first = New();
        await types.CreateAsync(first, _user);
        await site.ExportAsync();
        await types.DeleteAsync(first.Key, _user);
        await site.ExportAsync();
        string path = $"ContentTypes/anew{files.Id}.config";
        string marker = site.Folder.Text(path);
        ContentType second = New();
        await types.CreateAsync(second, _user);

        site.Folder.Write(path, marker).Write("ContentTypes/other.config", $"""
            <ContentType Key="{second.Key}" Alias="{second.Alias}" Level="1"><Info><Name>Anew</Name></Info></ContentType>
            """);
        await site.ImportAsync();
        Assert.NotNull(types.Get(second.Key));

        site.Folder.Delete("ContentTypes/other.config");
        await site.ExportAsync();
        Assert.Equal(second.Key, site.Folder.Read().Find(SyncKind.ContentType, second.Key)!.Key);
        Assert.Equal([Path.GetFileName(path)], site.Folder.Files("ContentTypes").Where(name => name.Contains(files.Id, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_item_known_by_its_alias_keeps_the_file_that_it_came_from()
    {
        var files = new SyncFiles(site.Folder);
        var word = new DictionaryItem($"Word{files.Id}");
        await site.Get<IDictionaryItemService>().CreateAsync(word, _user);
        string path = $"Dictionary/word{files.Id}.config";
        site.Folder.Write(path, $"""<Dictionary Key="{files.Key("other")}" Alias="Word{files.Id}" Level="0"><Info /><Translations /></Dictionary>""");
        await site.ImportAsync();

        await site.ExportAsync();

        Assert.Contains(word.Key.ToString(), site.Folder.Text(path), StringComparison.Ordinal);
        Assert.Equal([Path.GetFileName(path)], site.Folder.Files("Dictionary").Where(name => name.Contains(files.Id, StringComparison.Ordinal)));
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task Two_items_that_swap_their_names_keep_a_file_each()
    {
        var files = new SyncFiles(site.Folder);
        IDictionaryItemService dictionary = site.Get<IDictionaryItemService>();
        DictionaryItem[] words = [new($"A{files.Id}"), new($"B{files.Id}")];
        foreach (DictionaryItem word in words)
        {
            await dictionary.CreateAsync(word, _user);
        }

        await site.ExportAsync();
        foreach ((DictionaryItem word, string name) in new[] { (words[0], "C"), (words[1], "A"), (words[0], "B") })
        {
            IDictionaryItem live = (await dictionary.GetAsync(word.Key))!;
            live.ItemKey = name + files.Id;
            Assert.True((await dictionary.UpdateAsync(live, _user)).Success);
        }

        await site.ExportAsync();

        SyncFolder folder = site.Folder.Read();
        Assert.Equal($"A{files.Id}", folder.Find(SyncKind.Dictionary, words[1].Key)!.Alias);
        Assert.Equal($"B{files.Id}", folder.Find(SyncKind.Dictionary, words[0].Key)!.Alias);
        Assert.False((await site.ImportAsync()).HasChanges);
    }

    [Fact]
    public async Task A_marker_of_another_sites_wildcard_deletes_no_domain()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        site.Folder.Write("Domains/any.config", $"""
            <Domain Alias="*99999"><Info><IsWildcard>true</IsWildcard><Language>en</Language><Root Key="{files.Key("Home")}">/Home</Root></Info></Domain>
            """);
        await site.ImportAsync();
        IDomain live = Assert.Single(await site.Get<IDomainService>().GetAssignedDomainsAsync(files.Key("Home"), includeWildcards: true));
        site.Folder.Write("Domains/any.config", $"""<Empty Key="{Guid.NewGuid()}" Alias="{live.DomainName}" Change="Delete" />""");

        Assert.False((await site.ImportAsync()).HasChanges);

        Assert.Single(await site.Get<IDomainService>().GetAssignedDomainsAsync(files.Key("Home"), includeWildcards: true));
    }

    /// <summary>A site and a folder with an item of each kind that has keys of its own, exported.</summary>
    private async Task<SyncFiles> FillAsync()
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema().AddPage("Home");
        site.Folder.Write("Dictionary/a.config", $"""<Dictionary Key="{files.Key("word")}" Alias="Word{files.Id}" Level="0"><Info /><Translations><Translation Language="fr">Mot</Translation></Translations></Dictionary>""")
            .Write("MediaTypes/a.config", $"""<MediaType Key="{files.Key("mediaType")}" Alias="report{files.Id}" Level="1"><Info><Name>Report {files.Id}</Name><AllowAtRoot>true</AllowAtRoot></Info></MediaType>""")
            .Write("Media/a.config", $"""<Media Key="{files.Key("media")}" Alias="Report {files.Id}" Level="1"><Info><ContentType>report{files.Id}</ContentType><NodeName Default="Report {files.Id}" /></Info><Properties /></Media>""")
            .Write("Blueprints/a.config", files.Page("Model").Replace("</Info>", "<IsBlueprint>true</IsBlueprint></Info>", StringComparison.Ordinal))
            .Write("RelationTypes/a.config", $"""<RelationType Key="{files.Key("relation")}" Alias="relation{files.Id}" Level="0"><Info><Name>Relation {files.Id}</Name><Bidirectional>false</Bidirectional></Info></RelationType>""");
        SyncImportTests.AssertFine(await site.ImportAsync());
        SyncImportTests.AssertFine(await site.ExportAsync());
        return files;
    }

    private static List<(SyncKind Kind, Guid Key)> Items(SyncFiles files) =>
    [
        (SyncKind.Dictionary, files.Key("word")), (SyncKind.DataType, files.Key("number")), (SyncKind.Template, files.Key("template")), (SyncKind.ContentType, files.Key("page")),
        (SyncKind.MediaType, files.Key("mediaType")), (SyncKind.Media, files.Key("media")), (SyncKind.Content, files.Key("Home")), (SyncKind.Blueprint, files.Key("Model")),
        (SyncKind.RelationType, files.Key("relation")),
    ];

    private async Task DeleteAllAsync(SyncFiles files)
    {
        IContentService documents = site.Get<IContentService>();
        documents.Delete(documents.GetById(files.Key("Home"))!);
        documents.DeleteBlueprint(documents.GetBlueprintById(files.Key("Model"))!);
        site.Get<IMediaService>().Delete(site.Get<IMediaService>().GetById(files.Key("media"))!);
        await site.Get<IDictionaryItemService>().DeleteAsync(files.Key("word"), _user);
        await site.Get<IContentTypeService>().DeleteAsync(files.Key("page"), _user);
        await site.Get<IMediaTypeService>().DeleteAsync(files.Key("mediaType"), _user);
        await site.Get<IDataTypeService>().DeleteAsync(files.Key("number"), _user);
        await site.Get<ITemplateService>().DeleteAsync(files.Key("template"), _user);
        site.Get<IRelationService>().Delete(site.Get<IRelationService>().GetRelationTypeById(files.Key("relation"))!);
    }

    private Dictionary<SyncKind, string> Paths(SyncFiles files, params SyncKind[] kinds)
    {
        SyncFolder folder = site.Folder.Read();
        return Items(files).Select(item => item.Kind == SyncKind.DataType ? (item.Kind, Key: files.Key("text")) : item).Where(item => kinds.Contains(item.Kind))
            .ToDictionary(item => item.Kind, item => folder.Find(item.Kind, item.Key)!.Path);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncMarkersTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncMarkersTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
