using System.Net;
using System.Text.Json;
using Site.Core.Delivery.Keys;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi.RateLimits;

/// <summary>How often consumers may ask, when the settings say so: by their keys, and by their addresses.</summary>
public abstract class RateLimitTests(DeliverySite site)
{
    private const string List = DeliverySite.Content + "?take=1";
    private const string PerKey = "Site:DeliveryApi:RateLimits:PerKey:";
    private const string PerAddress = "Site:DeliveryApi:RateLimits:PerAddress:";

    [Fact]
    public async Task Without_a_limit_nothing_is_said_of_one()
    {
        using HttpResponseMessage response = await site.SendAsync(List);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.DoesNotContain(response.Headers, x => x.Key.StartsWith("RateLimit", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Who_asks_too_often_from_an_address_is_told_when_to_come_back()
    {
        using IDisposable settings = site.With((PerAddress + "Permits", "2"), (PerAddress + "Window", "01:00:00"));
        await AssertAsync(List, 200, "\"address\";q=2;w=3600", "\"address\";r=1");
        await AssertAsync(DeliverySite.Media + "?fetch=children:/", 200, "\"address\";q=2;w=3600", "\"address\";r=0");

        using HttpResponseMessage refused = await site.SendAsync(List);

        JsonElement problem = JsonSerializer.Deserialize<JsonElement>(await refused.Content.ReadAsStringAsync());
        int seconds = (int)refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds;
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(429, problem.GetProperty("status").GetInt32());
        Assert.InRange(seconds, 3500, 3600);
        Assert.Equal($"\"address\";r=0;t={seconds}", Header(refused, "RateLimit"));
        Assert.True(refused.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_wrong_key_counts_against_the_address_and_a_right_one_by_itself()
    {
        string key = site.Get<DeliveryApiKeys>().Add("limited", [], false, null).Text;
        using IDisposable settings = site.With((PerAddress + "Permits", "1"), (PerKey + "Permits", "2"));
        await AssertAsync(List, 401, "\"address\";q=1;w=60", "\"address\";r=0", ("Api-Key", DeliveryApiSecret.Create().Text));
        await AssertAsync(List, 429, null, null, ("Api-Key", DeliveryApiSecret.Create().Text));
        await AssertAsync(List, 429, null, null);

        await AssertAsync(List, 200, "\"key\";q=2;w=60", "\"key\";r=1", ("Api-Key", key));
        string next = site.Get<DeliveryApiKeys>().Rotate("limited", TimeSpan.FromDays(1)).Text;
        await AssertAsync(List, 200, "\"key\";q=2;w=60", "\"key\";r=0", ("Api-Key", next));
        await AssertAsync(List, 429, null, null, ("Api-Key", key));

        await AssertAsync(List, 200, "\"key\";q=2;w=60", "\"key\";r=1", DeliverySite.WithKey);
    }

    [Fact]
    public async Task Without_a_limit_by_key_a_key_counts_against_the_address()
    {
        using IDisposable settings = site.With((PerAddress + "Permits", "1"));

        await AssertAsync(List, 200, "\"address\";q=1;w=60", "\"address\";r=0", DeliverySite.WithKey);
        await AssertAsync(List, 429, null, null, DeliverySite.WithKey);
    }

    [Fact]
    public async Task Without_a_limit_by_address_nobody_without_a_key_is_limited()
    {
        using IDisposable settings = site.With((PerKey + "Permits", "1"));

        await AssertAsync(List, 200, null, null);
        await AssertAsync(List, 200, null, null);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out IEnumerable<string>? values) ? values.Single() : null;

    private async Task AssertAsync(string path, int status, string? policy, string? state, params (string, string)[] headers)
    {
        using HttpResponseMessage response = await site.SendAsync(path, headers);

        Assert.Equal(status, (int)response.StatusCode);
        if (status != 429)
        {
            Assert.Equal((policy, state), (Header(response, "RateLimit-Policy"), Header(response, "RateLimit")));
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteDeliverySite site) : RateLimitTests(site), IClassFixture<SqliteDeliverySite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresDeliverySite site) : RateLimitTests(site), IClassFixture<PostgresDeliverySite>;
}
