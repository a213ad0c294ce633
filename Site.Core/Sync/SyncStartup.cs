using Site.Core.Sync.Export;

namespace Site.Core.Sync;

/// <summary>Exports and imports when the site starts, if the settings ask for it.</summary>
public sealed class SyncStartup(SyncImporter importer, SyncExporter exporter, SyncSettings settings)
{
    /// <summary>Runs the export, then the import, that the settings ask for; returns null when they ask for no import.</summary>
    /// <param name="firstBoot">Whether the database was made by this start.</param>
    /// <param name="cancellationToken">Stops the work between two files.</param>
    public async Task<SyncReport?> RunAsync(bool firstBoot, CancellationToken cancellationToken)
    {
        // A new database has nothing to say yet: exported, it would mark the whole folder as deleted.
        if (!firstBoot && IsGroup(settings.Current.ExportAtStartup))
        {
            await exporter.ExportAsync(settings.Current.ExportAtStartup, null, cancellationToken);
        }

        string group = settings.Current.GroupAtStart(firstBoot);
        string root = settings.Roots[^1];
        string stop = Path.Combine(root, settings.Current.StopFile);
        if (!IsGroup(group) || File.Exists(stop))
        {
            return null;
        }

        SyncReport report = await importer.ImportAsync(group, cancellationToken);
        string once = Path.Combine(root, settings.Current.OnceFile);
        if (File.Exists(once))
        {
            File.Move(once, stop);
        }

        return report;
    }

    private static bool IsGroup(string group) => group.Length > 0 && !group.Equals("None", StringComparison.OrdinalIgnoreCase);
}
