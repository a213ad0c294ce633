using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Web;

namespace Site.Core.Hosting.Scoping;

/// <summary>
/// A unit of work. The root scope owns one <see cref="IDatabaseSession"/>; nested scopes share it, and the root commits
/// only when every one of them was completed.
/// </summary>
public sealed class SiteScope : CoreScope
{
    private readonly AmbientScope _ambient;
    private readonly SiteScope? _parent;
    private readonly ScopeContext? _ownContext;
    private readonly bool _autoComplete;
    private bool _disposed;

    internal SiteScope(ScopeServices services, IDatabaseSession session, ScopeOptions options)
        : base(
            services.LockingMechanismFactory,
            services.LoggerFactory,
            services.FileSystems,
            services.EventAggregator,
            options.CacheMode,
            options.ScopeFileSystems,
            options.NotificationPublisher ?? new ContextNotificationPublisher(services.EventAggregator, services.UmbracoContexts, services.Announcements))
    {
        _ambient = services.Ambient;
        _autoComplete = options.AutoComplete;
        _ownContext = new ScopeContext();
        Session = session;
        Context = _ownContext;
    }

    internal SiteScope(ScopeServices services, SiteScope parent, ScopeOptions options)
        : base(
            parent,
            services.LockingMechanismFactory,
            services.LoggerFactory,
            services.FileSystems,
            services.EventAggregator,
            options.CacheMode == RepositoryCacheMode.Unspecified ? parent.RepositoryCacheMode : options.CacheMode,
            options.ScopeFileSystems,
            options.NotificationPublisher)
    {
        _ambient = services.Ambient;
        _parent = parent;
        _autoComplete = options.AutoComplete;
        Session = parent.Session;
        Context = parent.Context;
    }

    /// <summary>The session that this scope shares with its root.</summary>
    public IDatabaseSession Session { get; }

    /// <summary>Where Core enlists what must happen when the root scope has ended.</summary>
    public IScopeContext Context { get; }

    /// <summary>Takes the locks that were asked for and not yet taken; call before the first access to the database.</summary>
    public void EnsureLocks() => Locks.EnsureLocks(InstanceId);

    /// <inheritdoc />
    public override void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        if (_ambient.Current != this)
        {
            throw new InvalidOperationException(
                "Scopes end in the reverse order of their creation: a nested scope was left open, or this one is ended elsewhere.");
        }

        _disposed = true;
        Completed ??= _autoComplete ? true : null;
        Locks.ClearLocks(InstanceId);
        if (_parent is not null)
        {
            _ambient.Current = _parent;
            base.Dispose();
            return;
        }

        EndRoot();
    }

    private void EndRoot()
    {
        try
        {
            EndTransaction();
        }
        finally
        {
            _ambient.Current = null;
            try
            {
                base.Dispose();
            }
            finally
            {
                _ownContext!.ScopeExit(Completed == true);
            }
        }
    }

    private void EndTransaction()
    {
        bool complete = Completed == true;

        // Until the commit has returned, nothing may be announced as done.
        Completed = false;
        try
        {
            if (complete)
            {
                Locks.EnsureLocksCleared(InstanceId);
                Session.Commit();
                Completed = true;
            }
        }
        finally
        {
            Session.Dispose();
        }
    }
}

/// <summary>What every scope needs, gathered so that scopes are cheap to make.</summary>
internal sealed record ScopeServices(
    AmbientScope Ambient,
    IDistributedLockingMechanismFactory LockingMechanismFactory,
    ILoggerFactory LoggerFactory,
    FileSystems FileSystems,
    IEventAggregator EventAggregator,
    IUmbracoContextFactory UmbracoContexts,
    CommitAnnouncements Announcements);

/// <summary>The arguments of <see cref="ICoreScopeProvider.CreateCoreScope"/> that a scope of ours honours.</summary>
internal sealed record ScopeOptions(
    RepositoryCacheMode CacheMode,
    IScopedNotificationPublisher? NotificationPublisher,
    bool? ScopeFileSystems,
    bool AutoComplete);
