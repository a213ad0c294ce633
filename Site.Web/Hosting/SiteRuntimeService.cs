using Site.Core.Delivery.Changes;
using Site.Core.Hosting.Runtime;

namespace Site.Web.Hosting;

/// <summary>Starts the site beside the web server, which answers 503 until the start is done.</summary>
internal sealed class SiteRuntimeService(SiteRuntime runtime, ChangeRecorder changes) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => Task.Run(() => StartAndTidyAsync(stoppingToken), stoppingToken);

    private async Task StartAndTidyAsync(CancellationToken stoppingToken)
    {
        if (!await runtime.StartAsync(RuntimeMode.Serve, stoppingToken))
        {
            return;
        }

        // A first boot with its import, and the change feed's first comparison, leave a heap twice as large as serving needs, and an idle site would keep it.
        await changes.Recorded.WaitAsync(stoppingToken);
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
    }
}
