using Microsoft.EntityFrameworkCore;
using Npgsql;
using Site.Core.Hosting.Caching;
using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.DistributedLocking.Exceptions;

namespace Site.Core.Persistence.Postgres;

/// <summary>
/// A session on PostgreSQL. Locks are advisory ones of the transaction. Shared locks are taken only by sessions that also
/// write: a session that only reads sees committed data without them and never waits for a writer.
/// </summary>
internal sealed class PostgresDatabaseSession(IDbContextFactory<SiteDbContext> contexts, CacheClock clock)
    : DatabaseSession(contexts, clock)
{
    private static readonly TimeSpan _defaultTimeout = TimeSpan.FromSeconds(60);

    private readonly SortedSet<int> _sharedPending = [];
    private readonly HashSet<int> _held = [];

    /// <inheritdoc />
    public override void EnsureWriting()
    {
        EnsureReading();
        if (IsWriting)
        {
            return;
        }

        IsWriting = true;
        foreach (int lockId in _sharedPending)
        {
            Take(lockId, DistributedLockType.ReadLock, null);
        }

        _sharedPending.Clear();
    }

    /// <inheritdoc />
    public override void AcquireLock(int lockId, DistributedLockType type, TimeSpan? timeout)
    {
        if (type == DistributedLockType.ReadLock && !IsWriting)
        {
            _sharedPending.Add(lockId);
            return;
        }

        EnsureReading();

        // Exclusive first: taking the shared lock of the same id before would let two writers wait for each other.
        _sharedPending.Remove(lockId);
        Take(lockId, type, timeout);
        EnsureWriting();
    }

    /// <inheritdoc />
    protected override void BeginReading() => Context.Database.BeginTransaction();

    private void Take(int lockId, DistributedLockType type, TimeSpan? timeout)
    {
        bool shared = type == DistributedLockType.ReadLock;
        if (!_held.Add(shared ? lockId : ~lockId) || (shared && _held.Contains(~lockId)))
        {
            return;
        }

        string milliseconds = ((int)(timeout ?? _defaultTimeout).TotalMilliseconds).ToString(System.Globalization.CultureInfo.InvariantCulture);
        try
        {
            Context.Database.ExecuteSql($"SELECT set_config('lock_timeout', {milliseconds}, true)");
            if (shared)
            {
                Context.Database.ExecuteSql($"SELECT pg_advisory_xact_lock_shared({(long)lockId})");
            }
            else
            {
                Context.Database.ExecuteSql($"SELECT pg_advisory_xact_lock({(long)lockId})");
            }
        }
        catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            throw shared
                ? new DistributedReadLockTimeoutException(lockId)
                : new DistributedWriteLockTimeoutException(lockId);
        }
    }
}
