using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using Site.Core.Hosting.Webhooks;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Webhooks;

/// <summary>The delivery of what is in the queue, on both engines.</summary>
public abstract class WebhookDeliveryTests(SiteFixture site) : WebhookScenario(site)
{
    [Fact]
    public async Task An_event_is_told_once_with_its_headers_and_logged()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { Nom = "Ségou" });

        await DeliverAsync();
        await DeliverAsync();

        ReceivedRequest received = Assert.Single(receiver.Received);
        Assert.Contains("Ségou", received.Body, StringComparison.Ordinal);
        Assert.Equal("application/json; charset=utf-8", received.Headers.ContentType);
        Assert.Equal(Event, received.Headers["Umb-Webhook-Event"]);
        Assert.Equal("0", received.Headers["Umb-Webhook-RetryCount"]);
        Assert.NotEmpty(received.Headers["Umb-Webhook-Date"].ToString());
        Assert.Equal("1", received.Headers["X-Key"]);
        Assert.Empty(await QueuedAsync(webhook));
        WebhookLog log = Assert.Single(await LogsAsync(webhook));
        Assert.True(log.IsSuccessStatusCode);
        Assert.False(log.ExceptionOccured);
        Assert.Equal("merci", log.ResponseBody);
        Assert.Contains("Ségou", log.RequestBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_sent_again_after_longer_and_longer_waits_and_holds_back_what_comes_after_it()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1, 2);

        await DeliverAsync();
        Time.Advance(TimeSpan.FromSeconds(9.9));
        await DeliverAsync();
        Assert.Equal(["1"], Numbers(receiver));

        // The period is 10 s, and up to a quarter more.
        Time.Advance(TimeSpan.FromSeconds(2.7));
        await DeliverAsync();
        Time.Advance(TimeSpan.FromSeconds(39.9));
        await DeliverAsync();
        Assert.Equal(["1", "1"], Numbers(receiver));

        receiver.Status = 200;
        Time.Advance(TimeSpan.FromSeconds(10.2));
        await DeliverAsync();

        Assert.Equal(["1", "1", "1", "2"], Numbers(receiver));
        Assert.Equal(["0", "1", "2", "0"], receiver.Received.Select(x => x.Headers["Umb-Webhook-RetryCount"].ToString()));
        Assert.Equal(2, receiver.Received.Select(x => x.Id).Distinct().Count());
        Assert.Empty(await QueuedAsync(webhook));
        Assert.Empty(Dead(webhook));
        Assert.Equal([true, true, false, false], (await LogsAsync(webhook)).Select(x => x.IsSuccessStatusCode));
    }

    [Theory]
    [InlineData("3600", 3600)]
    [InlineData("1", 10)]
    [InlineData("999999", 6 * 3600)]
    public async Task A_receiver_may_say_when_to_come_again_within_bounds(string retryAfter, int seconds)
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 429;
        receiver.AnswerHeaders["Retry-After"] = retryAfter;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1);

        await DeliverAsync();
        Time.Advance(TimeSpan.FromSeconds(seconds - 1));
        await DeliverAsync();
        Assert.Single(receiver.Received);

        Time.Advance(TimeSpan.FromSeconds(1));
        await DeliverAsync();
        Assert.Equal(2, receiver.Received.Count);
    }

    [Fact]
    public async Task One_that_does_not_answer_keeps_no_other_waiting_not_even_for_what_comes_meanwhile()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        await using WebhookReceiver slow = await WebhookReceiver.StartAsync();
        slow.Holding = WebhookReceiver.Forever;
        IWebhook waiting = await AddAsync(slow.Url);
        IWebhook alive = await AddAsync(receiver.Url);
        await QueueAsync(waiting, 1, 2);
        await QueueAsync(alive, 3, 4);

        var patience = new FakeTimeProvider(Time.GetUtcNow());
        Task<bool> run = RunAsync(Job(patience), CancellationToken.None);
        await slow.ArrivalAsync();
        await receiver.ArrivalAsync();
        await receiver.ArrivalAsync();
        Assert.Equal(["3", "4"], Numbers(receiver));

        // The run looks for more again and again while it waits for the one that does not answer.
        await QueueAsync(alive, 5);
        Task arrival = receiver.ArrivalAsync();
        while (await Task.WhenAny(arrival, Time.AwaitedAsync()) != arrival)
        {
            Time.Advance(TimeSpan.FromSeconds(10));
        }

        await arrival;
        Assert.Equal(["3", "4", "5"], Numbers(receiver));
        Assert.False(run.IsCompleted);
        Assert.Empty(await LogsAsync(waiting));

        patience.Advance(WebhookSender.Patience);
        Assert.True(await run);
        Assert.Equal(["1"], Numbers(slow));
        Assert.Equal([1, 0], (await QueuedAsync(waiting)).Select(x => x.RetryCount));
        WebhookLog log = Assert.Single(await LogsAsync(waiting));
        Assert.True(log.ExceptionOccured);
        Assert.Contains("10 seconds", log.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_webhooks_than_are_told_at_a_time_are_all_told()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        int[] numbers = [.. Enumerable.Range(100, (2 * WebhookDeliveryJob.MaxLanes) + 1)];
        foreach (int number in numbers)
        {
            await QueueAsync(await AddAsync(receiver.Url), number);
        }

        await DeliverAsync();

        Assert.Equal(numbers.Select(x => x.ToString(CultureInfo.InvariantCulture)), Numbers(receiver).Order());
    }

    [Fact]
    public async Task What_was_being_sent_when_the_site_stopped_is_sent_again_with_the_same_id()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Holding = WebhookReceiver.Forever;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1, 2);
        using (var stop = new CancellationTokenSource())
        {
            Task<bool> run = RunAsync(Job(), stop.Token);
            await receiver.ArrivalAsync();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);
        }

        await Site.RestartAsync();
        receiver.Holding = Task.CompletedTask;
        await DeliverAsync();

        Assert.Equal(["1", "1", "2"], Numbers(receiver));
        Assert.Equal(receiver.Received[0].Id, receiver.Received[1].Id);
        Assert.NotEqual(receiver.Received[0].Id, receiver.Received[2].Id);
        Assert.Equal("0", receiver.Received[1].Headers["Umb-Webhook-RetryCount"]);
    }

    [Fact]
    public async Task What_is_queued_for_a_webhook_that_is_gone_is_dropped()
    {
        WebhookRequest orphan = await Requests.CreateAsync(Guid.NewGuid(), Event, new { });

        await DeliverAsync();

        Assert.DoesNotContain(await Requests.GetAllAsync(), x => x.Id == orphan.Id);
        Assert.DoesNotContain(Letters.GetAll(), x => x.WebhookKey == orphan.WebhookKey);
    }

    [Fact]
    public async Task A_redirect_is_not_followed_but_named_and_only_the_beginning_of_an_answer_is_kept()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        await using WebhookReceiver elsewhere = await WebhookReceiver.StartAsync();
        receiver.Status = 307;
        receiver.AnswerHeaders["Location"] = elsewhere.Url;
        receiver.Answer = new string('x', 200_000);
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1);

        for (int attempt = 0; attempt < 3; attempt++)
        {
            await DeliverAsync();
            Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(3, receiver.Received.Count);
        Assert.Empty(elsewhere.Received);
        Assert.All(await LogsAsync(webhook), log =>
        {
            Assert.False(log.IsSuccessStatusCode);
            Assert.Equal(16 * 1024, log.ResponseBody.Length);
        });
        Assert.Contains($"307 Temporary Redirect to {elsewhere.Url}", Assert.Single(Dead(webhook)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_no_database_can_keep_does_not_have_it_sent_for_ever()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Answer = "a\0b";
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1);

        await DeliverAsync();

        Assert.Empty(await QueuedAsync(webhook));
        Assert.Equal("a\uFFFDb", Assert.Single(await LogsAsync(webhook)).ResponseBody);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:10.0.0.1]/")]
    [InlineData("http://192.168.0.1/")]
    [InlineData("http://user:password@example.org/")]
    [InlineData("http://example.org:25/")]
    [InlineData("not a url")]
    [InlineData("http://[")]
    [InlineData("file:///etc/passwd")]
    public async Task An_address_that_is_not_to_be_reached_is_logged_as_a_failure(string url)
    {
        IWebhook webhook = await AddAsync(url);
        await QueueAsync(webhook, 1);

        await DeliverAsync();

        Assert.True(Assert.Single(await LogsAsync(webhook)).ExceptionOccured);
        Assert.Equal(1, Assert.Single(await QueuedAsync(webhook)).RetryCount);
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : WebhookDeliveryTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : WebhookDeliveryTests(site), IClassFixture<PostgresSite>;
}
