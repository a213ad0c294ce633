using System.Net;
using System.Text.Json;
using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>The program with a key for its health page.</summary>
public sealed class HealthKeySiteProcess() : SiteProcess(Engine.Sqlite)
{
    public const string Key = "a-key-that-nobody-guesses";

    protected override void Configure(IDictionary<string, string?> settings)
    {
        settings["Site:Health:Key"] = Key;
        settings["uSync:Settings:ImportOnFirstBoot"] = "false";
    }
}

/// <summary>What administrators are told, and that nobody else is.</summary>
public sealed class HealthDetailsTests(HealthKeySiteProcess site) : IClassFixture<HealthKeySiteProcess>
{
    [Fact]
    public async Task The_key_opens_the_details()
    {
        using HttpResponseMessage response = await AskAsync(HealthKeySiteProcess.Key);

        JsonElement details = JsonSerializer.Deserialize<JsonElement>(await response.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("Ready", details.GetProperty("status").GetString());
        Assert.True(details.GetProperty("database").GetProperty("isReachable").GetBoolean());
        Assert.Empty(details.GetProperty("database").GetProperty("pendingMigrations").EnumerateArray());
        Assert.Equal(0, details.GetProperty("snapshot").GetProperty("documents").GetInt32());
        Assert.True(details.GetProperty("snapshot").GetProperty("ageSeconds").GetInt64() >= 0);
        Assert.True(details.GetProperty("disk").GetProperty("freeBytes").GetInt64() > 0);
        Assert.Equal(0, details.GetProperty("queue").GetProperty("webhookRequests").GetInt32());
        Assert.Equal(0, details.GetProperty("queue").GetProperty("deadLetters").GetInt32());
        Assert.Contains("Scheduled publishing", details.GetProperty("jobs").EnumerateArray().Select(x => x.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("a-key-that-nobody-guesse")]
    public async Task Without_the_key_there_is_nothing_to_see(string? key)
    {
        using HttpResponseMessage response = await AskAsync(key);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.DoesNotContain("database", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_verb_says_it_beside_the_serving_site_and_without_one()
    {
        CommandResult running = await site.Program.RunAsync("health");
        await using TestDatabase empty = await TestDatabase.CreateAsync(Engine.Sqlite);
        CommandResult stopped = await new SiteProgram(empty).RunAsync("health");

        Assert.True(running.ExitCode == 0, running.Output);
        Assert.Contains("\"status\": \"Running\"", running.Output, StringComparison.Ordinal);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("\"status\": \"Stopped\"", stopped.Output, StringComparison.Ordinal);
        Assert.Contains("there is no database file", stopped.Output, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(empty.DataFolder, "*.db"));
    }

    private async Task<HttpResponseMessage> AskAsync(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health/details");
        if (key is not null)
        {
            request.Headers.Add("X-Health-Key", key);
        }

        return await site.Client.SendAsync(request);
    }
}

/// <summary>Without a key in the settings nobody is told anything.</summary>
[Collection(RunningSiteCollection.Name)]
public sealed class HealthWithoutKeyTests(SqliteSiteProcess site)
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public async Task There_are_no_details(string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "health/details");
        request.Headers.TryAddWithoutValidation("X-Health-Key", key);
        using HttpResponseMessage response = await site.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }
}
