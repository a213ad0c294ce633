using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.DynamicRoot.QuerySteps;

namespace Site.Core.Persistence.DynamicRoots;

/// <summary>Registers what finds the documents from which pickers start.</summary>
internal static class DynamicRootsRegistration
{
    public static IServiceCollection AddDynamicRootRepositories(this IServiceCollection services) =>
        services.AddSingleton<IDynamicRootRepository, DynamicRootRepository>();
}
