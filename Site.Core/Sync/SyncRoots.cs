using Microsoft.Extensions.Hosting;

namespace Site.Core.Sync;

/// <summary>Finds the folders that the settings name.</summary>
internal static class SyncRoots
{
    /// <summary>
    /// The absolute folders, the earlier ones overridden by the later. A relative one lies below the content root or, as in
    /// a published site that is started from elsewhere, beside the program.
    /// </summary>
    public static IReadOnlyList<string> Of(SyncOptions options, IHostEnvironment environment) =>
        [.. (options.Folders.Count > 0 ? options.Folders : [options.RootFolder]).Select(folder => Locate(folder, environment))];

    private static string Locate(string folder, IHostEnvironment environment)
    {
        string belowContent = Path.GetFullPath(folder, environment.ContentRootPath);
        string besideProgram = Path.GetFullPath(folder, AppContext.BaseDirectory);
        string found = !Directory.Exists(belowContent) && Directory.Exists(besideProgram) ? besideProgram : belowContent;
        return Path.TrimEndingDirectorySeparator(found);
    }
}
