using System.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Web;

namespace Site.Core.Hosting.Scoping;

/// <summary>Creates the scopes in which Core's services do their work.</summary>
/// <remarks>
/// The services are resolved at the first scope and not in the constructor: the file systems, the event aggregator
/// and the Umbraco contexts reach the scope provider through their own dependencies.
/// </remarks>
internal sealed class SiteScopeProvider(IServiceProvider serviceProvider, AmbientScope ambient, IDatabaseSessionFactory sessions)
    : ICoreScopeProvider
{
    private readonly Lazy<ScopeServices> _services = new(() => new ScopeServices(
        ambient,
        serviceProvider.GetRequiredService<IDistributedLockingMechanismFactory>(),
        serviceProvider.GetRequiredService<ILoggerFactory>(),
        serviceProvider.GetRequiredService<FileSystems>(),
        serviceProvider.GetRequiredService<IEventAggregator>(),
        serviceProvider.GetRequiredService<IUmbracoContextFactory>(),
        serviceProvider.GetRequiredService<CommitAnnouncements>()));

    /// <inheritdoc />
    public IScopeContext? Context => ambient.Current?.Context;

    /// <inheritdoc />
    /// <remarks>The isolation level is the engine's own: a snapshot on SQLite, read committed on PostgreSQL.</remarks>
    public ICoreScope CreateCoreScope(
        IsolationLevel isolationLevel = IsolationLevel.Unspecified,
        RepositoryCacheMode repositoryCacheMode = RepositoryCacheMode.Unspecified,
        IEventDispatcher? eventDispatcher = null,
        IScopedNotificationPublisher? scopedNotificationPublisher = null,
        bool? scopeFileSystems = null,
        bool callContext = false,
        bool autoComplete = false)
    {
        var options = new ScopeOptions(repositoryCacheMode, scopedNotificationPublisher, scopeFileSystems, autoComplete);
        SiteScope scope = ambient.Current is { } parent
            ? new SiteScope(_services.Value, parent, options)
            : new SiteScope(_services.Value, sessions.Create(), options);
        ambient.Current = scope;
        return scope;
    }

    /// <inheritdoc />
    public IQuery<T> CreateQuery<T>() => new Query<T>();
}
