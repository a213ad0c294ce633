using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Webhooks;
using Site.Tests.Support;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Tests.Contract.Webhooks;

/// <summary>The delivery of what is in the queue, on both engines.</summary>
public abstract class WebhookDeliveryTests(SiteFixture site)
{
    private const string Event = Constants.WebhookEvents.Aliases.ContentPublish;

    private IWebhookRequestService Requests => site.Get<IWebhookRequestService>();

    [Fact]
    public async Task An_event_is_told_once_with_its_headers_and_logged()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { Nom = "Ségou" });

        await DeliverAsync();
        await DeliverAsync();

        (string body, Microsoft.AspNetCore.Http.IHeaderDictionary headers) = Assert.Single(receiver.Received);
        Assert.Contains("Ségou", body, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", headers.ContentType);
        Assert.Equal(Event, headers["Umb-Webhook-Event"]);
        Assert.Equal("0", headers["Umb-Webhook-RetryCount"]);
        Assert.NotEmpty(headers["Umb-Webhook-Date"].ToString());
        Assert.Equal("1", headers["X-Key"]);
        Assert.Empty(await QueuedAsync(webhook));
        WebhookLog log = Assert.Single(await LogsAsync(webhook));
        Assert.True(log.IsSuccessStatusCode);
        Assert.False(log.ExceptionOccured);
        Assert.Equal("merci", log.ResponseBody);
        Assert.Contains("Ségou", log.RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_tried_again_as_often_as_the_settings_say()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { });

        for (int run = 0; run < 4; run++)
        {
            await DeliverAsync();
        }

        // MaximumRetries is 2: the first attempt and two more.
        Assert.Equal(["0", "1", "2"], receiver.Received.Select(x => x.Headers["Umb-Webhook-RetryCount"].ToString()));
        Assert.Empty(await QueuedAsync(webhook));
        Assert.Equal([false, false, false], (await LogsAsync(webhook)).Select(x => x.IsSuccessStatusCode));
    }

    [Fact]
    public async Task One_that_does_not_answer_keeps_no_other_waiting()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook dead = await AddAsync(WebhookReceiver.DeadUrl());
        IWebhook alive = await AddAsync(receiver.Url);
        await Requests.CreateAsync(dead.Key, Event, new { Number = 1 });
        await Requests.CreateAsync(dead.Key, Event, new { Number = 2 });
        await Requests.CreateAsync(alive.Key, Event, new { Number = 3 });
        await Requests.CreateAsync(alive.Key, Event, new { Number = 4 });

        await DeliverAsync();

        Assert.Equal(2, receiver.Received.Count);
        Assert.Contains("3", receiver.Received[0].Body, StringComparison.Ordinal);
        Assert.Equal([1, 0], (await QueuedAsync(dead)).Select(x => x.RetryCount));
        Assert.True(Assert.Single(await LogsAsync(dead)).ExceptionOccured);
    }

    [Fact]
    public async Task What_is_queued_for_a_webhook_that_is_disabled_or_gone_is_dropped()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { });
        WebhookRequest orphan = await Requests.CreateAsync(Guid.NewGuid(), Event, new { });
        webhook.Enabled = false;
        await site.Get<IWebhookService>().UpdateAsync(webhook);

        await DeliverAsync();

        Assert.Empty(receiver.Received);
        Assert.Empty(await QueuedAsync(webhook));
        Assert.DoesNotContain(await Requests.GetAllAsync(), x => x.Id == orphan.Id);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_and_only_the_beginning_of_an_answer_is_kept()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 307;
        receiver.Location = receiver.Url;
        receiver.Answer = new string('x', 200_000);
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { });

        await DeliverAsync();

        Assert.Single(receiver.Received);
        WebhookLog log = Assert.Single(await LogsAsync(webhook));
        Assert.False(log.IsSuccessStatusCode);
        Assert.Equal(16 * 1024, log.ResponseBody.Length);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("not a url")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_is_not_to_be_reached_is_logged_as_a_failure(string url)
    {
        IWebhook webhook = await AddAsync(url);
        await Requests.CreateAsync(webhook.Key, Event, new { });

        await DeliverAsync();

        Assert.True(Assert.Single(await LogsAsync(webhook)).ExceptionOccured);
        Assert.Equal(1, Assert.Single(await QueuedAsync(webhook)).RetryCount);
        await site.Get<IWebhookService>().DeleteAsync(webhook.Key);
    }

    private async Task DeliverAsync() => Assert.True(
        await site.Get<JobRunner>().RunAsync(site.Get<WebhookDeliveryJob>(), CancellationToken.None),
        site.Get<JobStates>().Of(site.Get<WebhookDeliveryJob>()).LastError);

    private async Task<IWebhook> AddAsync(string url)
    {
        var webhook = new Webhook(url, true, [], [Event], new Dictionary<string, string> { ["X-Key"] = "1" });
        return (await site.Get<IWebhookService>().CreateAsync(webhook)).Result;
    }

    private async Task<WebhookRequest[]> QueuedAsync(IWebhook webhook) => [.. (await Requests.GetAllAsync()).Where(x => x.WebhookKey == webhook.Key)];

    private async Task<WebhookLog[]> LogsAsync(IWebhook webhook) => [.. (await site.Get<IWebhookLogService>().Get(webhook.Key)).Items];

    /// <summary>The receivers of these tests are on this machine.</summary>
    private static void AllowLoopback(IDictionary<string, string?> settings)
    {
        settings["Site:Outbound:AllowedNetworks:0"] = "127.0.0.0/8";
        settings["Umbraco:CMS:Webhook:MaximumRetries"] = "2";
    }

    public sealed class SqliteSite() : SiteFixture(Engine.Sqlite)
    {
        protected override void Configure(IDictionary<string, string?> settings) => AllowLoopback(settings);
    }

    public sealed class PostgresSite() : SiteFixture(Engine.Postgres)
    {
        protected override void Configure(IDictionary<string, string?> settings) => AllowLoopback(settings);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : WebhookDeliveryTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : WebhookDeliveryTests(site), IClassFixture<PostgresSite>;
}
