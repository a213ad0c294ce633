using System.Data.Common;
using Site.Core.Hosting.Runtime;
using Site.Core.Operations.Backups;
using Site.Core.Persistence;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting.Commands;

/// <summary>The verbs of the command line: <c>dotnet run --project Site.Web -- sync import</c>.</summary>
internal static class SiteCommand
{
    /// <summary>All is well.</summary>
    public const int Ok = 0;

    /// <summary>The verb ran and found something to mend, or could not do what it should.</summary>
    public const int Findings = 1;

    /// <summary>The verb is unknown, or may not run now.</summary>
    public const int Misuse = 2;

    private const string Usage = """
        Without a verb the site is served. A setting is given as --Key=value.

        sync import              import the uSync folder, one line for each file that changes something or fails
        sync export [FOLDER]     write the site into the uSync folder, or into FOLDER: one line for each file that was written or
                                 marked; import first, since what the folder has and the site lacks is marked as deleted
        sync report              say what an import would change, and write nothing
        backup FILE [--force]    write database, media and keys to one file, also while the site runs; --force replaces a file
        restore FILE             put a backup in the place of this site's database, media and keys
        doctor [--repair]        look for damage in the database, the published content and the media folder, one line each; mend it
        keys add NAME [--organisation ALIAS|KEY]... [--preview] [--expires DATE]
                                 make a key of the Content Delivery API for a consumer, and print it this once; the site may be running
        keys list                list the keys: whose they are, what they open, until when, when they were last used
        keys rotate NAME [--overlap 7d]
                                 make a consumer a new key; the old one stays valid for the overlap (7d, 12h, 30m or 0)
        keys revoke NAME|PREFIX  take back a consumer's keys, or one of them
        webhooks list            list the webhooks, and how much is queued and dead for each
        webhooks secret WEBHOOK [--rotate]
                                 print the secret with which what is sent to the webhook (name or key) is signed; make another
        webhooks dead            list what was given up, one line each
        webhooks replay ID | --webhook WEBHOOK | --all
                                 queue again what was given up
        health                   print how the database and the disk are, and whether the site runs

        Exit code: 0, 1 (findings, or it failed), 2 (misuse, or another process has the data folder).
        """;

    /// <summary>Runs the verb.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(CommandLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await DispatchAsync(line, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidOperationException or InvalidDataException or DbException)
        {
            await line.Output.WriteLineAsync(exception.Message);
            return Findings;
        }
    }

    private static Task<int> DispatchAsync(CommandLine line, CancellationToken cancellationToken) => line switch
    {
        { AsksForHelp: true } => HelpAsync(line),
        { Words: ["sync", "import"], Flags: [] } => SyncCommands.ImportAsync(line, cancellationToken),
        { Words: ["sync", "export"], Flags: [] } => SyncCommands.ExportAsync(line, null, cancellationToken),
        { Words: ["sync", "export", var folder], Flags: [] } => SyncCommands.ExportAsync(line, folder, cancellationToken),
        { Words: ["sync", "report"], Flags: [] } => SyncCommands.ReportAsync(line, cancellationToken),
        { Words: ["backup", var file], Flags: [] or ["--force"] } => BackupCommands.BackupAsync(line, file, cancellationToken),
        { Words: ["restore", var file], Flags: [] } => BackupCommands.RestoreAsync(line, file, cancellationToken),
        { Words: ["doctor"], Flags: [] or ["--repair"] } => DoctorCommand.RunAsync(line, cancellationToken),
        { Words: ["keys", ..] } => KeyCommands.RunAsync(line, cancellationToken),
        { Words: ["webhooks", ..] } => WebhookCommands.RunAsync(line, cancellationToken),
        { Words: ["health"], Flags: [] } => HealthCommand.RunAsync(line, cancellationToken),
        _ => RefuseUnknownAsync(line),
    };

    /// <summary>Takes the data folder for a verb that writes, or says who is in the way.</summary>
    /// <returns>Whether the verb may go on.</returns>
    public static async Task<bool> TakeDataFolderAsync(CommandLine line, string because)
    {
        DataFolderLock dataFolder = line.Get<DataFolderLock>();
        if (dataFolder.TryAcquire())
        {
            return true;
        }

        await line.Output.WriteLineAsync($"Another process uses the data folder ({dataFolder.FilePath}). Stop it first: {because}.");
        return false;
    }

    /// <summary>What keeps a verb from rows that it may write beside a running site: they are in a database that the site has made, and in no other.</summary>
    /// <returns>The reason, or <c>null</c>.</returns>
    public static async Task<string?> FindObstacleAsync(CommandLine line, CancellationToken cancellationToken)
    {
        if (line.Get<SiteRestore>().IsUnfinished)
        {
            return "A restore was cut short. Start the site, or restore again: either finishes it.";
        }

        DatabaseState database = await line.Get<DatabaseProbe>().ReadAsync(cancellationToken);
        return database switch
        {
            { IsReachable: false } => $"The database cannot be read: {database.Error}. Start the site first.",
            { PendingMigrations.Count: > 0 } => "The database is of an earlier version of the site. Start the site first.",
            _ => null,
        };
    }

    /// <summary>Starts what the verb needs of the site, or says why it cannot.</summary>
    /// <returns>Whether it started.</returns>
    public static async Task<bool> StartAsync(CommandLine line, RuntimeMode mode, CancellationToken cancellationToken)
    {
        if (await line.Get<SiteRuntime>().StartAsync(mode, cancellationToken))
        {
            return true;
        }

        string? reason = line.Get<IRuntimeState>().BootFailedException?.Message;
        await line.Output.WriteLineAsync($"The site could not start: {reason}");
        return false;
    }

    private static async Task<int> HelpAsync(CommandLine line)
    {
        await line.Output.WriteLineAsync(Usage);
        return Ok;
    }

    /// <summary>Says that there is no such verb, and which there are.</summary>
    public static Task<int> RefuseUnknownAsync(CommandLine line) =>
        RefuseAsync(line, $"Unknown: {string.Join(' ', [.. line.Words, .. line.Flags])}\n\n{Usage}");

    /// <summary>Says why the verb may not run.</summary>
    public static async Task<int> RefuseAsync(CommandLine line, string reason)
    {
        await line.Output.WriteLineAsync(reason);
        return Misuse;
    }
}
