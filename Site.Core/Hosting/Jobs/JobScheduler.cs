using Microsoft.Extensions.Hosting;
using Site.Core.Hosting.Runtime;

namespace Site.Core.Hosting.Jobs;

/// <summary>Runs every job when it is due, once the site is ready and until it stops.</summary>
public sealed class JobScheduler(IEnumerable<IJob> jobs, JobRunner runner, SiteRuntime runtime, TimeProvider time) : BackgroundService
{
    // How soon a changed setting is noticed by a job that was not wanted.
    private static readonly TimeSpan _idle = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan _shortest = TimeSpan.FromSeconds(1);

    /// <summary>When a job is due next: at the next multiple of its period since midnight UTC.</summary>
    /// <param name="now">The time.</param>
    /// <param name="period">How often it is due; less than a second counts as one.</param>
    /// <param name="last">
    /// When it was due last. A timer may end a little early, and the same moment is not due twice; but a clock that was set back further
    /// counts anew.
    /// </param>
    internal static DateTimeOffset Next(DateTimeOffset now, TimeSpan period, DateTimeOffset last)
    {
        long ticks = Math.Max(period.Ticks, _shortest.Ticks);
        DateTimeOffset from = last > now && (last - now).Ticks < ticks ? last : now;
        return from.AddTicks(ticks - (from.UtcDateTime.TimeOfDay.Ticks % ticks));
    }

    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.WhenAll(jobs.Select(x => RepeatAsync(x, stoppingToken)));

    /// <summary>Runs one job whenever it is due.</summary>
    internal async Task RepeatAsync(IJob job, CancellationToken stoppingToken)
    {
        DateTimeOffset due = DateTimeOffset.MinValue;
        while (true)
        {
            // Asked anew after every run, so that a clock which is set forward or back moves the next run and adds none.
            DateTimeOffset now = time.GetUtcNow();
            due = Next(now, job.Period ?? _idle, due);
            await Task.Delay(due - now, time, stoppingToken);
            if (runtime.IsReady && job.Period is not null)
            {
                await runner.RunAsync(job, stoppingToken);
            }
        }
    }
}
