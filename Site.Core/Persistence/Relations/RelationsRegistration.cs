using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Relations;

/// <summary>Registers the repositories of relations.</summary>
internal static class RelationsRegistration
{
    public static IServiceCollection AddRelationRepositories(this IServiceCollection services) => services
        .AddSingleton<IRelationTypeRepository, RelationTypeRepository>()
        .AddSingleton<IRelationRepository, RelationRepository>()
        .AddSingleton<ITrackedReferencesRepository, TrackedReferencesRepository>();
}
