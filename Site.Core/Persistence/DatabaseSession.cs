using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Caching;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Caching;
using Umbraco.Cms.Core.DistributedLocking;

namespace Site.Core.Persistence;

/// <summary>What the sessions of both engines share: the context, the callbacks at the end, and what was changed on the way.</summary>
internal abstract class DatabaseSession(IDbContextFactory<SiteDbContext> contexts, CacheClock clock) : IDatabaseSession
{
    private readonly List<Action<bool>> _onEnded = [];
    private SiteDbContext? _context;
    private bool _committed;
    private bool _disposed;

    /// <inheritdoc />
    public bool IsWriting { get; protected set; }

    /// <summary>The context, on the session's transaction once <see cref="EnsureReading"/> was called.</summary>
    public SiteDbContext Context
    {
        get
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _context ??= CreateContext();
        }
    }

    /// <summary>What <see cref="CacheClock.Now"/> said before the transaction began.</summary>
    public long ReadAt { get; private set; }

    /// <summary>The entities that this session has changed: as cached they are not to be used until it ends.</summary>
    public ChangedEntities Changed { get; } = new();

    /// <summary>What repositories keep for the length of the session, by type.</summary>
    public Dictionary<Type, object> Items { get; } = [];

    /// <inheritdoc />
    public void EnsureReading()
    {
        if (Context.Database.CurrentTransaction is null)
        {
            ReadAt = clock.Now;
            BeginReading();
        }
    }

    /// <inheritdoc />
    public abstract void EnsureWriting();

    /// <inheritdoc />
    public abstract void AcquireLock(int lockId, DistributedLockType type, TimeSpan? timeout);

    /// <inheritdoc />
    public void Commit()
    {
        if (_context?.Database.CurrentTransaction is { } transaction)
        {
            transaction.Commit();
        }

        _committed = true;
    }

    /// <inheritdoc />
    public void OnEnded(Action<bool> action) => _onEnded.Add(action);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_disposed)
        {
            return;
        }

        try
        {
            // An uncommitted transaction is rolled back.
            EndTransaction();
            _disposed = true;
            _context?.Dispose();
        }
        finally
        {
            Release();
            foreach (Action<bool> action in _onEnded)
            {
                action(_committed);
            }
        }
    }

    private SiteDbContext CreateContext()
    {
        SiteDbContext context = contexts.CreateDbContext();

        // A scope that fails is rolled back as a whole; a savepoint for each SaveChanges would cost two round trips and save nothing.
        context.Database.AutoSavepointsEnabled = false;
        return context;
    }

    /// <summary>Begins a transaction that takes no write lock.</summary>
    protected abstract void BeginReading();

    /// <summary>Ends the transaction, if there is one.</summary>
    protected virtual void EndTransaction() => _context?.Database.CurrentTransaction?.Dispose();

    /// <summary>Gives back what the session holds beside its transaction.</summary>
    protected virtual void Release()
    {
    }

    /// <summary>Notes the clock again: the transaction was replaced by a new one.</summary>
    protected void MarkRead() => ReadAt = clock.Now;
}
