namespace Site.Core.Hosting.Jobs;

/// <summary>Keeps two nodes on one database from running a job at the same time.</summary>
public interface IJobLock
{
    /// <summary>Takes the job's lock, without waiting.</summary>
    /// <param name="job">The job's name.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>What releases the lock, or <c>null</c> when another node has it.</returns>
    Task<IAsyncDisposable?> TryAcquireAsync(string job, CancellationToken cancellationToken);
}
