using Microsoft.Extensions.Options;
using Site.Core.Hosting.Jobs;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Sends what is in the queue: each webhook's events in their order, again until one is accepted or was tried often enough.</summary>
internal sealed class WebhookDeliveryJob(
    IWebhookRequestService requests,
    IWebhookService webhooks,
    WebhookSender sender,
    IOptionsMonitor<WebhookSettings> settings) : IJob
{
    private const int WebhooksAtATime = 4;

    /// <inheritdoc />
    public string Name => "Webhook delivery";

    /// <inheritdoc />
    public TimeSpan? Period => settings.CurrentValue.Enabled ? settings.CurrentValue.Period : null;

    /// <inheritdoc />
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        IEnumerable<WebhookRequest> queue = await requests.GetAllAsync();
        var options = new ParallelOptions { MaxDegreeOfParallelism = WebhooksAtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(
            queue.GroupBy(x => x.WebhookKey),
            options,
            async (group, stop) => await DeliverAsync(group.Key, group, stop));
    }

    private async Task DeliverAsync(Guid webhookKey, IEnumerable<WebhookRequest> queued, CancellationToken cancellationToken)
    {
        IWebhook? webhook = await webhooks.GetAsync(webhookKey);
        foreach (WebhookRequest request in queued)
        {
            if (webhook is not { Enabled: true })
            {
                await requests.DeleteAsync(request);
                continue;
            }

            WebhookOutcome outcome = await sender.SendAsync(request, webhook, cancellationToken);
            await SettleAsync(request, outcome);
            if (outcome == WebhookOutcome.NoAnswer)
            {
                // Waiting as long for each of the others would keep every other webhook waiting too.
                return;
            }
        }
    }

    private async Task SettleAsync(WebhookRequest request, WebhookOutcome outcome)
    {
        if (outcome == WebhookOutcome.Accepted || request.RetryCount >= settings.CurrentValue.MaximumRetries)
        {
            await requests.DeleteAsync(request);
            return;
        }

        request.RetryCount++;
        await requests.UpdateAsync(request);
    }
}
