using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Site.Core.Hosting.Caching;
using Site.Core.Hosting.Scoping;
using Site.Core.Hosting.Webhooks;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Logging;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting;

/// <summary>Boots the genuine Umbraco core in a host of ours.</summary>
public static class UmbracoCoreBuilderExtensions
{
    /// <summary>
    /// Adds Umbraco's own registrations, the composers of <paramref name="entryAssembly"/> and of the assemblies that it refers to, and
    /// the scopes in which Umbraco's services work.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">The host's configuration; Umbraco's keys are below <c>Umbraco:CMS</c>.</param>
    /// <param name="entryAssembly">Where the search for composers and other discovered types begins.</param>
    /// <param name="loggerFactory">For what is logged before the container exists.</param>
    /// <returns>The builder on which the other features register; call <see cref="IUmbracoBuilder.Build"/> at the end.</returns>
    public static IUmbracoBuilder AddUmbracoCore(
        this IServiceCollection services,
        IConfiguration configuration,
        Assembly entryAssembly,
        ILoggerFactory loggerFactory)
    {
        var clock = new CacheClock();
        services.AddSingleton(clock);
        services.AddSingleton(SiteFolders.From(configuration));
        AddScopes(services);

        var typeFinder = new TypeFinder(
            loggerFactory.CreateLogger<TypeFinder>(),
            new DefaultUmbracoAssemblyProvider(entryAssembly, loggerFactory),
            additionalExlusionAssemblies: null);
        var typeLoader = new TypeLoader(typeFinder, loggerFactory.CreateLogger<TypeLoader>());
        services.AddSingleton(typeLoader);
        services.AddSingleton<ITypeFinder>(typeFinder);

        return new UmbracoBuilder(services, configuration, typeLoader, loggerFactory, new NoopProfiler(), CreateCaches(clock))
            .AddConfiguration()
            .AddHostAdapters()
            .AddWebhooks()
            .AddComposers();
    }

    private static void AddScopes(IServiceCollection services)
    {
        services.AddSingleton<AmbientScope>();
        services.AddSingleton<CommitAnnouncements>();
        services.AddSingleton<ICoreScopeProvider, SiteScopeProvider>();
        services.AddSingleton<DatabaseLockingMechanism>();
        services.AddSingleton<IDistributedLockingMechanism>(x => x.GetRequiredService<DatabaseLockingMechanism>());
        services.AddSingleton<IDistributedLockingMechanismFactory>(x => x.GetRequiredService<DatabaseLockingMechanism>());
        services.TryAddSingleton(TimeProvider.System);
    }

    private static AppCaches CreateCaches(CacheClock clock) => new(
        new DeepCloneAppCache(new ObjectCacheAppCache()),
        NoAppCache.Instance,
        new IsolatedCaches(_ => new RepositoryAppCache(clock)));
}
