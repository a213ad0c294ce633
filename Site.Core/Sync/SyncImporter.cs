using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Site.Core.Hosting.Diagnostics;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Sync;

/// <summary>Brings a folder of uSync files into the site, or says what that would change.</summary>
/// <remarks>
/// Every file is a unit of work of its own: what fails in one leaves the others, and the item itself, as they were. A second
/// import of the same folder writes nothing.
/// </remarks>
public sealed partial class SyncImporter(
    IServiceScopeFactory services,
    SyncSettings settings,
    SyncActivity activity,
    TimeProvider time,
    ILogger<SyncImporter> logger) : IDisposable
{
    private readonly SemaphoreSlim _oneAtATime = new(1, 1);

    /// <summary>Imports the configured folder.</summary>
    public Task<SyncReport> ImportAsync(CancellationToken cancellationToken = default) => ImportAsync("All", cancellationToken);

    /// <summary>Imports one group of kinds of the configured folder.</summary>
    /// <param name="group"><c>All</c>, <c>Settings</c>, <c>Content</c> or <c>None</c>.</param>
    /// <param name="cancellationToken">Stops the import between two files; what is done stays.</param>
    public Task<SyncReport> ImportAsync(string group, CancellationToken cancellationToken) => RunAsync(group, writes: true, cancellationToken);

    /// <summary>Compares the configured folder with the site and writes nothing.</summary>
    public Task<SyncReport> ReportAsync(CancellationToken cancellationToken = default) => RunAsync("All", writes: false, cancellationToken);

    /// <inheritdoc />
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<SyncReport> RunAsync(string group, bool writes, CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            SyncOptions options = settings.Current;
            IReadOnlyDictionary<SyncKind, SyncHandler> handlers = settings.Handlers();
            SyncFolder folder = SyncFolder.Read(
                settings.Roots, options.FileExtension(), kind => handlers[kind].Allows(writes ? "Import" : "Report", group), cancellationToken);
            if (folder.HasDuplicates && options.FailOnDuplicates)
            {
                return new SyncReport(folder.Problems, [.. folder.Notes, "Nothing was imported: FailOnDuplicates is set."]);
            }

            await using AsyncServiceScope scope = services.CreateAsyncScope();
            var session = new SyncSession(
                new SyncRun(folder, options, writes, time.GetUtcNow().UtcDateTime, handlers),
                [.. scope.ServiceProvider.GetServices<ISyncImporter>().OrderBy(importer => importer.Priority)],
                scope.ServiceProvider.GetRequiredService<ICoreScopeProvider>(),
                logger);
            using IDisposable import = activity.BeginImport();
            SyncReport report = await session.RunAsync(cancellationToken);
            foreach (IGrouping<SyncChange, SyncItemResult> change in writes ? report.Items.GroupBy(item => item.Change) : [])
            {
                SiteDiagnostics.ImportItems.Add(change.Count(), KeyValuePair.Create<string, object?>("site.import.change", change.Key.ToString()));
            }

            LogEnd(logger, writes ? "Import" : "Report", report.Items.Count, report.Items.Count(item => item.IsFinding));
            return report;
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    [LoggerMessage(LogLevel.Information, "{What} of {Count} files ended with {Findings} findings.")]
    private static partial void LogEnd(ILogger logger, string what, int count, int findings);
}
