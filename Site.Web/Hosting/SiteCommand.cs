using Site.Core.Hosting.Runtime;
using Site.Core.Sync;
using Site.Core.Sync.Export;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting;

/// <summary>The verbs of the command line: <c>dotnet run --project Site.Web -- sync import</c>.</summary>
internal static class SiteCommand
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>The verb ran and found something to mend.</summary>
    public const int Findings = 1;

    /// <summary>The verb is unknown, or may not run now.</summary>
    public const int Misuse = 2;

    private const string Usage = """
        sync import             import the uSync folder, one line for each file that changes something or fails
        sync export [FOLDER]    write the site into the uSync folder, or into FOLDER: one line for each file that was written or
                                marked; import first, since what the folder has and the site lacks is marked as deleted
        sync report             say what an import would change, and write nothing
        """;

    /// <summary>Whether the arguments name a verb; settings such as <c>--urls</c> do not.</summary>
    public static bool IsCommand(string[] args) => args.Length > 0 && !args[0].StartsWith('-');

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static Task<int> RunAsync(IServiceProvider services, string[] args, TextWriter output, CancellationToken cancellationToken) => args switch
    {
        ["sync", "import", ..] => ImportAsync(services, output, cancellationToken),
        ["sync", "export"] => ExportAsync(services, null, output, cancellationToken),
        ["sync", "export", var folder] => ExportAsync(services, folder, output, cancellationToken),
        ["sync", "report", ..] => ReportAsync(services, output, cancellationToken),
        _ => RefuseAsync(output, $"Unknown: {string.Join(' ', args)}\n{Usage}"),
    };

    private static async Task<int> ImportAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        DataFolderLock dataFolder = services.GetRequiredService<DataFolderLock>();
        if (!dataFolder.TryAcquire())
        {
            return await RefuseAsync(output, $"Another process uses the data folder ({dataFolder.FilePath}). Stop it first: an import writes.");
        }

        return await StartAsync(services, RuntimeMode.Command, output, cancellationToken)
            ? SyncReportWriter.Write(await services.GetRequiredService<SyncImporter>().ImportAsync(cancellationToken), output)
            : Findings;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, string? folder, TextWriter output, CancellationToken cancellationToken) =>
        await StartReadingAsync(services, output, cancellationToken)
            ? SyncReportWriter.Write(await services.GetRequiredService<SyncExporter>().ExportAsync(folder, cancellationToken), output)
            : Findings;

    private static async Task<int> ReportAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken) =>
        await StartReadingAsync(services, output, cancellationToken)
            ? SyncReportWriter.Write(await services.GetRequiredService<SyncImporter>().ReportAsync(cancellationToken), output)
            : Findings;

    private static Task<bool> StartReadingAsync(IServiceProvider services, TextWriter output, CancellationToken cancellationToken)
    {
        // Beside a serving process the database is up to date already, so it is only read.
        RuntimeMode mode = services.GetRequiredService<DataFolderLock>().TryAcquire() ? RuntimeMode.Command : RuntimeMode.ReadOnly;
        return StartAsync(services, mode, output, cancellationToken);
    }

    private static async Task<bool> StartAsync(IServiceProvider services, RuntimeMode mode, TextWriter output, CancellationToken cancellationToken)
    {
        if (await services.GetRequiredService<SiteRuntime>().StartAsync(mode, cancellationToken))
        {
            return true;
        }

        string? reason = services.GetRequiredService<IRuntimeState>().BootFailedException?.Message;
        await output.WriteLineAsync($"The site could not start: {reason}");
        return false;
    }

    private static async Task<int> RefuseAsync(TextWriter output, string reason)
    {
        await output.WriteLineAsync(reason);
        return Misuse;
    }
}
