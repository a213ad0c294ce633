using Microsoft.Extensions.DependencyInjection;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.KeyValues;

/// <summary>Registers the repository of key-value pairs.</summary>
internal static class KeyValuesRegistration
{
    public static IServiceCollection AddKeyValueRepositories(this IServiceCollection services) =>
        services.AddSingleton<IKeyValueRepository, KeyValueRepository>();
}
