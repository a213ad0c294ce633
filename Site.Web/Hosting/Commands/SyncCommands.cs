using Site.Core.Hosting.Runtime;
using Site.Core.Sync;
using Site.Core.Sync.Export;

namespace Site.Web.Hosting.Commands;

/// <summary>The verbs that move the uSync folder.</summary>
internal static class SyncCommands
{
    /// <summary>Imports the folder.</summary>
    public static async Task<int> ImportAsync(CommandLine line, CancellationToken cancellationToken)
    {
        if (!await SiteCommand.TakeDataFolderAsync(line, "an import writes"))
        {
            return SiteCommand.Misuse;
        }

        return await SiteCommand.StartAsync(line, RuntimeMode.Command, cancellationToken)
            ? SyncReportWriter.Write(await line.Get<SyncImporter>().ImportAsync(cancellationToken), line.Output)
            : SiteCommand.Findings;
    }

    /// <summary>Writes the site into the folder, or into another.</summary>
    public static async Task<int> ExportAsync(CommandLine line, string? folder, CancellationToken cancellationToken) =>
        await StartReadingAsync(line, cancellationToken)
            ? SyncReportWriter.Write(await line.Get<SyncExporter>().ExportAsync(folder, cancellationToken), line.Output)
            : SiteCommand.Findings;

    /// <summary>Says what an import would change.</summary>
    public static async Task<int> ReportAsync(CommandLine line, CancellationToken cancellationToken) =>
        await StartReadingAsync(line, cancellationToken)
            ? SyncReportWriter.Write(await line.Get<SyncImporter>().ReportAsync(cancellationToken), line.Output)
            : SiteCommand.Findings;

    private static Task<bool> StartReadingAsync(CommandLine line, CancellationToken cancellationToken)
    {
        // Beside a serving process the database is up to date already, so it is only read.
        RuntimeMode mode = line.Get<DataFolderLock>().TryAcquire() ? RuntimeMode.Command : RuntimeMode.ReadOnly;
        return SiteCommand.StartAsync(line, mode, cancellationToken);
    }
}
