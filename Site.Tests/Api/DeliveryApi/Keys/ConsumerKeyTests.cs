using System.Net;
using System.Text.Json;
using Site.Core.Delivery.Keys;
using Site.Core.Hosting.Delivery;
using Site.Core.Hosting.Jobs;
using Site.Tests.Support;

namespace Site.Tests.Api.DeliveryApi.Keys;

/// <summary>Keys of consumers: what is said of those that open nothing, rotation, and when they were last used (safety-checks N3, A4).</summary>
public abstract class ConsumerKeyTests(DeliverySite site)
{
    private const string List = DeliverySite.Content + "?take=1";

    private DeliveryApiKeys Keys => site.Get<DeliveryApiKeys>();

    [Fact]
    public async Task A_key_opens_an_API_that_is_not_public_while_it_is_valid()
    {
        using IDisposable settings = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));
        string key = Keys.Add("opens", [], false, null).Text;

        await site.JsonAsync(List, HttpStatusCode.Unauthorized);
        await site.JsonAsync(List, HttpStatusCode.OK, ("Api-Key", key));
        Keys.Revoke("opens");
        Assert.Equal("The key in Api-Key was revoked.", await RefusalAsync(key));
    }

    [Fact]
    public async Task The_owner_of_an_expired_key_learns_so()
    {
        string key = Keys.Add("over", [], false, new DateTime(2020, 2, 3, 4, 5, 6, DateTimeKind.Utc)).Text;

        Assert.Equal("The key in Api-Key expired on 2020-02-03. Ask for a new one.", await RefusalAsync(key));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_does_not_have_the_whole_key_learns_nothing_of_it(bool revoked)
    {
        string name = revoked ? "half-revoked" : "half";
        string key = Keys.Add(name, [], false, null).Text;
        if (revoked)
        {
            Keys.Revoke(name);
        }

        string almost = key[..^1] + (key[^1] == 'A' ? 'B' : 'A');

        Assert.Equal("The key in Api-Key is not known.", await RefusalAsync(almost));
        Assert.Equal("The key in Api-Key is not known.", await RefusalAsync(DeliveryApiSecret.Create().Text));
    }

    [Fact]
    public async Task Where_no_consumers_key_was_sent_the_answer_is_Umbracos()
    {
        using IDisposable settings = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", "false"));
        foreach (string key in (string[])["", "wrong", "site_", DeliveryApiSecret.Create().Text + "x"])
        {
            JsonElement problem = await site.JsonAsync(List, HttpStatusCode.Unauthorized, ("Api-Key", key));

            Assert.Equal(["type", "title", "status", "traceId"], problem.EnumerateObject().Select(x => x.Name));
        }
    }

    [Fact]
    public async Task A_key_without_that_right_opens_no_drafts()
    {
        string key = Keys.Add("no-drafts", [], false, null).Text;

        JsonElement problem = await site.JsonAsync(List, HttpStatusCode.Unauthorized, ("Api-Key", key), ("Preview", "true"));

        Assert.Equal("The key in Api-Key does not open drafts. Leave the header Preview out.", problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task A_rotated_key_is_valid_beside_the_new_one_until_the_end_of_the_overlap()
    {
        string first = Keys.Add("rotates", [Guid.NewGuid()], true, null).Text;
        string second = Keys.Rotate("rotates", TimeSpan.FromDays(7)).Text;
        await site.JsonAsync(List, HttpStatusCode.OK, ("Api-Key", first), ("Preview", "true"));
        await site.JsonAsync(List, HttpStatusCode.OK, ("Api-Key", second), ("Preview", "true"));

        string third = Keys.Rotate("rotates", TimeSpan.Zero).Text;

        DeliveryApiKey[] keys = [.. Keys.GetAll().Where(x => x.Name == "rotates")];
        Assert.StartsWith("The key in Api-Key expired on", await RefusalAsync(first), StringComparison.Ordinal);
        Assert.StartsWith("The key in Api-Key expired on", await RefusalAsync(second), StringComparison.Ordinal);
        await site.JsonAsync(List, HttpStatusCode.OK, ("Api-Key", third), ("Preview", "true"));
        Assert.Equal([1, 2, 3], keys.Select(x => x.Generation));
        Assert.Single(keys.Select(x => x.Organisations.Single()).Distinct());
    }

    [Fact]
    public void A_name_has_one_valid_key_unless_it_rotates()
    {
        Keys.Add("once", [], false, null);

        Assert.Throws<InvalidOperationException>(() => Keys.Add("once", [], false, null));
        Assert.Throws<InvalidOperationException>(() => Keys.Rotate("nobody", TimeSpan.Zero));
        Assert.Empty(Keys.Revoke("nobody"));
        Assert.Single(Keys.Revoke("once"));
        Assert.Throws<InvalidOperationException>(() => Keys.Rotate("once", TimeSpan.Zero));
        Keys.Add("once", [], false, null);
        Assert.Equal([1, 2], Keys.GetAll().Where(x => x.Name == "once").Select(x => x.Generation));
    }

    [Fact]
    public void Only_the_hash_of_a_key_is_kept()
    {
        DeliveryApiSecret secret = Keys.Add("hashed", [], false, null);
        DeliveryApiKey key = Keys.GetAll().Single(x => x.Name == "hashed");

        Assert.Equal(DeliveryApiSecret.Hash(secret.Text), key.Hash);
        Assert.Equal(secret.Text[..15], key.Prefix);
        Assert.DoesNotContain(secret.Text[16..], key.ToString() + secret, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_use_is_written_by_a_job_and_not_by_the_request()
    {
        string key = Keys.Add("used", [], false, null).Text;
        await site.JsonAsync(List, HttpStatusCode.OK, ("Api-Key", key));
        Assert.Null(LastUse());

        DateTime before = DateTime.UtcNow.AddMinutes(-1);
        Assert.True(await site.Get<JobRunner>().RunAsync(site.Get<DeliveryKeyUseJob>(), CancellationToken.None));

        Assert.InRange(LastUse()!.Value, before, DateTime.UtcNow);

        DateTime? LastUse() => Keys.GetAll().Single(x => x.Name == "used").LastUsed;
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task No_shared_cache_keeps_what_a_key_has_opened(bool isPublic, bool varies)
    {
        using IDisposable settings = site.With(("Umbraco:CMS:DeliveryApi:PublicAccess", isPublic ? "true" : "false"));
        string key = Keys.Add(isPublic ? "cached-public" : "cached", [], false, null).Text;
        foreach (string path in (string[])[List, DeliverySite.Media + "?fetch=children:/"])
        {
            using HttpResponseMessage response = await site.SendAsync(path, ("Api-Key", key));

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.True(response.Headers.CacheControl is { Private: true, Public: false });
            Assert.Equal(varies, response.Headers.Vary.Contains("Api-Key"));
        }
    }

    private async Task<string?> RefusalAsync(string key)
    {
        // Also where no key is needed: whose key is over should notice before it is.
        JsonElement problem = await site.JsonAsync(List, HttpStatusCode.Unauthorized, ("Api-Key", key));
        await site.JsonAsync(DeliverySite.Media + "?fetch=children:/", HttpStatusCode.Unauthorized, ("Api-Key", key));
        Assert.Equal(["type", "title", "status", "detail", "traceId"], problem.EnumerateObject().Select(x => x.Name));
        return problem.GetProperty("detail").GetString();
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteDeliverySite site) : ConsumerKeyTests(site), IClassFixture<SqliteDeliverySite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresDeliverySite site) : ConsumerKeyTests(site), IClassFixture<PostgresDeliverySite>;
}
