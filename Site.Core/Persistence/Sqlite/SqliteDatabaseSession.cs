using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Caching;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.DistributedLocking.Exceptions;

namespace Site.Core.Persistence.Sqlite;

/// <summary>
/// A session on SQLite. Readers use a deferred transaction, which in WAL mode sees a snapshot and waits for nobody; a
/// writer begins an immediate one, after queueing with the other writers of this process.
/// </summary>
internal sealed class SqliteDatabaseSession(
    IDbContextFactory<SiteDbContext> contexts,
    CacheClock clock,
    SqliteWriterQueue writers) : DatabaseSession(contexts, clock)
{
    private SqliteTransaction? _transaction;
    private bool _queued;

    /// <inheritdoc />
    public override void EnsureWriting() => EnsureWriting(null, 0);

    /// <inheritdoc />
    /// <remarks>SQLite has one writer at a time, so every write lock is the same lock, and a reader's snapshot needs none.</remarks>
    public override void AcquireLock(int lockId, DistributedLockType type, TimeSpan? timeout)
    {
        if (type == DistributedLockType.WriteLock)
        {
            EnsureWriting(timeout, lockId);
        }
    }

    /// <inheritdoc />
    protected override void BeginReading() => Begin(deferred: true);

    /// <inheritdoc />
    /// <remarks>EF does not own a transaction that it was handed, so it is ended here.</remarks>
    protected override void EndTransaction()
    {
        if (_transaction is null)
        {
            return;
        }

        Context.Database.UseTransaction(null);
        _transaction.Dispose();
        _transaction = null;
    }

    /// <inheritdoc />
    protected override void Release()
    {
        if (_queued)
        {
            _queued = false;
            writers.Leave();
        }
    }

    private void EnsureWriting(TimeSpan? timeout, int lockId)
    {
        if (IsWriting)
        {
            return;
        }

        // A reading transaction cannot become a writing one once somebody else has written. It has written nothing itself,
        // so it is ended and a new one begun: between the two others may commit, as under read committed.
        EndTransaction();
        if (!writers.TryEnter(timeout))
        {
            throw new DistributedWriteLockTimeoutException(lockId);
        }

        _queued = true;
        MarkRead();
        Begin(deferred: false);
        IsWriting = true;
    }

    private void Begin(bool deferred) => _transaction = ((SqliteSiteDbContext)Context).Begin(deferred);
}
