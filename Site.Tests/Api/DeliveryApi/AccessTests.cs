using System.Net;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi;

/// <summary>A site that gives its content to the holder of a key only, and hides a type from all.</summary>
public sealed class KeyedSiteProcess() : SiteProcess(Engine.Sqlite)
{
    /// <summary>The key.</summary>
    public const string Key = "une-clef-d-essai";

    /// <inheritdoc />
    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Umbraco:CMS:DeliveryApi:PublicAccess"] = "false";
        settings["Umbraco:CMS:DeliveryApi:ApiKey"] = Key;
        settings["Umbraco:CMS:DeliveryApi:DisallowedContentTypeAliases:0"] = "person";
    }
}

/// <summary>Who may ask, and for what (specs/content-delivery-api-v2.md section 12).</summary>
public sealed class AccessTests(KeyedSiteProcess site) : IClassFixture<KeyedSiteProcess>
{
    private const string Content = "umbraco/delivery/api/v2/content";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("une-clef-d-essa")]
    [InlineData("UNE-CLEF-D-ESSAI")]
    public async Task Without_the_key_nothing_is_given(string? key)
    {
        foreach (string path in (string[])["", "/item/ap-mali", "/items"])
        {
            using HttpResponseMessage response = await GetAsync(path, key);
            string body = await response.Content.ReadAsStringAsync();

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Contains("#section-15.5.2\",\"title\":\"Unauthorized\",\"status\":401", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task With_the_key_content_is_given()
    {
        using HttpResponseMessage response = await GetAsync("/item/ap-mali", KeyedSiteProcess.Key);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Theory]
    [InlineData("/item/accountability-lab-mali/personnes/dr-aminata-goita", HttpStatusCode.NotFound)]
    [InlineData("?filter=contentType:person", HttpStatusCode.OK)]
    [InlineData("?fetch=children:/accountability-lab-mali/personnes", HttpStatusCode.OK)]
    public async Task A_disallowed_type_is_nowhere(string path, HttpStatusCode status)
    {
        using HttpResponseMessage response = await GetAsync(path, KeyedSiteProcess.Key);

        Assert.Equal(status, response.StatusCode);
        Assert.DoesNotContain("Goita", await response.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<HttpResponseMessage> GetAsync(string path, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Content + path);
        if (key is not null)
        {
            request.Headers.Add("Api-Key", key);
        }

        return await site.Client.SendAsync(request);
    }
}
