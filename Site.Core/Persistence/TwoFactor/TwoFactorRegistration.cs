using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.TwoFactor;

/// <summary>Registers the repository of second factors.</summary>
internal static class TwoFactorRegistration
{
    public static IServiceCollection AddTwoFactorRepositories(this IServiceCollection services) =>
        services.AddSingleton<ITwoFactorLoginRepository, TwoFactorLoginRepository>();
}
