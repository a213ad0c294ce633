using System.Text.Json;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Api.DeliveryApi.Cultures;

/// <summary><c>Accept-Language</c> as browsers send it (RFC 9110 section 12.5.4, RFC 4647), which Umbraco ignores, on a site with en-US and da-DK.</summary>
public abstract class AcceptLanguageListTests(DeliverySite site)
{
    [Theory]
    [InlineData("da-DK,en;q=0.5", "da")]
    [InlineData("da,en;q=0.5", "da")]
    [InlineData("DA-dk, en", "da")]
    [InlineData("en;q=0.5, da;q=0.9", "da")]
    [InlineData("fr-ML,fr;q=0.9,da;q=0.8,en;q=0.7", "da")]
    [InlineData("da-DK-bornholm-x-old,en;q=0.1", "da")]
    [InlineData("da-DK;q=0, da;q=0.9, en;q=0.1", "en")]
    [InlineData("da;q=0, *", "en")]
    [InlineData("en-GB,da;q=0.9", "da")]
    [InlineData("en,da;q=0.9", "en")]
    [InlineData("fr-ML,fr;q=0.9", "en")]
    [InlineData("*", "en")]
    [InlineData("da-DK", "da")]
    [InlineData("da", "da")]
    [InlineData("da;q=2,,;;", "en")]
    public async Task A_list_stands_for_the_culture_of_the_site_that_it_likes_best(string header, string expected)
    {
        using IDisposable settings = site.With(("Site:DeliveryApi:AcceptLanguageLists", "true"));

        Assert.Equal(expected, await CultureAsync(header));
    }

    [Theory]
    [InlineData("da-DK,en;q=0.5")]
    [InlineData("da-DK;q=1")]
    public async Task Unless_the_switch_is_on_a_list_is_ignored(string header) => Assert.Equal("en", await CultureAsync(header));

    private async Task<string> CultureAsync(string header)
    {
        IContent page = site.Publish(site.VariantPage, "Languages " + Guid.NewGuid().ToString("N"));
        string path = $"{DeliverySite.Content}/item/{page.Key}";
        using HttpResponseMessage response = await site.SendAsync(path, ("Accept-Language", header));
        JsonElement item = await site.JsonAsync(path, ("Accept-Language", header));

        Assert.Contains("Accept-Language", response.Headers.Vary);
        return item.GetProperty("name").GetString()!.EndsWith(" da", StringComparison.Ordinal) ? "da" : "en";
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteDeliverySite site) : AcceptLanguageListTests(site), IClassFixture<SqliteDeliverySite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresDeliverySite site) : AcceptLanguageListTests(site), IClassFixture<PostgresDeliverySite>;
}
