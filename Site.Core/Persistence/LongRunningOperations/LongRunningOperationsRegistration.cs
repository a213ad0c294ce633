using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.LongRunningOperations;

/// <summary>Registers the repository of long-running operations.</summary>
internal static class LongRunningOperationsRegistration
{
    public static IServiceCollection AddLongRunningOperationRepositories(this IServiceCollection services) =>
        services.AddSingleton<ILongRunningOperationRepository, LongRunningOperationRepository>();
}
