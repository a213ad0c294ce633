using Microsoft.Extensions.Configuration;

namespace Site.Core.Hosting;

/// <summary>The folders that the site writes to, all of them below <c>Site:DataFolder</c>.</summary>
/// <param name="Data">The data folder itself, absolute.</param>
public sealed record SiteFolders(string Data)
{
    /// <summary>The setting that names the data folder; the environment variable is <c>Site__DataFolder</c>.</summary>
    public const string DataFolderKey = "Site:DataFolder";

    /// <summary>The uploaded files.</summary>
    public string Media => Path.Combine(Data, "media");

    /// <summary>The keys that protect cookies and tokens.</summary>
    public string Keys => Path.Combine(Data, "keys");

    /// <summary>The log files.</summary>
    public string Logs => Path.Combine(Data, "logs");

    /// <summary>Files on their way: uploads and work in progress.</summary>
    public string Temp => Path.Combine(Data, "temp");

    /// <summary>Reads the setting; a relative folder is below the current directory.</summary>
    /// <exception cref="InvalidOperationException">The setting is missing.</exception>
    public static SiteFolders From(IConfiguration configuration) =>
        configuration[DataFolderKey] is { Length: > 0 } folder
            ? new SiteFolders(Path.GetFullPath(folder))
            : throw new InvalidOperationException($"{DataFolderKey} is empty: name the folder for the database, media, keys and logs.");
}
