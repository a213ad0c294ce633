using System.Collections.Concurrent;

namespace Site.Core.Hosting.Jobs;

/// <summary>The states of this node's jobs, for the health page and the metrics.</summary>
public sealed class JobStates(IEnumerable<IJob> jobs, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, JobState> _states = new();

    /// <summary>One state for each job, in the order of registration.</summary>
    public IReadOnlyList<JobState> All => [.. jobs.Select(Of)];

    /// <summary>The state of the job.</summary>
    public JobState Of(IJob job) => _states.GetOrAdd(job.Name, name => new JobState(name, null)) with { Period = job.Period };

    /// <summary>Notes that the job begins, and how it ends when the result is called.</summary>
    /// <returns>Takes the error, or <c>null</c> for a run that succeeded.</returns>
    internal Action<Exception?> Begin(IJob job)
    {
        _states[job.Name] = Of(job) with { LastStart = time.GetUtcNow(), IsRunning = true };
        return error => _states[job.Name] = Of(job) with { LastEnd = time.GetUtcNow(), LastError = error?.Message, IsRunning = false };
    }
}
