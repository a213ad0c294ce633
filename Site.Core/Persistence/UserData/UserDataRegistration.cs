using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.UserData;

/// <summary>Registers the repository of what is remembered for users, and Core's service on it, which Core leaves to the host.</summary>
internal static class UserDataRegistration
{
    public static IServiceCollection AddUserDataRepositories(this IServiceCollection services) => services
        .AddSingleton<IUserDataRepository, UserDataRepository>()
        .AddSingleton<IUserDataService, UserDataService>();
}
