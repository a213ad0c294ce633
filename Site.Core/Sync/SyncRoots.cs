using Microsoft.Extensions.Hosting;

namespace Site.Core.Sync;

/// <summary>Finds the folders that the settings name.</summary>
internal static class SyncRoots
{
    /// <summary>
    /// The absolute folders, the earlier ones overridden by the later. A relative one lies below the content root, beside it as in
    /// the project's own sources, or beside the program as in a published site that is started from elsewhere.
    /// </summary>
    public static IReadOnlyList<string> Of(SyncOptions options, IHostEnvironment environment) =>
        [.. (options.Folders.Count > 0 ? options.Folders : [options.RootFolder]).Select(folder => Locate(folder, environment))];

    private static string Locate(string folder, IHostEnvironment environment)
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
