using System.Net;
using System.Text;
using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>Content by path, by key and by keys, as specs/content-delivery-api-v2.md sections 1, 5, 6, 8 and 11 say.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class ContentItemTests(SqliteSiteProcess site)
{
    private const string Content = "umbraco/delivery/api/v2/content";
    private const string ApMali = "5b311f9a-c09e-572b-bc89-30410f90e2b2";
    private const string Portal = "99e1744a-a4ae-5947-a69e-3c9e349c5587";

    [Fact]
    public async Task An_item_has_its_members_in_the_order_of_the_contract()
    {
        JsonElement item = await site.GetItemAsync("ap-mali/");

        Assert.Equal(
            ["contentType", "name", "createDate", "updateDate", "route", "id", "properties", "cultures"],
            item.EnumerateObject().Select(x => x.Name));
        Assert.Equal(["path", "queryString", "startItem"], item.GetProperty("route").EnumerateObject().Select(x => x.Name));
        Assert.Equal("/ap-mali/", item.GetProperty("route").GetProperty("path").GetString());
        Assert.Equal(JsonValueKind.Null, item.GetProperty("route").GetProperty("queryString").ValueKind);
        Assert.Equal(Portal, item.GetProperty("route").GetProperty("startItem").GetProperty("id").GetString());
        Assert.Equal("portail", item.GetProperty("route").GetProperty("startItem").GetProperty("path").GetString());
        Assert.Equal(ApMali, item.GetProperty("id").GetString());
        Assert.EndsWith("Z", item.GetProperty("createDate").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("item/ap-mali")]
    [InlineData("item/ap-mali/")]
    [InlineData("item//ap-mali/")]
    [InlineData("item/%2Fap-mali%2F")]
    [InlineData("item/" + ApMali)]
    [InlineData("item/5B311F9AC09E572BBC8930410F90E2B2")]
    public async Task An_item_answers_to_every_spelling_of_its_path_and_key(string path) =>
        Assert.Equal(ApMali, (await site.GetJsonAsync($"{Content}/{path}")).GetProperty("id").GetString());

    [Theory]
    [InlineData("item")]
    [InlineData("item/")]
    [InlineData("item/%2F")]
    public async Task The_empty_path_is_the_portal(string path) =>
        Assert.Equal(Portal, (await site.GetJsonAsync($"{Content}/{path}")).GetProperty("id").GetString());

    [Fact]
    public async Task A_language_gives_names_routes_and_values_in_it()
    {
        JsonElement item = await site.GetItemAsync(ApMali, "en");

        Assert.Equal("/en/ap-mali/", item.GetProperty("route").GetProperty("path").GetString());
        Assert.Equal("A more just, equal and equitable society", item.Property("vision").GetString());
        Assert.Equal(["fr", "en"], item.GetProperty("cultures").EnumerateObject().Select(x => x.Name));
    }

    [Fact]
    public async Task The_path_of_a_culture_s_domain_gives_that_culture() =>
        Assert.Equal("A more just, equal and equitable society", (await site.GetItemAsync("en/ap-mali/")).Property("vision").GetString());

    [Theory]
    [InlineData("fr-FR,fr;q=0.9,en;q=0.8")]
    [InlineData("*")]
    public async Task A_browser_s_list_of_languages_counts_as_none(string languages)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Content}/item/{ApMali}");
        request.Headers.TryAddWithoutValidation("Accept-Language", languages);

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Contains("\"path\":\"/ap-mali/\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_item_is_not_there_in_a_language_in_which_it_is_not_published()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Content}/item/accountability-lab-mali/articles/repondre-aux-rumeurs-par-des-faits");
        request.Headers.Add("Accept-Language", "en");

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task A_picked_item_has_its_envelope_but_not_its_properties_and_a_block_has_them()
    {
        JsonElement item = await site.GetItemAsync("ani-mali/");

        JsonElement network = item.Blocks("memberships")[0].GetProperty("network")[0];

        Assert.Equal(["contentType", "name", "createDate", "updateDate", "route", "id", "properties"], network.EnumerateObject().Select(x => x.Name));
        Assert.Empty(network.GetProperty("properties").EnumerateObject());
        Assert.NotEmpty(item.Blocks("legalReferences")[0].EnumerateObject());
    }

    [Fact]
    public async Task A_property_without_a_value_is_null()
    {
        JsonElement item = await site.GetItemAsync("ani-mali/");

        Assert.Equal(JsonValueKind.Null, item.Property("vision").ValueKind);
        Assert.Equal(JsonValueKind.Null, item.Property("missions").ValueKind);
    }

    [Fact]
    public async Task The_body_is_ascii_with_everything_else_escaped()
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{Content}/item/ap-mali");
        byte[] body = await response.Content.ReadAsByteArrayAsync();

        Assert.DoesNotContain(body, x => x > 127);
        Assert.Contains("\\u00E9", Encoding.ASCII.GetString(body), StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("Accept-Language, Accept-Segment, Preview, Start-Item, Accept-Encoding", string.Join(", ", response.Headers.Vary));
        Assert.Equal("2.0", Assert.Single(response.Headers.GetValues("api-supported-versions")));
    }

    [Theory]
    [InlineData("item/nope")]
    [InlineData("item/x.php")]
    [InlineData("item/00000000-0000-0000-0000-000000000001")]
    [InlineData("item/preview-5b311f9a-c09e-572b-bc89-30410f90e2b2")]
    public async Task What_is_not_there_is_a_404_problem(string path)
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{Content}/{path}");
        string body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("application/problem+json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.StartsWith(
            """{"type":"https://tools.ietf.org/html/rfc9110#section-15.5.5","title":"Not Found","status":404,"traceId":"00-""",
            body,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_keys_give_their_items_once_in_the_order_asked_for()
    {
        JsonElement items = await site.GetJsonAsync($"{Content}/items?id={Portal}&id={ApMali}&id={Portal}&id={Guid.NewGuid()}");

        Assert.Equal([Portal, ApMali], items.EnumerateArray().Select(x => x.GetProperty("id").GetString()!));
    }

    [Fact]
    public async Task No_keys_give_no_items() => Assert.Empty((await site.GetJsonAsync($"{Content}/items")).EnumerateArray());

    [Theory]
    [InlineData("items?id=abc", "id", "abc")]
    [InlineData("items?id=" + ApMali + "," + Portal, "id", ApMali + "," + Portal)]
    public async Task A_key_that_is_none_is_a_validation_problem(string path, string parameter, string value)
    {
        using HttpResponseMessage response = await site.Client.GetAsync($"{Content}/{path}");
        JsonElement problem = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal($"The value '{value}' is not valid.", problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }

    [Theory]
    [InlineData("portail")]
    [InlineData("/Portail/")]
    [InlineData(Portal)]
    public async Task A_start_item_is_a_root_by_segment_or_key(string startItem)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Content}/item/ap-mali");
        request.Headers.Add("Start-Item", startItem);

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("item/ap-mali")]
    [InlineData("item/" + ApMali)]
    [InlineData("items")]
    [InlineData("")]
    public async Task An_unknown_start_item_is_said_in_one_sentence(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Content}/{path}");
        request.Headers.Add("Start-Item", "nope");

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("\"The Start-Item could not be found\"", await response.Content.ReadAsStringAsync());
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task Drafts_are_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Content}/item/ap-mali");
        request.Headers.Add("Preview", "true");

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Contains("15.5.2", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HEAD_gives_the_headers_of_GET()
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, $"{Content}/item/ap-mali");

        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Other_methods_are_not_allowed()
    {
        using HttpResponseMessage response = await site.Client.PostAsync($"{Content}/item/ap-mali", null);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Contains("GET", response.Content.Headers.Allow);
    }
}
