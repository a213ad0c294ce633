using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Domains;

/// <summary>Registers the repository of domains.</summary>
internal static class DomainsRegistration
{
    public static IServiceCollection AddDomainRepositories(this IServiceCollection services) =>
        services.AddSingleton<IDomainRepository, DomainRepository>();
}
