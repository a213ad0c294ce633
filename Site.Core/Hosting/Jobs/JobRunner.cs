using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Site.Core.Hosting.Diagnostics;

namespace Site.Core.Hosting.Jobs;

/// <summary>Runs a job once: on one node at a time, never beside itself, with its outcome noted.</summary>
public sealed class JobRunner(IJobLock jobLock, JobStates states, ILogger<JobRunner> logger)
{
    /// <summary>Runs the job, unless another node runs it now.</summary>
    /// <returns>Whether it ran and succeeded; a failure is in the log and in the job's state.</returns>
    /// <exception cref="OperationCanceledException">The site is stopped.</exception>
    public async Task<bool> RunAsync(IJob job, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(job);
        Action<Exception?>? end = null;
        try
        {
            await using IAsyncDisposable? held = await jobLock.TryAcquireAsync(job.Name, cancellationToken);
            if (held is null)
            {
                logger.LogDebug("{Job}: another node runs it.", job.Name);
                return false;
            }

            end = states.Begin(job);
            using Activity? activity = SiteDiagnostics.Activities.StartActivity(job.Name);
            long begun = Stopwatch.GetTimestamp();
            await job.RunAsync(cancellationToken);
            SiteDiagnostics.JobDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, KeyValuePair.Create<string, object?>("site.job.name", job.Name));
            end(null);
            return true;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            end?.Invoke(exception);
            throw;
        }
        catch (Exception exception)
        {
            // Whatever it was: one job must not end the others, nor its own next run.
            logger.LogError(exception, "{Job} failed.", job.Name);
            (end ?? states.Begin(job))(exception);
            return false;
        }
    }
}
