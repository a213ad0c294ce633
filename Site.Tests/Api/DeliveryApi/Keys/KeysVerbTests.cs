using System.Net;
using System.Text.RegularExpressions;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi.Keys;

/// <summary>The verbs <c>keys …</c> beside a running site, which heeds within seconds what they write.</summary>
public abstract partial class KeysVerbTests(SiteProcess site)
{
    private static readonly TimeSpan _heeded = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_key_is_made_listed_rotated_and_revoked_while_the_site_runs()
    {
        string first = await MakeAsync("add", "radio-kayes", "--organisation", "ap-mali", "--expires", "2999-01-31");
        await WaitForAsync("ap-mali", first, HttpStatusCode.OK);
        await WaitForAsync("ani-mali", first, HttpStatusCode.NotFound);
        await WaitForAsync("", first, HttpStatusCode.OK);

        string second = await MakeAsync("rotate", "radio-kayes", "--overlap", "12h");
        await WaitForAsync("ap-mali", second, HttpStatusCode.OK);
        await WaitForAsync("ap-mali", first, HttpStatusCode.OK);

        CommandResult list = await site.Program.RunAsync("keys", "list");
        Assert.Equal(0, list.ExitCode);
        Assert.Contains($"radio-kayes  {second[..15]}  valid  organisations: ap-mali  preview: no", list.Output, StringComparison.Ordinal);
        Assert.Contains("expires: 2999-01-31T00:00Z", list.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(first[16..], list.Output, StringComparison.Ordinal);

        Assert.Equal(0, (await site.Program.RunAsync("keys", "revoke", first[..15])).ExitCode);
        await WaitForAsync("ap-mali", first, HttpStatusCode.Unauthorized);
        await WaitForAsync("ap-mali", second, HttpStatusCode.OK);
        Assert.Equal(0, (await site.Program.RunAsync("keys", "revoke", "radio-kayes")).ExitCode);
        await WaitForAsync("ap-mali", second, HttpStatusCode.Unauthorized);
        Assert.Equal(1, (await site.Program.RunAsync("keys", "revoke", "radio-kayes")).ExitCode);
    }

    // Makes a key, which is the first line that the program prints.
    private async Task<string> MakeAsync(params string[] arguments)
    {
        CommandResult made = await site.Program.RunAsync(["keys", .. arguments]);
        Assert.True(made.ExitCode == 0, made.Output);
        return Key().Match(made.Output).Value;
    }

    private async Task WaitForAsync(string path, string key, HttpStatusCode status)
    {
        using var timeout = new CancellationTokenSource(_heeded);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        HttpStatusCode answered;
        do
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"umbraco/delivery/api/v2/content/item/{path}");
            request.Headers.Add("Api-Key", key);
            using HttpResponseMessage response = await site.Client.SendAsync(request, timeout.Token);
            answered = response.StatusCode;
        }
        while (answered != status && await timer.WaitForNextTickAsync(timeout.Token));
    }

    [GeneratedRegex("site_[0-9a-f]{10}_[A-Za-z0-9_-]{43}")]
    private static partial Regex Key();

    /// <summary>A site on SQLite that wants a key.</summary>
    public sealed class SqliteKeyedSite() : SiteProcess(Engine.Sqlite)
    {
        /// <inheritdoc />
        protected override void Configure(IDictionary<string, string?> settings) => settings["Umbraco:CMS:DeliveryApi:PublicAccess"] = "false";
    }

    /// <summary>A site on PostgreSQL that wants a key.</summary>
    public sealed class PostgresKeyedSite() : SiteProcess(Engine.Postgres)
    {
        /// <inheritdoc />
        protected override void Configure(IDictionary<string, string?> settings) => settings["Umbraco:CMS:DeliveryApi:PublicAccess"] = "false";
    }

    public sealed class OnSqlite(SqliteKeyedSite site) : KeysVerbTests(site), IClassFixture<SqliteKeyedSite>
    {
        private readonly SqliteKeyedSite _site = site;

        [Theory]
        [InlineData(2, "no organisation \"nowhere\"", "add", "x", "--organisation", "nowhere")]
        [InlineData(2, "is over", "add", "x", "--expires=2020-01-31")]
        [InlineData(2, "is no name", "add", "Radio Kayes")]
        [InlineData(1, "no valid key of nobody", "rotate", "nobody")]
        public async Task What_cannot_be_done_is_refused_with_a_reason(int exitCode, string reason, params string[] arguments)
        {
            CommandResult refused = await _site.Program.RunAsync(["keys", .. arguments]);

            Assert.Equal(exitCode, refused.ExitCode);
            Assert.Contains(reason, refused.Output, StringComparison.Ordinal);
            Assert.DoesNotMatch(Key(), refused.Output);
        }
    }

    public sealed class OnPostgres(PostgresKeyedSite site) : KeysVerbTests(site), IClassFixture<PostgresKeyedSite>;
}
