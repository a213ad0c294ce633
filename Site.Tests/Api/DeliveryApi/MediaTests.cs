using System.Net;
using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The media routes (specs/content-delivery-api-v2.md sections 3.6, 7 and 12; specs/delivery-cases.md 92 to 97).</summary>
public abstract class MediaTests(ReferencesSite site) : IAsyncLifetime
{
    private static readonly string[] _members =
    [
        "path", "createDate", "updateDate", "focalPoint", "crops", "id", "name", "mediaType", "url", "extension", "width", "height", "bytes", "properties",
    ];

    private IMedia _folder = null!;
    private IMedia _small = null!;
    private IMedia _big = null!;
    private IMedia _report = null!;

    public Task InitializeAsync()
    {
        string name = "A Folder " + Guid.NewGuid().ToString("N");
        _folder = site.SaveMedia("Folder", name);
        _small = site.SaveImage("Small Size", _folder.Id);
        _big = site.SaveImage("Big SIZE", _folder.Id, ("caption", "Big"));
        _report = site.SaveMedia("Folder", "A report of any size", _folder.Id);
        return Task.CompletedTask;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Case_92_the_root_lists_its_items()
    {
        JsonElement page = await QueryAsync("fetch=children:/&take=1000");

        Assert.Equal(["total", "items"], page.EnumerateObject().Select(x => x.Name));
        Assert.Contains(_folder.Name, Names(page));
        Assert.DoesNotContain("Small Size", Names(page));
        Assert.Equal(page.GetProperty("total").GetInt32(), page.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Ten_items_come_without_take()
    {
        for (int i = 0; i < 12; i++)
        {
            site.SaveMedia("Folder", $"Item {i}", _report.Id);
        }

        JsonElement page = await QueryAsync($"fetch=children:{_report.Key}");

        Assert.Equal((12, 10), (page.GetProperty("total").GetInt32(), page.GetProperty("items").GetArrayLength()));
        Assert.Equal(["Item 5", "Item 6"], Names(await QueryAsync($"fetch=children:{_report.Key}&skip=5&take=2")));
        Assert.Empty(Names(await QueryAsync($"fetch=children:{_report.Key}&take=0")));
    }

    [Theory]
    [InlineData("skip=-1")]
    [InlineData("take=-1")]
    [InlineData("take=1001")]
    public async Task Numbers_out_of_range_are_a_validation_problem(string query)
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{DeliverySite.Media}?fetch=children:/&{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{query[..4]}\":[\"The value must", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("children:/{path}/")]
    [InlineData("children:{path}")]
    [InlineData("CHILDREN:{path}")]
    [InlineData("children:{PATH}")]
    [InlineData("children:{key}")]
    public async Task A_folder_is_named_by_its_path_or_its_key(string fetch) =>
        Assert.Equal(["Small Size", "Big SIZE", "A report of any size"], Names(await QueryAsync("fetch=" + Fill(fetch))));

    [Theory]
    [InlineData("children:")]
    [InlineData("children:/nowhere/")]
    [InlineData("children:00000000-0000-0000-0000-000000000001")]
    public async Task The_children_of_nothing_are_none(string fetch) =>
        Assert.Equal(0, (await QueryAsync("fetch=" + fetch)).GetProperty("total").GetInt32());

    [Theory]
    [InlineData("mediaType:Image&filter=name:SIZE", "Small Size", "Big SIZE")]
    [InlineData("mediaType:Image&filter=name:big", "Big SIZE")]
    [InlineData("name:size", "Small Size", "Big SIZE", "A report of any size")]
    [InlineData("mediaType:image")]
    [InlineData("mediaType:!Image")]
    [InlineData("mediaType:Image,Folder")]
    [InlineData("mediaType:")]
    [InlineData("&filter=", "Small Size", "Big SIZE", "A report of any size")]
    public async Task Case_94_filters_keep_what_they_say(string filter, params string[] names) =>
        Assert.Equal(names, Names(await QueryAsync($"fetch=children:/{Uri.EscapeDataString(_folder.Name!)}/&filter={filter}")));

    [Theory]
    [InlineData("sort=name:asc", "A report of any size", "Big SIZE", "Small Size")]
    [InlineData("sort=name:", "Small Size", "Big SIZE", "A report of any size")]
    [InlineData("sort=name:ASC", "Small Size", "Big SIZE", "A report of any size")]
    [InlineData("sort=sortOrder:desc", "A report of any size", "Big SIZE", "Small Size")]
    [InlineData("sort=createDate:asc", "Small Size", "Big SIZE", "A report of any size")]
    [InlineData("sort=updateDate:down", "A report of any size", "Big SIZE", "Small Size")]
    [InlineData("sort=sortOrder:desc&sort=name:asc", "A report of any size", "Big SIZE", "Small Size")]
    [InlineData("sort=name:asc&sort=sortOrder:asc", "Small Size", "Big SIZE", "A report of any size")]
    public async Task The_last_sort_is_the_primary_one(string sort, params string[] names) =>
        Assert.Equal(names, Names(await QueryAsync($"fetch=children:{_folder.Key}&{sort}")));

    [Theory]
    [InlineData("", "Selector")]
    [InlineData("fetch=", "Selector")]
    [InlineData("fetch=descendants:/", "Selector")]
    [InlineData("fetch=ancestors:/", "Selector")]
    [InlineData("fetch=children&filter=no&sort=no", "Selector")]
    [InlineData("fetch=children:/&filter=mediaType", "Filter")]
    [InlineData("fetch=children:/&filter=MediaType:Image", "Filter")]
    [InlineData("fetch=children:/&filter=name:a:b", "Filter")]
    [InlineData("fetch=children:/&filter=no:a&sort=no", "Filter")]
    [InlineData("fetch=children:/&sort=name", "Sort")]
    [InlineData("fetch=children:/&sort=Name:asc", "Sort")]
    [InlineData("fetch=children:/&sort=level:asc", "Sort")]
    public async Task An_option_that_does_not_exist_is_a_400(string query, string option)
    {
        JsonElement problem = await site.JsonAsync($"{DeliverySite.Media}?{query}", HttpStatusCode.BadRequest);

        Assert.Equal(["type", "title", "status", "detail"], problem.EnumerateObject().Select(x => x.Name));
        Assert.Equal(("Error", option + " option not found"), (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString()));
    }

    [Theory]
    [InlineData("item/{key}")]
    [InlineData("item/{path}/big%20size")]
    [InlineData("item/{path}/BIG%20SIZE/")]
    [InlineData("item//{path}/Big%20SIZE")]
    [InlineData("item/%2F{path}%2FBig+SIZE%2F")]
    public async Task An_item_answers_to_its_key_and_its_names(string path)
    {
        JsonElement item = await site.JsonAsync($"{DeliverySite.Media}/{path.Replace("{key}", _big.Key.ToString("N"), StringComparison.Ordinal).Replace("{path}", Uri.EscapeDataString(_folder.Name!).Replace("%20", path.Contains("%2F", StringComparison.Ordinal) ? "+" : "%20", StringComparison.Ordinal), StringComparison.Ordinal)}");

        Assert.Equal(_members, item.EnumerateObject().Select(x => x.Name));
        Assert.Equal($"/{_folder.Name!.ToLowerInvariant()}/big size/", item.GetProperty("path").GetString());
        Assert.EndsWith("Z", item.GetProperty("createDate").GetString(), StringComparison.Ordinal);
        Assert.Equal("""{"left":0.25,"top":0.75}""", item.GetProperty("focalPoint").GetRawText());
        Assert.Equal("[]", item.GetProperty("crops").GetRawText());
        Assert.Equal((_big.Key, "Big SIZE", "Image"), (item.GetProperty("id").GetGuid(), item.GetProperty("name").GetString(), item.GetProperty("mediaType").GetString()));
        Assert.Matches("^/media/[0-9a-f]{32}/big-size.png$", item.GetProperty("url").GetString());
        Assert.Equal(("png", 1, 1), (item.GetProperty("extension").GetString(), item.GetProperty("width").GetInt32(), item.GetProperty("height").GetInt32()));
        Assert.True(item.GetProperty("bytes").GetInt32() > 0);
        Assert.Equal("""{"caption":"Big"}""", item.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task A_folder_has_neither_crops_nor_file()
    {
        JsonElement item = await site.JsonAsync($"{DeliverySite.Media}/item/{_folder.Key}");

        Assert.All(["focalPoint", "crops", "extension", "width", "height", "bytes"], x => Assert.Equal(JsonValueKind.Null, item.GetProperty(x).ValueKind));
        Assert.Equal("{}", item.GetProperty("properties").GetRawText());
    }

    [Fact]
    public async Task Fields_limit_the_items_own_properties() =>
        Assert.Equal("{}", (await site.JsonAsync($"{DeliverySite.Media}/item/{_big.Key}?fields=properties[title]")).GetProperty("properties").GetRawText());

    [Theory]
    [InlineData("item/nowhere", HttpStatusCode.NotFound)]
    [InlineData("item/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound)]
    [InlineData("item/x.php", HttpStatusCode.NotFound)]
    [InlineData("item", HttpStatusCode.BadRequest)]
    [InlineData("item/", HttpStatusCode.BadRequest)]
    [InlineData("items?id=abc", HttpStatusCode.BadRequest)]
    [InlineData("?fetch=children:/&take=abc", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_answered_is_a_problem(string path, HttpStatusCode status)
    {
        JsonElement problem = await site.JsonAsync(path[0] == '?' ? DeliverySite.Media + path : $"{DeliverySite.Media}/{path}", status);

        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.True(problem.TryGetProperty("traceId", out _));
    }

    [Fact]
    public async Task Several_keys_give_their_items_once_in_the_order_asked_for()
    {
        JsonElement items = await site.JsonAsync($"{DeliverySite.Media}/items?id={_big.Key}&id={_small.Key}&id={_big.Key}&id={Guid.NewGuid()}");

        Assert.Equal([_big.Key, _small.Key], items.EnumerateArray().Select(x => x.GetProperty("id").GetGuid()));
        Assert.Empty((await site.JsonAsync($"{DeliverySite.Media}/items")).EnumerateArray());
    }

    [Fact]
    public async Task What_is_in_the_recycle_bin_is_nowhere()
    {
        IMedia inside = site.SaveImage("Inside", _report.Id);
        IContent story = site.Publish(site.Story, "Bin", null, ("image", ReferencesSite.Picked(inside)));
        Assert.Contains("Inside", (await site.JsonAsync($"{DeliverySite.Content}/item/{story.Key}")).ToString(), StringComparison.Ordinal);

        Assert.True(site.Get<IMediaService>().MoveToRecycleBin(site.Get<IMediaService>().GetById(_report.Key)!).Success);

        await site.JsonAsync($"{DeliverySite.Media}/item/{_report.Key}", HttpStatusCode.NotFound);
        await site.JsonAsync($"{DeliverySite.Media}/item/{inside.Key}", HttpStatusCode.NotFound);
        await site.JsonAsync($"{DeliverySite.Media}/item/{Uri.EscapeDataString(_folder.Name!)}/{Uri.EscapeDataString(_report.Name!)}", HttpStatusCode.NotFound);
        Assert.Empty((await site.JsonAsync($"{DeliverySite.Media}/items?id={inside.Key}&id={_report.Key}")).EnumerateArray());
        Assert.Equal(0, (await QueryAsync($"fetch=children:{_report.Key}")).GetProperty("total").GetInt32());
        Assert.DoesNotContain(_report.Name, Names(await QueryAsync($"fetch=children:{_folder.Key}")));
        Assert.DoesNotContain("Inside", (await site.JsonAsync($"{DeliverySite.Content}/item/{story.Key}")).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Case_96_media_may_need_the_key_while_content_does_not()
    {
        using IDisposable closed = site.With(("Umbraco:CMS:DeliveryApi:Media:PublicAccess", "false"));
        foreach (string path in Paths())
        {
            await site.JsonAsync(path, HttpStatusCode.Unauthorized);
            await site.JsonAsync(path, HttpStatusCode.Unauthorized, ("Api-Key", "wrong"));
            await site.JsonAsync(path, HttpStatusCode.OK, DeliverySite.WithKey);
        }

        await site.JsonAsync(DeliverySite.Content);
    }

    [Theory]
    [InlineData("Umbraco:CMS:DeliveryApi:Media:Enabled")]
    [InlineData("Umbraco:CMS:DeliveryApi:Enabled")]
    public async Task Case_97_media_that_is_not_enabled_is_401_whatever_the_key(string setting)
    {
        using IDisposable disabled = site.With((setting, "false"));
        foreach (string path in Paths())
        {
            await site.JsonAsync(path, HttpStatusCode.Unauthorized);
            await site.JsonAsync(path, HttpStatusCode.Unauthorized, DeliverySite.WithKey);
        }
    }

    [Fact]
    public async Task Headers_of_content_mean_nothing_to_media()
    {
        using HttpResponseMessage response = await site.SendAsync($"{DeliverySite.Media}/item/{_big.Key}", ("Preview", "true"), ("Start-Item", "nope"), ("Accept-Language", "da-DK"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(response.Headers.Vary, x => x is "Accept-Language" or "Accept-Segment" or "Preview" or "Start-Item");
        Assert.Equal("2.0", Assert.Single(response.Headers.GetValues("api-supported-versions")));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    private string Fill(string text) => text
        .Replace("{path}", Uri.EscapeDataString(_folder.Name!), StringComparison.Ordinal)
        .Replace("{PATH}", Uri.EscapeDataString(_folder.Name!.ToUpperInvariant()), StringComparison.Ordinal)
        .Replace("{key}", _folder.Key.ToString(), StringComparison.Ordinal);

    private string[] Paths() =>
    [
        $"{DeliverySite.Media}?fetch=children:/",
        $"{DeliverySite.Media}/item/{_big.Key}",
        $"{DeliverySite.Media}/item/{Uri.EscapeDataString(_folder.Name!)}",
        $"{DeliverySite.Media}/items?id={_big.Key}",
    ];

    private Task<JsonElement> QueryAsync(string query) => site.JsonAsync($"{DeliverySite.Media}?{query}");

    private static string[] Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("name").GetString()!)];
}

/// <summary><see cref="MediaTests"/> on SQLite.</summary>
[Collection(SiteFixture.Collection)]
public sealed class SqliteMediaTests(SqliteReferencesSite site) : MediaTests(site), IClassFixture<SqliteReferencesSite>;

/// <summary><see cref="MediaTests"/> on PostgreSQL.</summary>
[Collection(SiteFixture.Collection)]
public sealed class PostgresMediaTests(PostgresReferencesSite site) : MediaTests(site), IClassFixture<PostgresReferencesSite>;
