using System.Net;
using System.Text;
using System.Text.Json;
using Site.Tests.Api.Website;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>The three organisations as linked data and for spreadsheets.</summary>
[Collection(WebsiteSite.Name)]
public sealed class OrganisationExportTests(SqliteSiteProcess site)
{
    private const string Organisations = "umbraco/delivery/api/v2/organisations";

    [Fact]
    public async Task An_organisation_is_an_NGO_with_all_that_is_known_of_it()
    {
        JsonElement[] things = await GraphAsync("ani-mali");
        JsonElement ngo = things[0];
        JsonElement[] identifiers = [.. ngo.GetProperty("identifier").EnumerateArray()];

        Assert.Equal("NGO", Text(ngo, "@type"));
        Assert.Equal($"{WebsiteSite.Origin}/ani-mali/", Text(ngo, "url"));
        Assert.Equal("1996-05-09", Text(ngo, "foundingDate"));
        Assert.Contains(identifiers, x => Text(x, "propertyID") == "récépissé" && Text(x, "value") == "0350" && Text(x, "description")!.EndsWith("1996-05-09", StringComparison.Ordinal));
        Assert.Contains(identifiers, x => Text(x, "value") == "0285/740");
        Assert.Contains(ngo.GetProperty("memberOf").EnumerateArray(), x => Text(x, "alternateName")?.Contains("WANEP", StringComparison.Ordinal) == true);
        Assert.NotEmpty(ngo.GetProperty("subOrganization").EnumerateArray());
        Assert.False(ngo.TryGetProperty("areaServed", out _), "The source names no zone.");
        Assert.False(ngo.TryGetProperty("legalName", out _), "The source does not spell the acronym out.");
    }

    [Fact]
    public async Task Its_publications_and_programmes_stand_beside_it()
    {
        JsonElement[] things = await GraphAsync("accountability-lab-mali");
        string? id = Text(things[0], "@id");
        JsonElement report = Assert.Single(things, x => Text(x, "url") == $"{WebsiteSite.Origin}/accountability-lab-mali/publications/rapport-annuel-2020/");

        Assert.StartsWith("urn:uuid:", id, StringComparison.Ordinal);
        Assert.Equal(("Report", "rapport annuel"), (Text(report, "@type"), Text(report, "genre")));
        Assert.Equal(id, Text(report.GetProperty("publisher"), "@id"));
        Assert.Contains(things, x => Text(x, "@type") == "Project" && Text(x.GetProperty("parentOrganization"), "@id") == id);
        Assert.All(things, x => Assert.Contains(Text(x, "@type"), (string[])["NGO", "Project", "Report", "ScholarlyArticle", "DigitalDocument"]));
        Assert.NotEmpty((await GraphAsync("ap-mali"))[0].GetProperty("knowsAbout").EnumerateArray());
    }

    [Fact]
    public async Task Another_culture_gives_what_is_said_in_it_and_one_without_the_organisation_nothing()
    {
        JsonElement english = (await GraphAsync("accountability-lab-mali", "en"))[0];
        using HttpResponseMessage none = await GetAsync("accountability-lab-mali", "da");

        Assert.Equal($"{WebsiteSite.Origin}/en/accountability-lab-mali/", Text(english, "url"));
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
    }

    [Fact]
    public async Task Rows_for_spreadsheets_begin_with_a_mark_and_have_a_header()
    {
        using HttpResponseMessage response = await GetAsync("accountability-lab-mali", accept: "text/csv");
        byte[] bytes = await response.Content.ReadAsByteArrayAsync();
        string[] lines = Encoding.UTF8.GetString(bytes.AsSpan(3)).Split("\r\n");

        Assert.Equal("text/csv", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Equal("type,id,name,kind,year,date,language,summary,topics,pages,licence,address,file,bytes", lines[0]);
        Assert.Contains(lines, x => x.StartsWith("programme,", StringComparison.Ordinal));
        Assert.Contains(lines, x => x.StartsWith("annualReport,", StringComparison.Ordinal) && x.Contains(",rapport annuel,2020,", StringComparison.Ordinal));
        Assert.Empty(lines[^1]);
    }

    [Fact]
    public async Task The_form_is_chosen_by_format_before_Accept_and_its_answer_varies_by_Accept()
    {
        using HttpResponseMessage csv = await site.Client.GetAsync($"{Organisations}/ap-mali/export?format=csv");
        using HttpResponseMessage wrong = await site.Client.GetAsync($"{Organisations}/ap-mali/export?format=xml");
        using HttpResponseMessage none = await GetAsync("ap-mali", accept: "application/pdf");

        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", csv.Headers.Vary);
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.NotAcceptable, none.StatusCode);
        Assert.Equal("application/problem+json", none.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("00000000-0000-0000-0000-000000000001")]
    [InlineData("publications")]
    [InlineData("..%2f..")]
    public async Task What_is_no_organisation_is_not_found(string key)
    {
        using HttpResponseMessage response = await GetAsync(key);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private static string? Text(JsonElement item, string member) => item.TryGetProperty(member, out JsonElement value) ? value.GetString() : null;

    private async Task<JsonElement[]> GraphAsync(string organisation, string culture = "fr")
    {
        using HttpResponseMessage response = await GetAsync(organisation, culture);
        JsonElement body = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("https://schema.org", body.GetProperty("@context").GetString());
        return [.. body.GetProperty("@graph").EnumerateArray()];
    }

    private async Task<HttpResponseMessage> GetAsync(string organisation, string culture = "fr", string accept = "application/ld+json")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Organisations}/{organisation}/export");
        request.Headers.Add("Accept", accept);
        request.Headers.Add("Accept-Language", culture);
        return await site.Client.SendAsync(request);
    }
}
