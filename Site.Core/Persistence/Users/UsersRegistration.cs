using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Users;

/// <summary>Registers the repositories of users and groups.</summary>
internal static class UsersRegistration
{
    public static IServiceCollection AddUserRepositories(this IServiceCollection services) => services
        .AddSingleton<DocumentPermissionStore>()
        .AddSingleton<UserSessionStore>()
        .AddSingleton<UserLoader>()
        .AddSingleton<IUserRepository, UserRepository>()
        .AddSingleton<IUserGroupRepository, UserGroupRepository>();
}
