using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Redirects;

/// <summary>Registers the repository of redirects.</summary>
internal static class RedirectsRegistration
{
    public static IServiceCollection AddRedirectRepositories(this IServiceCollection services) =>
        services.AddSingleton<IRedirectUrlRepository, RedirectUrlRepository>();
}
