namespace Site.Core.Sync;

/// <summary>Imports when the site starts, if the settings ask for it.</summary>
public sealed class SyncStartup(SyncImporter importer, SyncSettings settings)
{
    /// <summary>Runs the import that the settings ask for; returns null when they ask for none.</summary>
    /// <param name="firstBoot">Whether the database was made by this start.</param>
    /// <param name="cancellationToken">Stops the import between two files.</param>
    public async Task<SyncReport?> RunAsync(bool firstBoot, CancellationToken cancellationToken)
    {
        string group = settings.Current.GroupAtStart(firstBoot);
        string root = settings.Roots[^1];
        string stop = Path.Combine(root, settings.Current.StopFile);
        if (group.Length == 0 || group.Equals("None", StringComparison.OrdinalIgnoreCase) || File.Exists(stop))
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
}
