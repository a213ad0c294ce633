using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Notifications;

/// <summary>Registers the repository of what users want to be told of.</summary>
internal static class NotificationsRegistration
{
    public static IServiceCollection AddNotificationRepositories(this IServiceCollection services) =>
        services.AddSingleton<INotificationsRepository, NotificationsRepository>();
}
