using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Site.Core.Hosting.Runtime;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Core.Delivery.Changes;

/// <summary>Keeps the log of changes up to date beside those who publish: from when the site is ready until it stops.</summary>
internal sealed class ChangeFeedService(
    ChangeSignals signals,
    ChangeRecorder recorder,
    SiteRuntime runtime,
    IOptionsMonitor<DeliveryApiSettings> settings,
    ILogger<ChangeFeedService> logger) : BackgroundService
{
    // Everything that a commit announces, and what is published together, is compared once.
    private static readonly TimeSpan _calm = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan _retry = TimeSpan.FromSeconds(5);

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Which types are allowed is a setting.
        using IDisposable? changes = settings.OnChange(_ => signals.MarkEverything());
        await runtime.Ready.WaitAsync(stoppingToken);
        while (true)
        {
            bool succeeded = await RecordAsync();
            await signals.WaitAsync(stoppingToken);
            await Task.Delay(succeeded ? _calm : _retry, stoppingToken);
        }
    }

    private async Task<bool> RecordAsync()
    {
        try
        {
            await recorder.RecordAsync();
            return true;
        }
        catch (Exception exception)
        {
            // Whatever it was: the feed must not end with it, and the next comparison finds what this one has not logged.
            logger.LogError(exception, "The change feed could not be brought up to date; it is tried again.");
            return false;
        }
    }
}
