using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Outbound;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Registers what Core's webhooks leave to the host.</summary>
internal static class WebhooksBuilderExtensions
{
    /// <summary>Adds the queue, its delivery, the dead letters and the clean-up of the log.</summary>
    public static IUmbracoBuilder AddWebhooks(this IUmbracoBuilder builder)
    {
        builder.Services
            .AddSingleton(OutboundOptions.From(builder.Config))
            .AddSingleton<IWebhookFiringService, WebhookQueue>()
            .AddSingleton<WebhookSecrets>()
            .AddSingleton<WebhookSender>()
            .AddSingleton<DeliveryQueue>()
            .AddSingleton<WebhookLane>()
            .AddSingleton(DeadLetterOptions.From(builder.Config))
            .AddSingleton<DeadLetters>()
            .AddJob<WebhookDeliveryJob>()
            .AddJob<DeadLetterCleanupJob>()
            .AddJob<WebhookLogCleanupJob>();
        return builder;
    }
}
