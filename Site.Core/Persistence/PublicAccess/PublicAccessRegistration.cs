using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.PublicAccess;

/// <summary>Registers the repository of public access.</summary>
internal static class PublicAccessRegistration
{
    public static IServiceCollection AddPublicAccessRepositories(this IServiceCollection services) =>
        services.AddSingleton<IPublicAccessRepository, PublicAccessRepository>();
}
