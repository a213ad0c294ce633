using System.Text.Json.Nodes;
using Site.Core.Sync;
using Site.Tests.Support;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Sync;

/// <summary>Values as uSync 9 to 16 wrote them are stored as this site stores them, and stay so.</summary>
public abstract class SyncShapesTests(SyncSiteFixture site)
{
    private const string Udi = "umb://document/c000000988884b888b88000000000009";

    private const string Key = "c0000009-8888-4b88-8b88-000000000009";

    [Theory]
    [InlineData("Umbraco.MediaPicker3", "umb://media/c000000988884b888b88000000000009", "mediaKey", Key)]
    [InlineData("Umbraco.MediaPicker3", """[{"key":"c0000009-8888-4b88-8b88-000000000001","mediaKey":"umb://media/c000000988884b888b88000000000009"}]""", "mediaKey", Key)]
    [InlineData("Umbraco.MultiUrlPicker", """[{"name":"A","unique":"c0000009-8888-4b88-8b88-000000000009","type":"document"}]""", "udi", Udi)]
    [InlineData("Umbraco.MultiUrlPicker", """[{"name":"A","target":"","udi":"umb://document/c000000988884b888b88000000000009","url":"/old/"}]""", "udi", Udi)]
    public async Task Rows_of_pickers_name_their_item_as_today(string editor, string value, string member, string expected)
    {
        string stored = await StoreAsync(editor, value);

        Assert.Equal(expected, JsonNode.Parse(stored)!.AsArray()[0]![member]!.ToString());
    }

    [Theory]
    [InlineData("Umbraco.ContentPicker", Key, Udi)]
    [InlineData("Umbraco.ContentPicker", Udi, Udi)]
    [InlineData("Umbraco.MultiNodeTreePicker", $"""["{Key}"]""", Udi)]
    [InlineData("Umbraco.DropDown.Flexible", "a, b", """["a","b"]""")]
    [InlineData("Umbraco.MultiUrlPicker", "https://example.org", "https://example.org")]
    public async Task Values_are_brought_to_todays_shape_and_others_left_alone(string editor, string value, string expected) =>
        Assert.Equal(expected, await StoreAsync(editor, value));

    [Theory]
    [InlineData("""<p><a href="/{localLink:umb://document/c000000988884b888b88000000000009}" title="x">A</a></p>""")]
    [InlineData("""{"markup":"<p><a href=\"/{localLink:umb://document/c000000988884b888b88000000000009}\" title=\"x\">A</a></p>","blocks":null}""")]
    public async Task Links_in_rich_text_go_by_key(string value)
    {
        string stored = await StoreAsync("Umbraco.RichText", value);

        Assert.Equal($$"""<p><a type="document" href="/{localLink:{{Key}}}" title="x">A</a></p>""", JsonNode.Parse(stored)!["markup"]!.ToString());
    }

    [Theory]
    [InlineData("Layout")]
    [InlineData("layout")]
    public async Task Blocks_linked_by_udi_get_keys_values_and_exposure(string layout)
    {
        SyncFiles files = new SyncFiles(site.Folder).AddSchema();
        string type = files.Key("seo").ToString();
        string value = $$"""
            {"{{layout}}":{"Umbraco.BlockList":[{"contentUdi":"umb://element/c000000988884b888b88000000000009"}]},
            "contentData":[{"contentTypeKey":"{{type}}","udi":"umb://element/c000000988884b888b88000000000009","summary":"Été"}],"settingsData":[]}
            """;

        JsonNode stored = JsonNode.Parse(await StoreAsync("Umbraco.BlockList", value, files, $$"""{ "blocks": [ { "contentElementTypeKey": "{{type}}" } ] }"""))!;

        Assert.Equal(Key, stored["layout"]!["Umbraco.BlockList"]![0]!["contentKey"]!.ToString());
        Assert.Equal(Key, stored["contentData"]![0]!["key"]!.ToString());
        JsonNode summary = stored["contentData"]![0]!["values"]![0]!;
        Assert.Equal(("summary", "fr", "Été"), (summary["alias"]!.ToString(), summary["culture"]!.ToString(), summary["value"]!.ToString()));
        Assert.Equal((Key, "fr"), (stored["expose"]![0]!["contentKey"]!.ToString(), stored["expose"]![0]!["culture"]!.ToString()));
        Assert.False(site.Get<IContentService>().GetById(files.Key("Home"))!.Edited);
    }

    private Task<string> StoreAsync(string editor, string value)
    {
        string config = editor == "Umbraco.DropDown.Flexible" ? """{ "items": ["a", "b"], "multiple": true }""" : "{}";
        return StoreAsync(editor, value, new SyncFiles(site.Folder).AddSchema(), config);
    }

    private async Task<string> StoreAsync(string editor, string value, SyncFiles files, string config)
    {
        site.Folder.Write("DataTypes/old.config", files.DataType("old", editor, string.Empty, config));
        files.WritePageType(files.Property("old", "old", "Nothing"));
        files.AddPage("Home", properties: SyncFiles.Value("old", value));
        await site.ImportAsync();
        string? stored = site.Get<IContentService>().GetById(files.Key("Home"))!.GetValue("old") as string;
        SyncReport second = await site.ImportAsync();
        Assert.False(second.HasChanges, SyncImportTests.Text(second));
        return stored!;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSyncSiteFixture site) : SyncShapesTests(site), IClassFixture<SqliteSyncSiteFixture>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSyncSiteFixture site) : SyncShapesTests(site), IClassFixture<PostgresSyncSiteFixture>;
}
