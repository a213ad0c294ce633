using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Webhooks;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Webhooks;

/// <summary>Registers the repositories of webhooks.</summary>
internal static class WebhooksRegistration
{
    public static IServiceCollection AddWebhookRepositories(this IServiceCollection services) => services
        .AddSingleton<IWebhookRepository, WebhookRepository>()
        .AddSingleton<IWebhookLogRepository, WebhookLogRepository>()
        .AddSingleton<IWebhookRequestRepository, WebhookRequestRepository>()
        .AddSingleton<IWebhookDeliveryStore, WebhookDeliveryStore>()
        .AddSingleton<IDeadLetterStore, DeadLetterStore>()
        .AddSingleton<IWebhookSecretStore, WebhookSecretStore>();
}
