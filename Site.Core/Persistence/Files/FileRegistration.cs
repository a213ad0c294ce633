using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Files;

/// <summary>Registers the repositories of files.</summary>
internal static class FileRegistration
{
    public static IServiceCollection AddFileRepositories(this IServiceCollection services) => services
        .AddSingleton<IStylesheetRepository, NoStylesheetRepository>()
        .AddSingleton<IScriptRepository, NoScriptRepository>()
        .AddSingleton<IPartialViewRepository, NoPartialViewRepository>();
}
