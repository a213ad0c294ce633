using Microsoft.Extensions.Logging;
using Site.Core.Sync.Export;

namespace Site.Core.Sync;

/// <summary>Exports and imports when the site starts, if the settings ask for it.</summary>
public sealed partial class SyncStartup(SyncImporter importer, SyncExporter exporter, SyncSettings settings, ILogger<SyncStartup> logger)
{
    /// <summary>Runs the export, then the import, that the settings ask for; returns null when they ask for no import.</summary>
    /// <param name="firstBoot">Whether the database was made by this start.</param>
    /// <param name="cancellationToken">Stops the work between two files.</param>
    public async Task<SyncReport?> RunAsync(bool firstBoot, CancellationToken cancellationToken)
    {
        if (settings.NotOffered() is { Count: > 0 } names)
        {
            LogNotOffered(logger, string.Join(", ", names));
        }

        await ExportAsync(firstBoot, cancellationToken);

        string group = settings.Current.GroupAtStart(firstBoot);
        string root = settings.Roots[^1];
        string stop = Path.Combine(root, settings.Current.StopFile);
        if (!IsGroup(group) || File.Exists(stop))
        {
            return null;
        }

        SyncReport report = await importer.ImportAsync(group, cancellationToken);
        UseUp(Path.Combine(root, settings.Current.OnceFile), stop);
        return report;
    }

    /// <summary>
    /// What the settings ask for and, when every save is written to a folder that is not there yet, all of it. A new database has
    /// nothing to say: exported, it would mark the whole folder as deleted.
    /// </summary>
    private async Task ExportAsync(bool firstBoot, CancellationToken cancellationToken)
    {
        if (!firstBoot && IsGroup(settings.Current.ExportAtStartup))
        {
            await exporter.ExportAsync(settings.Current.ExportAtStartup, null, cancellationToken);
        }
        else if (!firstBoot && IsGroup(settings.ExportOnSave) && !settings.Roots.Any(Directory.Exists))
        {
            await exporter.ExportAsync(settings.ExportOnSave, null, cancellationToken);
        }
    }

    private void UseUp(string once, string stop)
    {
        try
        {
            if (File.Exists(once))
            {
                File.Move(once, stop);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The import is done; a folder that cannot be written must not keep the site from starting.
            LogNotUsedUp(logger, exception, once, stop);
        }
    }

    [LoggerMessage(LogLevel.Warning, "These settings of uSync are not offered by this site and change nothing: {Settings}.")]
    private static partial void LogNotOffered(ILogger logger, string settings);

    [LoggerMessage(LogLevel.Error, "{Once} could not be renamed to {Stop}: the next start imports again.")]
    private static partial void LogNotUsedUp(ILogger logger, Exception exception, string once, string stop);

    private static bool IsGroup(string group) => group.Length > 0 && !group.Equals("None", StringComparison.OrdinalIgnoreCase);
}
