using Site.Core.Hosting.Runtime;

namespace Site.Web.Hosting;

/// <summary>Starts the site beside the web server, which answers 503 until the start is done.</summary>
internal sealed class SiteRuntimeService(SiteRuntime runtime) : BackgroundService
{
    /// <inheritdoc />
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.Run(() => runtime.StartAsync(RuntimeMode.Serve, stoppingToken), stoppingToken);
}
