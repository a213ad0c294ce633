using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.DeliveryChanges;

namespace Site.Core.Persistence.DeliveryChanges;

/// <summary>Registers the log of changes.</summary>
internal static class DeliveryChangesRegistration
{
    /// <summary>Adds the log.</summary>
    public static IServiceCollection AddDeliveryChangeLog(this IServiceCollection services) =>
        services.AddSingleton<IDeliveryChangeLog, DeliveryChangeLog>();
}
