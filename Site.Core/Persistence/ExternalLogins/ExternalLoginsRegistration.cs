using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ExternalLogins;

/// <summary>Registers the repository of sign-ins through other providers.</summary>
internal static class ExternalLoginsRegistration
{
    public static IServiceCollection AddExternalLoginRepositories(this IServiceCollection services) =>
        services.AddSingleton<IExternalLoginWithKeyRepository, ExternalLoginRepository>();
}
