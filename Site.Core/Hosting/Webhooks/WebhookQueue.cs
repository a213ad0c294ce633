using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Puts what is to be sent to webhooks into the queue, so that whoever saves or publishes does not wait for another server.</summary>
internal sealed class WebhookQueue(IWebhookRequestService requests) : IWebhookFiringService
{
    /// <inheritdoc />
    public Task FireAsync(IWebhook webhook, string eventAlias, object? payload, CancellationToken cancellationToken) =>
        requests.CreateAsync(webhook.Key, eventAlias, payload);
}
