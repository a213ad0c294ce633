using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Relations;

/// <summary>Registers the repositories of relations.</summary>
internal static class RelationsRegistration
{
    public static IServiceCollection AddRelationRepositories(this IServiceCollection services) => services
        .AddSingleton<IRelationTypeRepository, RelationTypeRepository>()
        .AddSingleton<IRelationRepository, RelationRepository>()
        .AddSingleton<ITrackedReferencesRepository, TrackedReferencesRepository>();

    /// <summary>Adds what keeps relations when documents and media move.</summary>
    public static IUmbracoBuilder AddRelationHandlers(this IUmbracoBuilder builder) => builder
        .AddNotificationHandler<ContentMovedToRecycleBinNotification, OriginalParentHandler>()
        .AddNotificationHandler<ContentMovedNotification, OriginalParentHandler>()
        .AddNotificationHandler<MediaMovedToRecycleBinNotification, OriginalParentHandler>()
        .AddNotificationHandler<MediaMovedNotification, OriginalParentHandler>();
}
