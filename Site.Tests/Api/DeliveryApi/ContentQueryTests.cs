using System.Net;
using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The query route, as specs/content-delivery-api-v2.md section 3 says.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class ContentQueryTests(SqliteSiteProcess site)
{
    private const string Content = "umbraco/delivery/api/v2/content";
    private const string Lab = "0bb9d7ab-39cc-51a5-ac96-c404c72acc6c";

    [Fact]
    public async Task Without_parameters_the_first_ten_of_all_items_come()
    {
        JsonElement page = await QueryAsync("");

        Assert.Equal(["total", "items"], page.EnumerateObject().Select(x => x.Name));
        Assert.Equal(53, page.GetProperty("total").GetInt64());
        Assert.Equal(10, page.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        List<string> ids = [];
        for (int skip = 0; skip < 60; skip += 7)
        {
            ids.AddRange(Ids(await QueryAsync($"?skip={skip}&take=7")));
        }

        Assert.Equal(53, ids.Count);
        Assert.Equal(53, ids.Distinct().Count());
    }

    [Theory]
    [InlineData("children:/", "AP/Mali", "ANI-Mali", "Accountability Lab Mali")]
    [InlineData("children:/accountability-lab-mali/programmes", "Integrity Icon", "CivActs", "Accountability Incubator", "YALI Film Fellowship")]
    [InlineData("CHILDREN:%2Faccountability-lab-mali%2Fprogrammes", "Integrity Icon", "CivActs", "Accountability Incubator", "YALI Film Fellowship")]
    [InlineData("ancestors:/accountability-lab-mali/programmes/civacts", "Portail", "Accountability Lab Mali", "Programmes")]
    [InlineData("children:" + Lab, "Programmes", "Publications", "Actualités", "Événements", "Appels à candidatures", "Personnes")]
    public async Task A_selector_chooses_a_part_of_the_tree(string fetch, params string[] names) =>
        Assert.Equal(names.Order(StringComparer.Ordinal), Names(await QueryAsync($"?take=100&fetch={fetch}")).Order(StringComparer.Ordinal));

    [Fact]
    public async Task Descendants_leave_the_item_itself_out()
    {
        JsonElement page = await QueryAsync($"?take=100&fetch=descendants:{Lab}");

        Assert.Equal(18, page.GetProperty("total").GetInt64());
        Assert.DoesNotContain(Lab, Ids(page));
    }

    [Theory]
    [InlineData("children:/nope")]
    [InlineData("children:")]
    [InlineData("descendants:00000000-0000-0000-0000-000000000000")]
    [InlineData("ancestors:/nope")]
    public async Task A_selector_of_nothing_finds_nothing(string fetch) =>
        Assert.Equal(0, (await QueryAsync($"?fetch={fetch}")).GetProperty("total").GetInt64());

    [Theory]
    [InlineData("contentType:programme", 4)]
    [InlineData("contentType:programme,event", 6)]
    [InlineData("contentType: programme , event ,", 6)]
    [InlineData("contentType:!programme,event", 47)]
    [InlineData("contentType:Programme", 0)]
    [InlineData("contentType:", 0)]
    [InlineData("name:integrity", 1)]
    [InlineData("name:PUBLICATIONS", 3)]
    [InlineData("name:evenements", 1)]
    [InlineData("name:integrity,civacts", 2)]
    [InlineData("createDate>:2026-01-15", 53)]
    [InlineData("createDate<2026-01-15", 0)]
    [InlineData("createDate>not-a-date", 53)]
    [InlineData("updateDate<:2000-01-01", 0)]
    public async Task A_filter_keeps_what_it_says(string filter, int total) =>
        Assert.Equal(total, (await QueryAsync($"?filter={Uri.EscapeDataString(filter)}")).GetProperty("total").GetInt64());

    [Fact]
    public async Task Several_filters_all_hold() =>
        Assert.Equal(["Integrity Icon"], Names(await QueryAsync("?filter=contentType:programme&filter=name:icon")));

    [Fact]
    public async Task Sorts_apply_in_the_order_given()
    {
        string[] names = Names(await QueryAsync("?take=100&fetch=descendants:" + Lab + "&sort=level:asc&sort=name:desc"));
        string[] levelThree = names[..6];

        Assert.Equal(levelThree.OrderByDescending(x => x.ToLowerInvariant(), StringComparer.Ordinal), levelThree);
        Assert.Contains("Programmes", levelThree);
    }

    [Theory]
    [InlineData("name:asc", true)]
    [InlineData("name:ascending", true)]
    [InlineData("name:ASC", false)]
    [InlineData("name:down", false)]
    [InlineData("name:", false)]
    [InlineData("NAME:asc", true)]
    public async Task Only_what_begins_with_asc_ascends(string sort, bool ascends)
    {
        string[] names = Names(await QueryAsync($"?filter=contentType:organisation&sort={sort}"));

        string[] expected = ["Accountability Lab Mali", "ANI-Mali", "AP/Mali"];
        Assert.Equal(ascends ? expected : expected.Reverse(), names);
    }

    [Fact]
    public async Task A_language_lists_what_is_published_in_it()
    {
        JsonElement page = await site.GetJsonAsync($"{Content}?take=100&filter=contentType:article", "en");

        Assert.Equal(0, page.GetProperty("total").GetInt64());
        Assert.Equal(4, (await site.GetJsonAsync($"{Content}?filter=contentType:programme", "en")).GetProperty("total").GetInt64());
    }

    [Fact]
    public async Task A_start_item_lists_what_is_below_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Content}?take=100");
        request.Headers.Add("Start-Item", "references");

        using HttpResponseMessage response = await site.Client.SendAsync(request);
        JsonElement page = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        Assert.Equal(24, page.GetProperty("total").GetInt64());
        Assert.DoesNotContain("references", page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("contentType").GetString()));
    }

    [Theory]
    [InlineData("fetch=siblings:/", "Selector option not found", "The attempted 'fetch' option does not exist")]
    [InlineData("fetch=children", "Selector option not found", "The attempted 'fetch' option does not exist")]
    [InlineData("filter=colour:red", "Filter option not found", "One of the attempted 'filter' options does not exist")]
    [InlineData("filter=contentType", "Filter option not found", "One of the attempted 'filter' options does not exist")]
    [InlineData("sort=path:asc", "Sort option not found", "One of the attempted 'sort' options does not exist")]
    [InlineData("sort=name", "Sort option not found", "One of the attempted 'sort' options does not exist")]
    [InlineData("fetch=nope&filter=nope&sort=nope", "Selector option not found", "The attempted 'fetch' option does not exist")]
    public async Task An_option_that_does_not_exist_is_a_400_without_trace_id(string query, string title, string detail)
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{Content}?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal(
            $$"""{"type":"Error","title":"{{title}}","status":400,"detail":"{{detail.Replace("'", "\\u0027", StringComparison.Ordinal)}}"}""",
            await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("skip", "abc", "The value 'abc' is not valid.")]
    [InlineData("take", "99999999999", "The value '99999999999' is not valid.")]
    [InlineData("take", "", "The value '' is invalid.")]
    public async Task A_number_that_is_none_is_a_validation_problem(string parameter, string value, string message)
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{Content}?{parameter}={value}");
        JsonElement problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(["type", "title", "status", "errors", "traceId"], problem.EnumerateObject().Select(x => x.Name));
        Assert.Equal("One or more validation errors occurred.", problem.GetProperty("title").GetString());
        Assert.Equal(message, problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }

    [Theory]
    [InlineData("take=0", 0)]
    [InlineData("skip=1000", 0)]
    [InlineData("skip=2147483647&take=1000", 0)]
    [InlineData("take=1000", 53)]
    public async Task Numbers_at_the_edges_give_what_there_is(string query, int count)
    {
        JsonElement page = await QueryAsync("?" + query);

        Assert.Equal(53, page.GetProperty("total").GetInt64());
        Assert.Equal(count, page.GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("skip=-1", "skip", "The value must not be negative.")]
    [InlineData("take=-1", "take", "The value must be between 0 and 1000.")]
    [InlineData("take=1001", "take", "The value must be between 0 and 1000.")]
    public async Task Numbers_out_of_range_are_a_validation_problem(string query, string parameter, string message)
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{Content}?{query}");
        JsonElement problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(message, problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }

    [Fact]
    public async Task A_query_string_has_a_limit()
    {
        using HttpResponseMessage longest = await site.Client.GetAsync($"{Content}?filter=name:{new string('a', 7987)}");
        using HttpResponseMessage tooLong = await site.Client.GetAsync($"{Content}?filter=name:{new string('a', 7988)}");

        Assert.Equal(HttpStatusCode.OK, longest.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Contains("8000 characters at the most", await tooLong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("organisation:accountability-lab-mali", 19)]
    [InlineData("organisation:0BB9D7AB39CC51A5AC96C404C72ACC6C", 19)]
    [InlineData("organisation:nope", 0)]
    [InlineData("organisation:!accountability-lab-mali", 34)]
    [InlineData("zone:ML-BKO", 1)]
    [InlineData("topic:covid-19", 3)]
    [InlineData("kind:Rapport annuel", 2)]
    [InlineData("year:2020", 2)]
    [InlineData("language:en", 1)]
    [InlineData("call:open", 0)]
    public async Task The_site_s_own_filters_know_its_model(string filter, int total) =>
        Assert.Equal(total, (await QueryAsync($"?filter={Uri.EscapeDataString(filter)}")).GetProperty("total").GetInt64());

    private Task<JsonElement> QueryAsync(string query) => site.GetJsonAsync(Content + query);

    private static string[] Names(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("name").GetString()!)];

    private static string[] Ids(JsonElement page) => [.. page.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("id").GetString()!)];
}
