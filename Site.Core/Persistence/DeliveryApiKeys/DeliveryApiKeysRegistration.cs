using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Delivery;

namespace Site.Core.Persistence.DeliveryApiKeys;

/// <summary>Registers the repository of the Content Delivery API's keys.</summary>
internal static class DeliveryApiKeysRegistration
{
    public static IServiceCollection AddDeliveryApiKeyRepositories(this IServiceCollection services) =>
        services.AddSingleton<IDeliveryApiKeyRepository, DeliveryApiKeyRepository>();
}
