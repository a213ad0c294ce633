using System.Net;
using System.Net.Http.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>What a load balancer asks.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class HealthTests(SqliteSiteProcess site)
{
    [Theory]
    [InlineData("health", "Ready")]
    [InlineData("health/ready", "Ready")]
    [InlineData("health/live", "Live")]
    public async Task A_started_site_is_live_and_ready(string path, string status)
    {
        using HttpResponseMessage response = await site.Client.GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal(status, (await response.Content.ReadFromJsonAsync<Health>())!.Status);
    }

    private sealed record Health(string Status);
}
