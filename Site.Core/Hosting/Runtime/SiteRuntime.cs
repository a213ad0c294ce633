using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Hosting.Runtime;

/// <summary>Starts the site: runs the <see cref="IRuntimeStep"/>s and keeps what the health page says of them.</summary>
public sealed class SiteRuntime(IRuntimeState state, IEnumerable<IRuntimeStep> steps, ILogger<SiteRuntime> logger)
{
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Whether every step is done, so that import, snapshot and index are complete.</summary>
    public bool IsReady => _ready.Task.IsCompleted;

    /// <summary>Ends when every step is done; after a failed start never.</summary>
    public Task Ready => _ready.Task;

    /// <summary>The step that runs now, or that failed; <c>null</c> when all are done.</summary>
    public string? CurrentStep { get; private set; }

    /// <summary>Runs the steps that the mode needs, in their order.</summary>
    /// <exception cref="OperationCanceledException">The host was stopped meanwhile.</exception>
    /// <returns>Whether all succeeded; the reason of a failure is in the log and in <see cref="IRuntimeState.BootFailedException"/>.</returns>
    public async Task<bool> StartAsync(RuntimeMode mode, CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        foreach (IRuntimeStep step in steps.Where(x => x.RunsIn(mode)))
        {
            CurrentStep = step.Name;
            try
            {
                await RunAsync(step, cancellationToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                logger.LogCritical(exception, "The site could not start: {Step} failed.", step.Name);
                state.Configure(RuntimeLevel.BootFailed, RuntimeLevelReason.BootFailedOnException, exception);
                return false;
            }
        }

        CurrentStep = null;
        _ready.TrySetResult();
        logger.LogInformation("The site is ready after {Elapsed} ms.", (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
        return true;
    }

    private async Task RunAsync(IRuntimeStep step, CancellationToken cancellationToken)
    {
        long begun = Stopwatch.GetTimestamp();
        await step.ExecuteAsync(cancellationToken);
        logger.LogDebug("{Step} took {Elapsed} ms.", step.Name, (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }
}
