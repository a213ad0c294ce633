using Microsoft.Extensions.DependencyInjection;

namespace Site.Core.Persistence.Install;

/// <summary>Registers what fills a new database.</summary>
internal static class InstallRegistration
{
    public static IServiceCollection AddInstallers(this IServiceCollection services) => services
        .AddSingleton<SystemNodesInstaller>()
        .AddSingleton<StockSchemaInstaller>()
        .AddSingleton<RelationTypesInstaller>()
        .AddSingleton<UsersInstaller>();
}
