using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Jobs;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Delivery.Changes;

/// <summary>Registers the change feed.</summary>
internal static class ChangeFeedExtensions
{
    /// <summary>Adds what notices and logs changes; <see cref="ChangeFeedService"/>, which does it by itself, is the host's to add.</summary>
    public static IServiceCollection AddChangeFeed(this IServiceCollection services)
    {
        services.AddOptions<ChangeFeedSettings>().BindConfiguration(ChangeFeedSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<DeliveredItemServices>();
        services.AddSingleton<DeliveredItems>();
        services.AddSingleton<ChangeRecorderServices>();
        services.AddSingleton<ChangeRecorder>();
        services.AddJob<ChangeCleanupJob>();

        // Not through AddNotificationHandler, which would make an instance for each.
        return services
            .AddSingleton<ChangeSignals>()
            .AddSingleton<INotificationHandler<ContentCacheRefresherNotification>>(x => x.GetRequiredService<ChangeSignals>())
            .AddSingleton<INotificationHandler<ContentTypeCacheRefresherNotification>>(x => x.GetRequiredService<ChangeSignals>())
            .AddSingleton<INotificationHandler<LanguageCacheRefresherNotification>>(x => x.GetRequiredService<ChangeSignals>())
            .AddSingleton<INotificationHandler<DomainCacheRefresherNotification>>(x => x.GetRequiredService<ChangeSignals>())
            .AddSingleton<INotificationHandler<PublicAccessCacheRefresherNotification>>(x => x.GetRequiredService<ChangeSignals>());
    }
}
