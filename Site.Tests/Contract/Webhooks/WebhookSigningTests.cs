using Microsoft.AspNetCore.DataProtection;
using Site.Core.Hosting.Webhooks;
using Site.Core.Sync.Export;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Webhooks;

/// <summary>How a receiver knows that a request comes from the site and is whole (specs: safety checks, C5), on both engines.</summary>
public abstract class WebhookSigningTests(SiteFixture site) : WebhookScenario(site)
{
    [Fact]
    public async Task A_receiver_can_check_every_byte_the_id_and_the_time()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { Nom = "Ségou — « été » 🌍" });
        string secret = SecretOf(webhook);

        await DeliverAsync();

        ReceivedRequest received = Assert.Single(receiver.Received);
        Assert.True(received.IsSignedWith(secret));
        Assert.Equal(Time.GetUtcNow().ToUnixTimeSeconds(), received.Sent.ToUnixTimeSeconds());
        Assert.Matches("^msg_[0-9a-f]{32}$", received.Id);
        Assert.False(received.IsSignedWith(WebhookSecret.Create().Reveal()));
        Assert.False((received with { Bytes = [.. received.Bytes, (byte)' '] }).IsSignedWith(secret));
        foreach ((string header, string value) in (ReadOnlySpan<(string, string)>)[("webhook-id", "msg_other"), ("webhook-timestamp", "1")])
        {
            ReceivedRequest tampered = received with { Headers = new Microsoft.AspNetCore.Http.HeaderDictionary(received.Headers.ToDictionary()) };
            tampered.Headers[header] = value;
            Assert.False(tampered.IsSignedWith(secret));
        }
    }

    [Fact]
    public async Task Each_attempt_has_its_own_time_and_signature_and_the_id_of_the_first()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 503;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1);

        await DeliverAsync();
        Time.Advance(TimeSpan.FromHours(1));
        await DeliverAsync();

        ReceivedRequest[] received = [.. receiver.Received];
        Assert.All(received, x => Assert.True(x.IsSignedWith(SecretOf(webhook))));
        Assert.Equal(received[0].Id, received[1].Id);
        Assert.Equal(TimeSpan.FromHours(1), received[1].Sent - received[0].Sent);
        Assert.NotEqual(received[0].Signatures, received[1].Signatures);
    }

    [Fact]
    public async Task After_a_rotation_both_secrets_sign_for_a_day()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        string first = SecretOf(webhook);
        string second = Secrets.Rotate(webhook.Key).Reveal();

        await QueueAsync(webhook, 1);
        await DeliverAsync();
        Time.Advance(WebhookSecrets.Overlap);
        await QueueAsync(webhook, 2);
        await DeliverAsync();

        Assert.NotEqual(first, second);
        Assert.Equal(2, receiver.Received[0].Signatures.Length);
        Assert.True(receiver.Received[0].IsSignedWith(first));
        Assert.True(receiver.Received[0].IsSignedWith(second));
        Assert.Single(receiver.Received[1].Signatures);
        Assert.True(receiver.Received[1].IsSignedWith(second));
    }

    [Fact]
    public async Task Every_webhook_has_a_secret_of_its_own_that_outlives_a_restart_and_not_the_webhook()
    {
        IWebhook one = await AddAsync("https://example.org/1");
        IWebhook two = await AddAsync("https://example.org/2");
        string secret = SecretOf(one);

        Assert.Matches("^whsec_[A-Za-z0-9+/]{43}=$", secret);
        Assert.NotEqual(secret, SecretOf(two));
        await Site.RestartAsync();
        Assert.Equal(secret, SecretOf(one));

        await Webhooks.DeleteAsync(one.Key);
        await AddAsync("https://example.org/1", x => x.Key = one.Key);
        Assert.NotEqual(secret, SecretOf(one));
    }

    [Fact]
    public async Task Two_that_ask_for_the_first_time_at_once_get_the_same_secret()
    {
        IWebhook webhook = await AddAsync("https://example.org/");

        string[] secrets = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SecretOf(webhook))));

        Assert.Single(secrets.Distinct());
    }

    [Fact]
    public async Task A_header_of_the_webhook_cannot_take_the_place_of_a_signed_one()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url, x => x.Headers = new Dictionary<string, string>
        {
            ["Webhook-Id"] = "msg_forged",
            ["WEBHOOK-TIMESTAMP"] = "1",
            ["webhook-signature"] = "v1,forged",
        });
        await QueueAsync(webhook, 1);

        await DeliverAsync();

        ReceivedRequest received = Assert.Single(receiver.Received);
        Assert.Single(received.Signatures);
        Assert.True(received.IsSignedWith(SecretOf(webhook)));
    }

    [Fact]
    public async Task The_secret_is_in_no_row_in_the_clear_in_no_log_and_in_no_exported_file()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url, x => x.Name = "Export");
        string secret = SecretOf(webhook)["whsec_".Length..];
        await QueueAsync(webhook, 1);
        await DeliverAsync();
        string folder = Directory.CreateTempSubdirectory("site-test-").FullName;
        await Site.Get<SyncExporter>().ExportAsync(folder, CancellationToken.None);

        string stored = Assert.Single(await Site.Database.QueryAsync("SELECT \"secret\" FROM \"siteWebhookSecret\""));
        string[] files = Directory.GetFiles(folder, "*.config", SearchOption.AllDirectories);

        Assert.DoesNotContain(secret, stored, StringComparison.Ordinal);
        Assert.All(await LogsAsync(webhook), x => Assert.DoesNotContain(secret, x.RequestHeaders + x.RequestBody + x.ResponseHeaders, StringComparison.Ordinal));
        Assert.Contains(files, x => System.IO.File.ReadAllText(x).Contains(webhook.Key.ToString(), StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(files, x => System.IO.File.ReadAllText(x).Contains(secret, StringComparison.Ordinal));
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("Authorization", "Bearer jeton")]
    [InlineData("X-Token", "jeton")]
    [InlineData("Authorization", "Bearer jeton\n")]
    [InlineData("Date", "jeton")]
    [InlineData("Content-Type", "jeton")]
    public async Task What_logs_the_site_in_at_the_receiver_is_sent_and_not_shown_in_the_log(string name, string value)
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url, x => x.Headers = new Dictionary<string, string> { [name] = value });
        await QueueAsync(webhook, 1);

        await DeliverAsync();

        WebhookLog log = Assert.Single(await LogsAsync(webhook));
        Assert.Equal(log.ExceptionOccured, receiver.Received.Count == 0);
        Assert.All(receiver.Received, x => Assert.Equal(value, x.Headers[name]));
        Assert.Contains(name, log.RequestHeaders + log.ResponseBody, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("jeton", string.Join(' ', log.RequestHeaders, log.RequestBody, log.ResponseHeaders, log.ResponseBody), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_that_the_keys_do_not_open_sends_nothing_and_says_what_to_do()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        string text = Site.Get<IDataProtectionProvider>().CreateProtector("Another purpose").Protect("whsec_AAAA");
        SecretOf(webhook);
        await Site.Database.ExecuteAsync($"UPDATE \"siteWebhookSecret\" SET \"secret\" = '{text}'");
        await QueueAsync(webhook, 1);

        await DeliverAsync();

        Assert.Empty(receiver.Received);
        Assert.Single(await QueuedAsync(webhook));
        Assert.Contains("--rotate", Assert.Single(await LogsAsync(webhook)).ResponseBody, StringComparison.Ordinal);
        Assert.Contains("--rotate", Assert.Throws<InvalidOperationException>(() => Secrets.Get(webhook.Key)).Message, StringComparison.Ordinal);

        string next = Secrets.Rotate(webhook.Key).Reveal();
        Time.Advance(WebhookBackoff.Longest);
        await DeliverAsync();
        Assert.True(Assert.Single(receiver.Received).IsSignedWith(next));
    }

    private string SecretOf(IWebhook webhook) => Secrets.Get(webhook.Key)[0].Reveal();

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : WebhookSigningTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : WebhookSigningTests(site), IClassFixture<PostgresSite>;
}
