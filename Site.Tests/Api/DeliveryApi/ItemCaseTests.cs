using System.Net;
using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The cases of specs/delivery-cases.md about single items, routes, cultures and previews, by their numbers.</summary>
public abstract class ItemCaseTests(DeliverySite site)
{
    private const string Item = DeliverySite.Content + "/item/";

    private static readonly (string Name, string Value) _preview = ("Preview", "true");

    [Fact]
    public async Task Case_001_members_come_in_the_order_of_the_contract()
    {
        JsonElement item = await site.JsonAsync(Item + DeliverySite.Key("Root 1/Child 1"));

        Assert.Equal(
            ["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"],
            item.EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task Case_002_an_unknown_key_is_not_found() =>
        Assert.Equal("Not Found", (await site.JsonAsync(Item + Guid.NewGuid(), HttpStatusCode.NotFound)).GetProperty("title").GetString());

    [Theory]
    [InlineData("", "", "Root 1")]
    [InlineData("/", "", "Root 1")]
    [InlineData("/child-2", "", "Root 1/Child 2")]
    [InlineData("/child-1/grandchild-3/", "", "Root 1/Child 1/Grandchild 3")]
    [InlineData("/%2Fchild-1%2Fgrandchild-3%2F", "", "Root 1/Child 1/Grandchild 3")]
    [InlineData("//child-1/grandchild-3", "", "Root 1/Child 1/Grandchild 3")]
    [InlineData("/root-2", "", "Root 2")]
    [InlineData("/", "root-3", "Root 3")]
    [InlineData("/", "/ROOT-3/", "Root 3")]
    [InlineData("/root-2", "root-2", "Root 2")]
    [InlineData("/child-1", "root-2", "Root 2/Child 1")]
    public async Task Cases_003_to_009_a_path_finds_the_item(string path, string startItem, string expected)
    {
        JsonElement item = await site.JsonAsync(DeliverySite.Content + "/item" + path, startItem.Length == 0 ? [] : [("Start-Item", startItem)]);

        Assert.Equal(DeliverySite.Key(expected), item.GetProperty("id").GetGuid());
    }

    [Theory]
    [InlineData("")]
    [InlineData("/item/root-1")]
    [InlineData("/items")]
    public async Task Case_011_an_unknown_start_item_is_a_404_with_a_sentence(string path)
    {
        using HttpResponseMessage response = await site.SendAsync(DeliverySite.Content + path, ("Start-Item", "nope"));

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("\"The Start-Item could not be found\"", await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("no-such-child/x")]
    [InlineData("child-1/x.php")]
    [InlineData("Child-1/GRANDCHILD-9")]
    public async Task Case_012_an_unknown_path_is_not_found(string path) =>
        Assert.Equal(404, (await site.JsonAsync(Item + path, HttpStatusCode.NotFound)).GetProperty("status").GetInt32());

    [Fact]
    public async Task Case_015_a_domain_leads_to_its_root()
    {
        await AssignDomainsAsync(DeliverySite.Key("Root 2"), new DomainModel { DomainName = "some.host", IsoCode = "en-US" });
        try
        {
            JsonElement item = await site.JsonAsync(Item, ("Host", "some.host"));

            Assert.Equal(DeliverySite.Key("Root 2"), item.GetProperty("id").GetGuid());
        }
        finally
        {
            await AssignDomainsAsync(DeliverySite.Key("Root 2"));
        }
    }

    [Theory]
    [InlineData("Root 1", "/", "root-1")]
    [InlineData("Root 1/Child 1/Grandchild 1", "/child-1/grandchild-1/", "root-1")]
    public async Task Cases_017_and_018_a_route_has_a_path_below_its_start_item(string name, string path, string startItem)
    {
        JsonElement route = (await site.JsonAsync(Item + DeliverySite.Key(name))).GetProperty("route");

        Assert.Equal(["path", "queryString", "startItem"], route.EnumerateObject().Select(x => x.Name));
        Assert.Equal(path, route.GetProperty("path").GetString());
        Assert.Equal(startItem, route.GetProperty("startItem").GetProperty("path").GetString());
        Assert.Equal(DeliverySite.Key("Root 1"), route.GetProperty("startItem").GetProperty("id").GetGuid());
    }

    [Fact]
    public async Task Case_020_what_is_below_an_unpublished_item_is_not_there()
    {
        IContent parent = site.Publish(site.Page, "Case 20");
        IContent child = site.Publish(site.Page, "Below case 20", parent);
        Assert.True(site.Contents.Unpublish(parent).Success);

        await site.JsonAsync(Item + child.Key, HttpStatusCode.NotFound);
        JsonElement found = await site.JsonAsync($"{DeliverySite.Content}?filter=name:case 20");
        JsonElement items = await site.JsonAsync($"{DeliverySite.Content}/items?id={child.Key}&id={parent.Key}");
        Assert.Equal(0, found.GetProperty("total").GetInt32());
        Assert.Equal(0, items.GetArrayLength());
    }

    [Theory]
    [InlineData("", false)]
    [InlineData("en-US", false)]
    [InlineData("da-DK", true)]
    [InlineData("DA-dk", true)]
    [InlineData("da-DK,da;q=0.9", false)]
    public async Task Cases_021_and_022_a_header_gives_the_culture(string language, bool danish)
    {
        string name = $"Case 21 {Guid.NewGuid():N}";
        IContent document = PublishVariant(name);

        JsonElement item = await site.JsonAsync(Item + document.Key, language.Length == 0 ? [] : [("Accept-Language", language)]);

        Assert.Equal(danish ? name + " da" : name, item.GetProperty("name").GetString());
        Assert.Equal(danish ? "Titel" : "Title", item.Property("title").GetString());
        Assert.Equal($"/{name.Replace(' ', '-')}{(danish ? "-da" : string.Empty)}/", item.GetProperty("route").GetProperty("path").GetString(), ignoreCase: true);
    }

    [Fact]
    public async Task Case_022_the_date_of_the_last_change_is_that_of_the_culture()
    {
        IContent document = PublishVariant("Case 22");
        document.SetValue("title", "Rettet", "da-DK");
        site.Save(document);
        site.Publish(document, "da-DK");

        DateTime english = (await site.JsonAsync(Item + document.Key)).GetProperty("updateDate").GetDateTime();
        DateTime danish = (await site.JsonAsync(Item + document.Key, ("Accept-Language", "da-DK"))).GetProperty("updateDate").GetDateTime();

        Assert.True(danish > english, $"{danish:O} is not after {english:O}");
    }

    [Theory]
    [InlineData("xx-YY")]
    [InlineData("_")]
    [InlineData("-")]
    [InlineData("abcdefghijklmnopqrstuvwxyz0123456789")]
    public async Task Cases_021_and_022_a_culture_that_the_site_does_not_have_is_no_error(string language)
    {
        IContent document = PublishVariant("Case 21 unknown");

        await site.JsonAsync(Item + document.Key, HttpStatusCode.NotFound, ("Accept-Language", language));
        await site.JsonAsync(Item + "child-1/grandchild-1", await StatusAsync(Item + "child-1/grandchild-1", ("Accept-Language", language)), ("Accept-Language", language));
        await site.JsonAsync(DeliverySite.Content + "?fetch=children:/", HttpStatusCode.OK, ("Accept-Language", language));
    }

    [Fact]
    public async Task Case_025_the_domain_of_a_culture_gives_the_culture()
    {
        IContent document = PublishVariant("Case 25");
        await AssignDomainsAsync(document.Key, new DomainModel { DomainName = "/da25", IsoCode = "da-DK" }, new DomainModel { DomainName = "/en25", IsoCode = "en-US" });

        Assert.Equal("Titel", (await site.JsonAsync(Item + "da25/")).Property("title").GetString());
        Assert.Equal("Title", (await site.JsonAsync(Item + "en25/")).Property("title").GetString());
        Assert.Equal("Title", (await site.JsonAsync(Item + "da25/", ("Accept-Language", "en-US"))).Property("title").GetString());
        Assert.Equal("/da25/", (await site.JsonAsync(Item + document.Key, ("Accept-Language", "da-DK"))).GetProperty("route").GetProperty("path").GetString());
    }

    [Fact]
    public async Task Case_026_cultures_are_those_in_which_a_variant_item_is_published()
    {
        IContent both = PublishVariant("Case 26");
        IContent one = site.Save(site.VariantPage, "Case 26 English");
        site.Publish(one, "en-US");

        JsonElement cultures = (await site.JsonAsync(Item + both.Key)).GetProperty("cultures");

        Assert.Equal(["da-DK", "en-US"], cultures.EnumerateObject().Select(x => x.Name).Order(StringComparer.Ordinal));
        Assert.All(cultures.EnumerateObject(), x => Assert.Equal(["path", "queryString", "startItem"], x.Value.EnumerateObject().Select(y => y.Name)));
        Assert.Equal(["en-US"], (await site.JsonAsync(Item + one.Key)).GetProperty("cultures").EnumerateObject().Select(x => x.Name));
        await site.JsonAsync(Item + one.Key, HttpStatusCode.NotFound, ("Accept-Language", "da-DK"));
    }

    [Fact]
    public async Task Case_027_an_invariant_item_has_no_cultures() =>
        Assert.Empty((await site.JsonAsync(Item + DeliverySite.Key("Root 1"))).GetProperty("cultures").EnumerateObject());

    [Fact]
    public async Task Case_030_a_draft_is_not_found()
    {
        IContent draft = site.Save(site.Page, "Case 30");

        await site.JsonAsync(Item + draft.Key, HttpStatusCode.NotFound);
        await site.JsonAsync(Item + draft.Key, HttpStatusCode.NotFound, DeliverySite.WithKey);
    }

    [Theory]
    [InlineData("true", HttpStatusCode.OK)]
    [InlineData("TRUE", HttpStatusCode.OK)]
    [InlineData("1", HttpStatusCode.NotFound)]
    [InlineData("false", HttpStatusCode.NotFound)]
    public async Task Case_031_a_preview_shows_a_draft(string preview, HttpStatusCode status)
    {
        IContent draft = site.Save(site.Page, "Case 31", null, ("title", "Draft"));

        JsonElement answer = await site.JsonAsync(Item + draft.Key, status, DeliverySite.WithKey, ("Preview", preview));

        if (status == HttpStatusCode.OK)
        {
            Assert.Equal("Draft", answer.Property("title").GetString());
            Assert.Equal($"/preview-{draft.Key:D}/", answer.GetProperty("route").GetProperty("path").GetString());
        }
    }

    [Fact]
    public async Task Case_031_a_preview_shows_what_is_saved_over_what_is_published()
    {
        IContent document = PublishVariant("Case 31 published");
        document.SetValue("title", "Newer", "en-US");
        site.Save(document);

        Assert.Equal("Newer", (await site.JsonAsync(Item + document.Key, DeliverySite.WithKey, _preview)).Property("title").GetString());
        Assert.Equal("Title", (await site.JsonAsync(Item + document.Key)).Property("title").GetString());
    }

    [Fact]
    public async Task Case_032_a_preview_wants_a_key()
    {
        await site.JsonAsync(Item + DeliverySite.Key("Root 1"), HttpStatusCode.Unauthorized, _preview);
        await site.JsonAsync(Item + DeliverySite.Key("Root 1"), HttpStatusCode.Unauthorized, _preview, ("Api-Key", DeliverySite.ApiKey + "x"));
        using IDisposable without = site.With(("Umbraco:CMS:DeliveryApi:ApiKey", null));
        await site.JsonAsync(Item + DeliverySite.Key("Root 1"), HttpStatusCode.Unauthorized, _preview, DeliverySite.WithKey);
    }

    [Fact]
    public async Task Case_034_a_preview_path_answers_in_previews_only()
    {
        IContent draft = site.Save(site.Page, "Case 34");
        string path = $"preview-{draft.Key:D}";

        foreach (string spelling in (string[])[path, path + "/", "/" + path, $"preview-{draft.Key:N}", "%2F" + path + "%2F"])
        {
            Assert.Equal(draft.Key, (await site.JsonAsync(Item + spelling, DeliverySite.WithKey, _preview)).GetProperty("id").GetGuid());
            await site.JsonAsync(Item + spelling, HttpStatusCode.NotFound, DeliverySite.WithKey);
        }

        await site.JsonAsync(Item + "preview-notaguid", HttpStatusCode.NotFound, DeliverySite.WithKey, _preview);
        await site.JsonAsync($"{Item}preview-{Guid.NewGuid()}", HttpStatusCode.NotFound, DeliverySite.WithKey, _preview);
    }

    [Fact]
    public async Task Case_031_a_preview_shows_nothing_from_the_recycle_bin()
    {
        IContent trashed = site.Save(site.Page, "Case 31 trashed");
        Assert.True(site.Contents.MoveToRecycleBin(trashed).Success);

        await site.JsonAsync(Item + trashed.Key, HttpStatusCode.NotFound, DeliverySite.WithKey, _preview);
        await site.JsonAsync($"{Item}preview-{trashed.Key}", HttpStatusCode.NotFound, DeliverySite.WithKey, _preview);
        Assert.Equal(0, (await site.JsonAsync($"{DeliverySite.Content}/items?id={trashed.Key}", DeliverySite.WithKey, _preview)).GetArrayLength());
    }

    [Fact]
    public async Task Case_031_a_preview_in_a_culture_that_is_not_saved_finds_nothing()
    {
        var english = new Umbraco.Cms.Core.Models.Content(string.Empty, site.Own, site.VariantPage);
        english.SetCultureName("Case 31 English", "en-US");
        site.Save(english);

        Assert.Equal(["en-US"], (await site.JsonAsync(Item + english.Key, DeliverySite.WithKey, _preview)).GetProperty("cultures").EnumerateObject().Select(x => x.Name));
        await site.JsonAsync(Item + english.Key, HttpStatusCode.NotFound, DeliverySite.WithKey, _preview, ("Accept-Language", "da-DK"));
    }

    [Fact]
    public async Task Case_091_an_answer_varies_with_its_headers_and_a_preview_is_not_stored()
    {
        using HttpResponseMessage published = await site.SendAsync(Item + DeliverySite.Key("Root 1"));
        using HttpResponseMessage missing = await site.SendAsync(Item + Guid.NewGuid());
        using HttpResponseMessage preview = await site.SendAsync(Item + DeliverySite.Key("Root 1"), _preview, DeliverySite.WithKey);
        using HttpResponseMessage refused = await site.SendAsync(Item + DeliverySite.Key("Root 1"), _preview);

        Assert.All([published, missing, preview, refused], x =>
        {
            Assert.Contains("Accept-Language, Accept-Segment, Preview, Start-Item", string.Join(", ", x.Headers.Vary), StringComparison.Ordinal);
            Assert.Equal("2.0", x.Headers.GetValues("api-supported-versions").Single());
        });
        Assert.All([preview, refused], x => Assert.Equal("no-store", x.Headers.CacheControl!.ToString()));
        Assert.NotEqual(true, published.Headers.CacheControl?.NoStore);
    }

    [Theory]
    [InlineData("umbraco/delivery/api/v1/content")]
    [InlineData("umbraco/delivery/api/v1/content/item/child-1")]
    [InlineData("umbraco/delivery/api/v3/content")]
    public async Task Case_100_other_versions_do_not_exist(string path) =>
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(path));

    private IContent PublishVariant(string name)
    {
        IContent document = site.Save(site.VariantPage, name);
        document.SetValue("title", "Title", "en-US");
        document.SetValue("title", "Titel", "da-DK");
        site.Save(document);
        site.Publish(document);
        return document;
    }

    private async Task AssignDomainsAsync(Guid key, params DomainModel[] domains)
    {
        Attempt<DomainUpdateResult, DomainOperationStatus> result = await site.Get<IDomainService>().UpdateDomainsAsync(key, new DomainsUpdateModel { Domains = domains });
        Assert.Equal(DomainOperationStatus.Success, result.Status);
    }

    private async Task<HttpStatusCode> StatusAsync(string path, params (string Name, string Value)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync(path, headers);
        Assert.InRange((int)response.StatusCode, 200, 499);
        return response.StatusCode;
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteDeliverySite site) : ItemCaseTests(site), IClassFixture<SqliteDeliverySite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresDeliverySite site) : ItemCaseTests(site), IClassFixture<PostgresDeliverySite>;
}
