using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Jobs;

namespace Site.Core.Delivery.Keys;

/// <summary>Registers the keys of the Content Delivery API's consumers.</summary>
internal static class DeliveryKeysRegistration
{
    public static IServiceCollection AddDeliveryKeys(this IServiceCollection services) => services
        .AddSingleton<DeliveryKeyRing>()
        .AddSingleton<DeliveryApiKeys>()
        .AddSingleton<DeliveryAudience>()
        .AddSingleton<DeliveryKeyUse>()
        .AddJob<DeliveryKeyUseJob>();
}
