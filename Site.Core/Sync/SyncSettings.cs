using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Site.Core.Sync;

/// <summary>The settings as they are now, and the folders that they mean.</summary>
public sealed class SyncSettings(IOptionsMonitor<SyncOptions> options, IHostEnvironment environment)
{
    /// <summary>The section <c>uSync:Settings</c>.</summary>
    public SyncOptions Current => options.CurrentValue;

    /// <summary>
    /// The absolute folders, the earlier ones overridden by the later. A relative one lies below the content root or, as in
    /// a published site that is started from elsewhere, beside the program.
    /// </summary>
    public IReadOnlyList<string> Roots =>
        [.. (Current.Folders.Count > 0 ? Current.Folders : [Current.RootFolder]).Select(Locate)];

    private string Locate(string folder)
    {
        string[] candidates =
        [
            Path.GetFullPath(folder, environment.ContentRootPath),
            Path.GetFullPath(folder, Path.Combine(environment.ContentRootPath, "..")),
            Path.GetFullPath(folder, AppContext.BaseDirectory),
        ];
        string found = candidates.FirstOrDefault(Directory.Exists) ?? candidates[0];
        return Path.TrimEndingDirectorySeparator(found);
    }
}
