using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Site.Core.Sync;

/// <summary>The settings as they are now, and the folders that they mean.</summary>
public sealed class SyncSettings(IOptionsMonitor<SyncOptions> options, IConfiguration configuration, IHostEnvironment environment)
{
    private const int OldestVersion = 9;

    /// <summary>The section <c>uSync:Settings</c>.</summary>
    public SyncOptions Current => options.CurrentValue;

    /// <summary>
    /// The absolute folders, the earlier ones overridden by the later. A relative one lies below the content root or, as in
    /// a published site that is started from elsewhere, beside the program.
    /// </summary>
    public IReadOnlyList<string> Roots =>
        [.. (Current.Folders.Count > 0 ? Current.Folders : [Current.RootFolder]).Select(Locate)];

    /// <summary>The folder that exports are written to: the last of <see cref="Roots"/>.</summary>
    public string ExportRoot => Roots[^1];

    /// <summary>The group whose items are written to the folder when they are saved; <c>None</c> for none.</summary>
    public string ExportOnSave => Current.ExportOnSave ?? (environment.IsDevelopment() ? "All" : "None");

    /// <summary>The names of what the configuration says of uSync and this site does not do.</summary>
    public IReadOnlyList<string> NotOffered() => SyncSettingsCheck.NotOffered(configuration, Current.DefaultSet);

    /// <summary>What the settings say of each kind.</summary>
    internal IReadOnlyDictionary<SyncKind, SyncHandler> Handlers()
    {
        SyncSetOptions set = configuration.GetSection(SyncSetOptions.Section).GetSection(Current.DefaultSet).Get<SyncSetOptions>() ?? new SyncSetOptions();
        return SyncKinds.All.ToDictionary(kind => kind, kind => new SyncHandler(kind, set));
    }

    private string Locate(string folder)
    {
        string[] candidates =
        [
            Path.GetFullPath(folder, environment.ContentRootPath),
            Path.GetFullPath(folder, Path.Combine(environment.ContentRootPath, "..")),
            Path.GetFullPath(folder, AppContext.BaseDirectory),
        ];
        string found = candidates.FirstOrDefault(Directory.Exists) ?? candidates.Select(OlderVersion).FirstOrDefault(older => older is not null) ?? candidates[0];
        return Path.TrimEndingDirectorySeparator(found);
    }

    /// <summary>Beside a missing <c>v17</c>, the folder of the newest older version: <c>v16</c> down to <c>v9</c>.</summary>
    private static string? OlderVersion(string folder)
    {
        string path = Path.TrimEndingDirectorySeparator(folder);
        string name = Path.GetFileName(path);
        return name.StartsWith('v') && int.TryParse(name.AsSpan(1), out int version)
            ? Enumerable.Range(OldestVersion, Math.Max(0, version - OldestVersion)).Reverse()
                .Select(older => Path.Combine(Path.GetDirectoryName(path)!, $"v{older}"))
                .FirstOrDefault(Directory.Exists)
            : null;
    }
}
