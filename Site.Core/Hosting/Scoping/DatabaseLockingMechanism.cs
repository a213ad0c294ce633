using Umbraco.Cms.Core.DistributedLocking;

namespace Site.Core.Hosting.Scoping;

/// <summary>Takes Core's named locks on the database session of the current scope; the end of its transaction releases them.</summary>
internal sealed class DatabaseLockingMechanism(AmbientScope ambient) : IDistributedLockingMechanism, IDistributedLockingMechanismFactory
{
    /// <inheritdoc />
    public bool Enabled => true;

    /// <inheritdoc />
    public IDistributedLockingMechanism DistributedLockingMechanism => this;

    /// <inheritdoc />
    public IDistributedLock ReadLock(int lockId, TimeSpan? obtainLockTimeout = null) =>
        Acquire(lockId, DistributedLockType.ReadLock, obtainLockTimeout);

    /// <inheritdoc />
    public IDistributedLock WriteLock(int lockId, TimeSpan? obtainLockTimeout = null) =>
        Acquire(lockId, DistributedLockType.WriteLock, obtainLockTimeout);

    private TransactionLock Acquire(int lockId, DistributedLockType type, TimeSpan? timeout)
    {
        ambient.Required.Session.AcquireLock(lockId, type, timeout);
        return new TransactionLock(lockId, type);
    }

    /// <summary>A lock that the engine itself releases with the transaction.</summary>
    private sealed record TransactionLock(int LockId, DistributedLockType LockType) : IDistributedLock
    {
        public void Dispose()
        {
        }
    }
}
