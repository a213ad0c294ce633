using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Delivers what is due for one webhook, in its order.</summary>
/// <remarks>
/// A delivery leaves the queue after it was answered. A process that dies in between sends it again, with the same id: a receiver gets
/// everything at least once, and knows by the id what it has already.
/// </remarks>
internal sealed class WebhookLane(
    DeliveryQueue queue,
    WebhookSender sender,
    IWebhookService webhooks,
    IWebhookLogService logs,
    IOptionsMonitor<WebhookSettings> settings,
    TimeProvider time,
    ILogger<WebhookLane> logger)
{
    /// <summary>How long something waits at the most behind deliveries that are given up: a receiver that is gone must not fill the queue.</summary>
    internal static readonly TimeSpan LongestWait = TimeSpan.FromHours(24);

    // How long one webhook goes on before another that waits may have its place.
    private static readonly TimeSpan _turn = TimeSpan.FromSeconds(30);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>Delivers until nothing is due, an attempt fails, or the webhook's turn is over.</summary>
    /// <exception cref="OperationCanceledException">The site is stopped.</exception>
    public async Task RunAsync(Guid webhookKey, CancellationToken cancellationToken)
    {
        DateTime end = Now + _turn;
        while (settings.CurrentValue.Enabled && Now < end && queue.Read(x => x.GetDue(webhookKey, Now)) is { } delivery)
        {
            // Core says that there is always one; it may be gone.
            IWebhook? webhook = await webhooks.GetAsync(webhookKey);
            if (webhook is null)
            {
                queue.Write(x => x.RemoveAll(webhookKey));
            }
            else if (!webhook.Enabled)
            {
                BuryAll(webhookKey, "The webhook is disabled.");
            }
            else
            {
                await DeliverAsync(delivery, webhook, cancellationToken);
            }
        }
    }

    private async Task DeliverAsync(WebhookDelivery delivery, IWebhook webhook, CancellationToken cancellationToken)
    {
        WebhookAttempt attempt = await sender.SendAsync(delivery, webhook, cancellationToken);

        // First the queue: an answer that cannot be logged must not have it sent for ever.
        await SettleAsync(delivery, webhook, attempt);
        if (attempt.Log is { } log)
        {
            await logs.CreateAsync(log);
        }
    }

    private async Task SettleAsync(WebhookDelivery delivery, IWebhook webhook, WebhookAttempt attempt)
    {
        if (attempt.Outcome == WebhookOutcome.Accepted)
        {
            queue.Write(x => x.Remove(delivery));
        }
        else if (attempt.Outcome == WebhookOutcome.Failed && delivery.Attempts < settings.CurrentValue.MaximumRetries)
        {
            TimeSpan wait = WebhookBackoff.After(delivery.Attempts, settings.CurrentValue.Period, attempt.RetryAfter, Random.Shared.NextDouble());
            queue.Write(x => x.Postpone(delivery, Now + wait));
        }
        else
        {
            GiveUp(delivery, attempt.Reason);
        }

        if (attempt.Outcome == WebhookOutcome.Gone)
        {
            webhook.Enabled = false;
            await webhooks.UpdateAsync(webhook);
            BuryAll(webhook.Key, attempt.Reason);
        }
    }

    private void GiveUp(WebhookDelivery delivery, string reason)
    {
        DateTime now = Now;
        queue.Write(x =>
        {
            x.Bury(delivery, reason, now);
            x.BuryOverdue(delivery.WebhookKey, now - LongestWait, $"It waited for {LongestWait.TotalHours} hours behind others that were given up.", now);
        });
        logger.LogWarning(
            "{Message} ({Event}) was given up for the webhook {Webhook}: {Reason} To see such deliveries: webhooks dead",
            delivery.MessageId,
            delivery.EventAlias,
            delivery.WebhookKey,
            reason);
    }

    private void BuryAll(Guid webhookKey, string reason)
    {
        queue.Write(x => x.BuryAll(webhookKey, reason, Now));
        logger.LogWarning("What was queued for the webhook {Webhook} was given up: {Reason} To see it: webhooks dead", webhookKey, reason);
    }
}
