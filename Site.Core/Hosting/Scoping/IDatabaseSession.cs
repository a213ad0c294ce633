using Umbraco.Cms.Core.DistributedLocking;
using Umbraco.Cms.Core.DistributedLocking.Exceptions;

namespace Site.Core.Hosting.Scoping;

/// <summary>
/// The connection and the transaction of one root scope. Persistence implements it; scopes drive it.
/// </summary>
/// <remarks>
/// A session opens nothing until something asks for data. It begins as a reader and becomes a writer at the first
/// write lock or write; only then does it take a write lock of the engine, so that scopes which only read
/// never wait for a writer (DESIGN.md section 5, rule 2).
/// </remarks>
public interface IDatabaseSession : IDisposable
{
    /// <summary>Whether the session's transaction may write.</summary>
    bool IsWriting { get; }

    /// <summary>Opens the connection and begins a reading transaction, unless one is open.</summary>
    void EnsureReading();

    /// <summary>Makes the session's transaction a writing one, waiting for the engine's write lock if it has one.</summary>
    /// <exception cref="DistributedLockingTimeoutException">The lock was not had in time.</exception>
    void EnsureWriting();

    /// <summary>Takes the lock <paramref name="lockId"/> until the end of the transaction.</summary>
    /// <param name="lockId">One of <see cref="Umbraco.Cms.Core.Constants.Locks"/>.</param>
    /// <param name="type">Shared or exclusive.</param>
    /// <param name="timeout">How long to wait; <c>null</c> means the configured default.</param>
    void AcquireLock(int lockId, DistributedLockType type, TimeSpan? timeout);

    /// <summary>Commits the transaction, if one was begun.</summary>
    void Commit();

    /// <summary>
    /// Registers an action to run once when the transaction has ended, committed (<c>true</c>) or rolled back (<c>false</c>),
    /// before anybody else is told of the outcome.
    /// </summary>
    void OnEnded(Action<bool> action);
}

/// <summary>Makes the session of a new root scope.</summary>
public interface IDatabaseSessionFactory
{
    /// <summary>Returns a session on which nothing has been opened yet.</summary>
    IDatabaseSession Create();
}
