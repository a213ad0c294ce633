using System.Net;
using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The cases of specs/delivery-cases.md about queries and access, by their numbers, and the filters of the site's own model.</summary>
public abstract class QueryCaseTests(DeliverySite site)
{
    private const string Content = DeliverySite.Content;

    private static readonly (string Name, string Value) _preview = ("Preview", "true");

    [Fact]
    public async Task Case_035_a_preview_lists_drafts()
    {
        IContent parent = site.Publish(site.Page, "Case 35");
        site.Publish(site.Page, "Published 35", parent);
        IContent draft = site.Save(site.Page, "Draft 35", parent);
        IContent below = site.Save(site.Page, "Below draft 35", draft);
        string query = $"{Content}?filter=contentType:page&fetch=descendants:{parent.Key}&sort=level:asc&sort=name:asc";

        JsonElement preview = await site.JsonAsync(query, DeliverySite.WithKey, _preview);

        Assert.Equal(3, preview.GetProperty("total").GetInt32());
        Assert.Equal(["Draft 35", "Published 35", "Below draft 35"], Names(preview));
        Assert.Equal(["Published 35"], Names(await site.JsonAsync(query)));
        Assert.Equal(["Draft 35", "Case 35", "Own"], Names(await site.JsonAsync($"{Content}?fetch=ancestors:/preview-{below.Key}/&sort=level:desc", DeliverySite.WithKey, _preview)));
        Assert.Equal(0, (await site.JsonAsync($"{Content}?fetch=ancestors:{below.Key}")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Case_036_a_disabled_api_answers_401()
    {
        using IDisposable disabled = site.With(("Umbraco:CMS:DeliveryApi:Enabled", "false"));

        foreach (string path in (string[])["", "/items", "/item/" + DeliverySite.Key("Root 1"), "/item/child-1"])
        {
            JsonElement problem = await site.JsonAsync(Content + path, HttpStatusCode.Unauthorized, DeliverySite.WithKey);
            Assert.Equal("Unauthorized", problem.GetProperty("title").GetString());
        }
    }

    [Fact]
    public async Task Case_037_an_api_that_is_not_public_wants_a_key()
    {
        using IDisposable closed = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));
        await site.JsonAsync(Content, HttpStatusCode.Unauthorized);
        await site.JsonAsync(Content, HttpStatusCode.OK, DeliverySite.WithKey);

        using IDisposable withoutKey = site.With(("Umbraco:CMS:DeliveryApi:ApiKey", null));
        await site.JsonAsync(Content, HttpStatusCode.Unauthorized, DeliverySite.WithKey);
        await site.JsonAsync(Content, HttpStatusCode.Unauthorized, ("Api-Key", ""));
    }

    [Fact]
    public async Task Case_039_a_disallowed_type_is_nowhere()
    {
        IContent hidden = site.Publish(site.VariantPage, "Case 39");
        IContent below = site.Publish(site.Page, "Below case 39", hidden);
        foreach ((string, string?) setting in ((string, string?)[])[("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "VPAGE"), ("Umbraco:CMS:DeliveryApi:AllowedContentTypeAliases:0", "page")])
        {
            using IDisposable with = site.With(setting);

            await site.JsonAsync($"{Content}/item/{hidden.Key}", HttpStatusCode.NotFound);
            await site.JsonAsync($"{Content}/item/case-39", HttpStatusCode.NotFound);
            Assert.Equal(0, (await site.JsonAsync($"{Content}/items?id={hidden.Key}")).GetArrayLength());
            Assert.Equal(["Below case 39"], Names(await site.JsonAsync($"{Content}?filter=name:case 39")));
            Assert.Equal(["Below case 39"], Names(await site.JsonAsync($"{Content}?fetch=children:{hidden.Key}")));
            Assert.Equal(0, (await site.JsonAsync($"{Content}?fetch=ancestors:{hidden.Key}")).GetProperty("total").GetInt32());
            Assert.DoesNotContain("Case 39", Names(await site.JsonAsync($"{Content}?fetch=ancestors:{below.Key}")));
        }
    }

    [Fact]
    public async Task Case_039_a_root_of_a_disallowed_type_is_no_start_item()
    {
        var root = new Umbraco.Cms.Core.Models.Content("Case 39 root", Constants.System.Root, site.VariantPage);
        root.SetCultureName("Case 39 root", "en-US");
        site.Save(root);
        site.Publish(root);
        await site.JsonAsync(Content, HttpStatusCode.OK, ("Start-Item", "case-39-root"));

        using IDisposable with = site.With(("Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0", "vpage"));
        await site.JsonAsync(Content, HttpStatusCode.NotFound, ("Start-Item", "case-39-root"));
        await site.JsonAsync(Content, HttpStatusCode.NotFound, ("Start-Item", root.Key.ToString()));
    }

    [Fact]
    public async Task Cases_041_and_042_protected_content_answers_401_and_is_in_no_list()
    {
        IContent page = site.Publish(site.Page, "Case 41");
        IContent below = site.Publish(site.Page, "Below case 41", page);
        var rule = new PublicAccessRule { RuleType = Constants.Conventions.PublicAccess.MemberRoleRuleType, RuleValue = "members" };
        Assert.True(site.Get<IPublicAccessService>().Save(new PublicAccessEntry(page, page, page, [rule])).Success);

        await site.JsonAsync($"{Content}/item/{page.Key}", HttpStatusCode.Unauthorized);
        await site.JsonAsync($"{Content}/item/case-41/below-case-41", HttpStatusCode.Unauthorized);
        await site.JsonAsync($"{Content}/items?id={DeliverySite.Key("Root 1")}&id={below.Key}", HttpStatusCode.Unauthorized);
        await site.JsonAsync($"{Content}/item/{below.Key}", HttpStatusCode.Unauthorized, DeliverySite.WithKey, _preview);
        Assert.Equal(0, (await site.JsonAsync($"{Content}?filter=name:case 41")).GetProperty("total").GetInt32());
        Assert.Equal(0, (await site.JsonAsync($"{Content}?filter=name:case 41", DeliverySite.WithKey, _preview)).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Case_046_a_page_has_ten_items_and_the_total()
    {
        JsonElement first = await site.JsonAsync($"{Content}?fetch=descendants:{DeliverySite.Key("Root 1")}");
        JsonElement last = await site.JsonAsync($"{Content}?fetch=descendants:{DeliverySite.Key("Root 1")}&skip=10&take=5");
        JsonElement all = await site.JsonAsync(Content);

        Assert.Equal(["total", "items"], first.EnumerateObject().Select(x => x.Name));
        Assert.Equal((12, 10), (first.GetProperty("total").GetInt32(), Names(first).Length));
        Assert.Equal((12, 2), (last.GetProperty("total").GetInt32(), Names(last).Length));
        Assert.True(all.GetProperty("total").GetInt32() >= 40);
        Assert.Equal(10, Names(all).Length);
    }

    [Theory]
    [InlineData("take=abc", "take")]
    [InlineData("take=99999999999", "take")]
    [InlineData("skip=1.5", "skip")]
    [InlineData("take=-1", "take")]
    [InlineData("take=1001", "take")]
    public async Task Case_047_a_number_that_is_none_is_a_validation_problem(string query, string parameter)
    {
        JsonElement problem = await site.JsonAsync($"{Content}?{query}", HttpStatusCode.BadRequest);

        Assert.Equal("One or more validation errors occurred.", problem.GetProperty("title").GetString());
        Assert.Equal([parameter], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task Case_047_the_largest_page_is_configured()
    {
        using IDisposable with = site.With(("Site:DeliveryApi:MaximumTake", "5000"));

        await site.JsonAsync($"{Content}?take=5000");
        await site.JsonAsync($"{Content}?take=5001", HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("children:{Root 1}", "", 3)]
    [InlineData("descendants:/", "", 12)]
    [InlineData("children:/child-1", "", 3)]
    [InlineData("CHILDREN:child-1", "", 3)]
    [InlineData("descendants:/child-2", "root-3", 3)]
    [InlineData("ancestors:/child-1/grandchild-1", "", 2)]
    [InlineData("", "root-2", 12)]
    [InlineData("", "{Root 3}", 12)]
    [InlineData("children:", "", 0)]
    [InlineData("descendants:/nope", "", 0)]
    [InlineData("ancestors:00000000-0000-0000-0000-000000000000", "", 0)]
    public async Task Cases_048_to_052_a_selector_chooses_a_part_of_the_tree(string fetch, string startItem, int total)
    {
        (string, string)[] headers = startItem.Length == 0 ? [] : [("Start-Item", WithKeys(startItem))];

        JsonElement page = await site.JsonAsync($"{Content}?fetch={WithKeys(fetch)}", headers);

        Assert.Equal(total, page.GetProperty("total").GetInt32());
        Assert.DoesNotContain("Root 2", Names(page));
    }

    [Theory]
    [InlineData("fetch=siblings:x", "Selector option not found", "The attempted \\u0027fetch\\u0027 option does not exist")]
    [InlineData("filter=colour:red", "Filter option not found", "One of the attempted \\u0027filter\\u0027 options does not exist")]
    [InlineData("filter=contentType", "Filter option not found", "One of the attempted \\u0027filter\\u0027 options does not exist")]
    [InlineData("filter=call:closed", "Filter option not found", "One of the attempted \\u0027filter\\u0027 options does not exist")]
    [InlineData("sort=name", "Sort option not found", "One of the attempted \\u0027sort\\u0027 options does not exist")]
    [InlineData("sort=path:asc", "Sort option not found", "One of the attempted \\u0027sort\\u0027 options does not exist")]
    [InlineData("fetch=x&filter=x&sort=x", "Selector option not found", "The attempted \\u0027fetch\\u0027 option does not exist")]
    [InlineData("filter=x&sort=x", "Filter option not found", "One of the attempted \\u0027filter\\u0027 options does not exist")]
    public async Task Cases_054_060_and_064_an_unknown_option_is_a_400(string query, string title, string detail)
    {
        using HttpResponseMessage response = await site.SendAsync($"{Content}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal($$"""{"type":"Error","title":"{{title}}","status":400,"detail":"{{detail}}"}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Cases_055_and_056_a_list_of_types_is_an_or_that_can_be_negated()
    {
        IContent parent = site.Publish(site.Page, "Case 55");
        site.Publish(site.Page, "A page", parent);
        site.Publish(site.VariantPage, "A vpage", parent);
        string children = $"{Content}?fetch=children:{parent.Key}&sort=name:asc&filter=";

        Assert.Equal(["A page", "A vpage"], Names(await site.JsonAsync(children + "contentType:page,vpage")));
        Assert.Equal(["A vpage"], Names(await site.JsonAsync(children + "contentType:!page,article")));
        Assert.Empty(Names(await site.JsonAsync(children + "contentType:!page,vpage")));
        Assert.Empty(Names(await site.JsonAsync(children + "contentType:Page")));
        Assert.Equal(["A vpage"], Names(await site.JsonAsync(children + "name:VPA")));
        Assert.Equal(["A page"], Names(await site.JsonAsync(children + "name:!vpa,nothing")));
    }

    [Fact]
    public async Task Case_058_a_range_of_dates_includes_its_lower_bound()
    {
        IContent parent = site.Publish(site.Page, "Case 58");
        foreach (int year in (int[])[2022, 2023, 2024])
        {
            IContent page = site.Save(site.Page, $"Page {year}", parent);
            page.CreateDate = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            site.Save(page);
            site.Publish(page);
        }

        async Task<string[]> FindAsync(params string[] filters) => Names(await site.JsonAsync(
            $"{Content}?fetch=children:{parent.Key}&sort=createDate:asc&{string.Join('&', filters.Select(x => "filter=" + Uri.EscapeDataString(x)))}"));

        Assert.Equal(["Page 2023"], await FindAsync("createDate>:2023-01-01", "createDate<2024-01-01"));
        Assert.Equal(["Page 2024"], await FindAsync("CREATEDATE>2023-01-01"));
        Assert.Equal(["Page 2022", "Page 2023"], await FindAsync("createDate<:2023-01-01T00:00:00Z"));
        Assert.Equal(["Page 2023"], await FindAsync("createDate:2023-01-01"));
        Assert.Equal(["Page 2022", "Page 2023", "Page 2024"], await FindAsync("createDate>=2024"));
        Assert.Equal(["Page 2022", "Page 2023", "Page 2024"], await FindAsync("createDate:!2023-01-01"));
        Assert.Equal(["Page 2022", "Page 2023", "Page 2024"], await FindAsync("updateDate>:2025-01-01"));
    }

    [Theory]
    [InlineData("?filter=&sort=&fetch=")]
    [InlineData("?filter[]=contentType:nope")]
    public async Task Case_061_empty_parameters_are_as_absent(string query)
    {
        JsonElement plain = await site.JsonAsync(Content);

        Assert.Equal(plain.GetRawText(), (await site.JsonAsync(Content + query)).GetRawText());
    }

    [Fact]
    public async Task Case_062_the_first_sort_is_the_primary_one()
    {
        IContent parent = site.Publish(site.Page, "Case 62");
        foreach ((string name, int year) in ((string, int)[])[("b", 2020), ("A", 2021), ("a", 2023), ("A", 2022)])
        {
            IContent folder = site.Publish(site.Page, $"Folder {year}", parent);
            IContent page = site.Save(site.Page, name, folder);
            page.CreateDate = new DateTime(year, 1, 1, 0, 0, 0, DateTimeKind.Utc);
            site.Save(page);
            site.Publish(page);
        }

        JsonElement found = await site.JsonAsync($"{Content}?fetch=descendants:{parent.Key}&filter=name:!folder&sort=name:asc&sort=createDate:desc");

        Assert.Equal(["2023 a", "2022 A", "2021 A", "2020 b"], found.GetProperty("items").EnumerateArray()
            .Select(x => $"{x.GetProperty("createDate").GetDateTime().Year} {x.GetProperty("name").GetString()}"));
    }

    [Fact]
    public async Task Case_065_keys_are_given_one_by_one()
    {
        Assert.Equal(0, (await site.JsonAsync(Content + "/items")).GetArrayLength());
        JsonElement problem = await site.JsonAsync($"{Content}/items?id={DeliverySite.Key("Root 1")},{DeliverySite.Key("Root 2")}", HttpStatusCode.BadRequest);
        Assert.Equal(["id"], problem.GetProperty("errors").EnumerateObject().Select(x => x.Name));
        JsonElement items = await site.JsonAsync(
            $"{Content}/items?id={DeliverySite.Key("Root 2")}&id={Guid.NewGuid()}&id={DeliverySite.Key("Root 1")}&id={DeliverySite.Key("Root 2")}");
        Assert.Equal(["Root 2", "Root 1"], items.EnumerateArray().Select(x => x.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task The_filters_of_the_site_s_model_find_organisations_publications_and_open_calls()
    {
        IContentType zoneType = await site.CreateTypeAsync("zone", new TestProperty("isoCode", Constants.PropertyEditors.Aliases.TextBox));
        IContentType organisationType = await site.CreateTypeAsync("organisation", new TestProperty("zones", Constants.PropertyEditors.Aliases.MultiNodeTreePicker));
        IContentType publicationType = await site.CreateTypeAsync(
            "publication",
            new TestProperty("year", Constants.PropertyEditors.Aliases.Integer),
            new TestProperty("date", Constants.PropertyEditors.Aliases.DateOnly));
        IContentType callType = await site.CreateTypeAsync(
            "callForApplications",
            new TestProperty("opens", Constants.PropertyEditors.Aliases.DateOnly),
            new TestProperty("closes", Constants.PropertyEditors.Aliases.DateOnly));
        IContent zone = site.Publish(zoneType, "Mopti", null, ("isoCode", "ML-5"));
        IContent organisation = site.Publish(organisationType, "Mon organisation", null, ("zones", Udi.Create(Constants.UdiEntityType.Document, zone.Key).ToString()));
        site.Publish(publicationType, "Sans date", organisation);
        site.Publish(publicationType, "De 2020", organisation, ("year", 2020));
        site.Publish(publicationType, "De mars 2020", organisation, ("date", Day(new DateOnly(2020, 3, 1))));
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        site.Publish(callType, "Ouvert", null, ("opens", Day(today.AddDays(-2))), ("closes", Day(today.AddDays(2))));
        site.Publish(callType, "Sans clôture", null, ("opens", Day(today.AddDays(-2))));
        site.Publish(callType, "Clos", null, ("opens", Day(today.AddDays(-9))), ("closes", Day(today.AddDays(-2))));
        site.Publish(callType, "À venir", null, ("opens", Day(today.AddDays(2))), ("closes", Day(today.AddDays(9))));
        site.Publish(callType, "Sans dates");
        site.Save(callType, "Ébauche", null, ("closes", Day(today.AddDays(9))));

        Assert.Equal(["De 2020", "De mars 2020", "Mon organisation", "Sans date"], await NamesAsync("filter=organisation:mon-organisation&sort=name:asc"));
        Assert.Equal(["De mars 2020", "De 2020", "Sans date"], await NamesAsync($"filter=organisation:{organisation.Key}&filter=contentType:publication&sort=date:desc"));
        Assert.Equal(["Mon organisation"], await NamesAsync("filter=zone:ml-5"));
        Assert.Equal(["Mon organisation"], await NamesAsync("filter=zone:mopti"));
        Assert.Equal(["De 2020"], await NamesAsync("filter=year:2020,2021"));
        Assert.Equal(["Ouvert", "Sans clôture"], await NamesAsync("filter=call:open&sort=name:asc"));
        Assert.Equal(["Ouvert", "Sans clôture", "Ébauche"], Names(await site.JsonAsync($"{Content}?filter=call:open&sort=name:asc", DeliverySite.WithKey, _preview)));
    }

    private static string Day(DateOnly day) => $$"""{"date":"{{day:yyyy-MM-dd}}T00:00:00+00:00"}""";

    private static string WithKeys(string text) =>
        text.Replace("{Root 1}", DeliverySite.Key("Root 1").ToString(), StringComparison.Ordinal).Replace("{Root 3}", DeliverySite.Key("Root 3").ToString(), StringComparison.Ordinal);

    private async Task<string[]> NamesAsync(string query) => Names(await site.JsonAsync($"{Content}?{query}"));

    private static string[] Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("name").GetString()!)];

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteDeliverySite site) : QueryCaseTests(site), IClassFixture<SqliteDeliverySite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresDeliverySite site) : QueryCaseTests(site), IClassFixture<PostgresDeliverySite>;
}
