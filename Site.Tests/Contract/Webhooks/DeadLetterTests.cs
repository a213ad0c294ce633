using Site.Core.Hosting.Webhooks;
using Site.Core.Persistence;
using Site.Tests.Support;
using Umbraco.Cms.Core.Models;

namespace Site.Tests.Contract.Webhooks;

/// <summary>What becomes of events that a receiver does not take, on both engines.</summary>
public abstract class DeadLetterTests(SiteFixture site) : WebhookScenario(site)
{
    [Fact]
    public async Task What_fails_for_the_last_time_is_kept_with_the_reason_and_makes_way_for_what_comes_after_it()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1, 2);

        await FailAsync();

        // MaximumRetries is 2: the first attempt and two more, then the next one's first.
        Assert.Equal(["1", "1", "1", "2"], Numbers(receiver));
        DeadLetter letter = Assert.Single(Dead(webhook));
        Assert.Equal((3, "500 Internal Server Error", Event), (letter.Attempts, letter.Reason, letter.EventAlias));
        Assert.Equal(receiver.Received[0].Id, $"msg_{letter.Key:N}");
        Assert.Single(await QueuedAsync(webhook));
        QueueState health = await Site.Get<DatabaseProbe>().ReadQueueAsync(CancellationToken.None);
        Assert.Equal((1, 1, 1), (health.WebhookRequests, health.FailedBefore, health.DeadLetters));
    }

    [Fact]
    public async Task A_replayed_one_is_sent_with_its_first_id_and_is_dead_no_more()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1, 2);
        await FailAsync();
        await FailAsync();
        DeadLetter[] letters = Dead(webhook);

        receiver.Status = 200;
        Assert.Equal(2, Letters.Replay([.. letters.Select(x => x.Id)]));
        Assert.Equal(0, Letters.Replay([.. letters.Select(x => x.Id)]));
        await DeliverAsync();

        Assert.Equal(2, letters.Length);
        Assert.Equal(letters.Select(x => $"msg_{x.Key:N}"), receiver.Received.TakeLast(2).Select(x => x.Id));
        Assert.Equal(["1", "2"], Numbers(receiver)[^2..]);
        Assert.Equal("0", receiver.Received[^1].Headers["Umb-Webhook-RetryCount"]);
        Assert.Empty(Dead(webhook));
        Assert.Empty(await QueuedAsync(webhook));
    }

    [Fact]
    public async Task What_has_waited_for_a_day_behind_one_that_is_given_up_is_given_up_with_it()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 500;
        IWebhook webhook = await AddAsync(receiver.Url);
        int[] numbers = [.. Enumerable.Range(1, 120)];
        await QueueAsync(webhook, numbers);
        await DeliverAsync();
        Time.Advance(WebhookLane.LongestWait);
        await DeliverAsync();
        Time.Advance(WebhookLane.LongestWait);
        await Requests.CreateAsync(webhook.Key, Event, new { Number = 200 });
        await Site.Database.ExecuteAsync($"UPDATE \"umbracoWebhookRequest\" SET \"dueDate\" = '{Time.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z' WHERE \"requestObject\" LIKE '%200%'");

        await DeliverAsync();

        Assert.Equal(numbers.Length, Dead(webhook).Length);
        Assert.Equal((0, "It waited for 24 hours behind others that were given up."), (Dead(webhook)[^1].Attempts, Dead(webhook)[^1].Reason));
        Assert.Contains("200", Assert.Single(await QueuedAsync(webhook)).RequestObject, StringComparison.Ordinal);
        Assert.DoesNotContain("2", Numbers(receiver));
    }

    [Fact]
    public async Task A_receiver_that_is_gone_for_good_has_its_webhook_disabled_and_nothing_is_lost()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 410;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1, 2, 3);

        await DeliverAsync();

        Assert.Equal(["1"], Numbers(receiver));
        Assert.False((await Webhooks.GetAsync(webhook.Key))!.Enabled);
        Assert.Empty(await QueuedAsync(webhook));
        Assert.Equal([1, 0, 0], Dead(webhook).Select(x => x.Attempts));
        Assert.All(Dead(webhook), x => Assert.StartsWith("410 Gone", x.Reason, StringComparison.Ordinal));

        webhook.Enabled = true;
        await Webhooks.UpdateAsync(webhook);
        receiver.Status = 200;
        Letters.Replay([.. Dead(webhook).Select(x => x.Id)]);
        await DeliverAsync();
        Assert.Equal(["1", "1", "2", "3"], Numbers(receiver));
    }

    [Fact]
    public async Task What_is_queued_for_a_webhook_that_was_disabled_since_is_kept_with_the_dead()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        int[] numbers = [.. Enumerable.Range(1, 120)];
        await QueueAsync(webhook, numbers);
        webhook.Enabled = false;
        await Webhooks.UpdateAsync(webhook);

        await DeliverAsync();

        Assert.Empty(receiver.Received);
        Assert.Empty(await QueuedAsync(webhook));
        Assert.Equal(numbers.Length, Dead(webhook).Length);
        Assert.All(Dead(webhook), x => Assert.Equal((0, "The webhook is disabled."), (x.Attempts, x.Reason)));
    }

    [Fact]
    public async Task One_that_is_too_large_is_not_sent_at_all()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        IWebhook webhook = await AddAsync(receiver.Url);
        await Requests.CreateAsync(webhook.Key, Event, new { Text = new string('x', WebhookSender.MaxBodyBytes) });
        await QueueAsync(webhook, 2);

        await DeliverAsync();

        Assert.Equal(["2"], Numbers(receiver));
        Assert.Contains("may be sent", Assert.Single(Dead(webhook)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task They_go_with_their_webhook()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 410;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1);
        await DeliverAsync();
        Assert.Single(Dead(webhook));

        await Webhooks.DeleteAsync(webhook.Key);

        Assert.Empty(Dead(webhook));
    }

    [Fact]
    public async Task They_are_deleted_after_thirty_days()
    {
        await using WebhookReceiver receiver = await WebhookReceiver.StartAsync();
        receiver.Status = 410;
        IWebhook webhook = await AddAsync(receiver.Url);
        await QueueAsync(webhook, 1);
        await DeliverAsync();

        Time.Advance(TimeSpan.FromDays(30));
        Assert.True(await RunAsync(Make<DeadLetterCleanupJob>(Letters, Time), CancellationToken.None));
        Assert.Single(Dead(webhook));

        Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await RunAsync(Make<DeadLetterCleanupJob>(Letters, Time), CancellationToken.None));
        Assert.Empty(Dead(webhook));
    }

    // Until the first one in the queue is given up.
    private async Task FailAsync()
    {
        for (int attempt = 0; attempt < 3; attempt++)
        {
            await DeliverAsync();
            Time.Advance(WebhookBackoff.Longest);
        }
    }

    [Collection(SiteFixture.Collection)]
    public sealed class OnSqlite(SqliteSite site) : DeadLetterTests(site), IClassFixture<SqliteSite>;

    [Collection(SiteFixture.Collection)]
    public sealed class OnPostgres(PostgresSite site) : DeadLetterTests(site), IClassFixture<PostgresSite>;
}
