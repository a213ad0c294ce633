using System.Net;
using System.Net.Http.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>What visitors and load balancers are told when the site cannot start, and what they are not told.</summary>
public sealed class FailedStartTests
{
    [Fact]
    public async Task A_database_server_that_cannot_be_reached()
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Sqlite);
        var program = new SiteProgram(database);
        program.Settings["ConnectionStrings:umbracoDbDSN"] = "Host=127.0.0.1;Port=1;Username=site;Password=geheim;Database=site;Timeout=2";
        program.Settings["ConnectionStrings:umbracoDbDSN_ProviderName"] = "Npgsql";

        await using SiteServer site = await program.ServeAsync();

        await AssertFailedAsync(site, "geheim");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_migration_that_fails(Engine engine)
    {
        await using TestDatabase database = await TestDatabase.CreateAsync(engine);

        // A table of the site's is there already, so the first migration cannot create it.
        await database.ExecuteAsync("CREATE TABLE \"umbracoNode\" (id integer)");

        await using SiteServer site = await new SiteProgram(database).ServeAsync();

        await AssertFailedAsync(site, "umbracoNode");
    }

    private static async Task AssertFailedAsync(SiteServer site, string secret)
    {
        Assert.Equal("BootFailed", await site.WaitForAsync("BootFailed", "Ready"));
        using HttpResponseMessage ready = await site.Client.GetAsync("health/ready");
        using HttpResponseMessage live = await site.Client.GetAsync("health/live");
        using HttpResponseMessage page = await site.Client.GetAsync("ap-mali/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Equal(new Health("BootFailed", "Database"), await ready.Content.ReadFromJsonAsync<Health>());
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.StatusCode);
        Assert.NotNull(page.Headers.RetryAfter);
        string said = await page.Content.ReadAsStringAsync() + await ready.Content.ReadAsStringAsync();
        Assert.DoesNotContain(secret, said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", site.Output, StringComparison.Ordinal);
        Assert.Contains("The site could not start: Database failed", site.Output, StringComparison.Ordinal);
    }

    private sealed record Health(string Status, string? Step);
}
