namespace Site.Core.Sync.Files;

/// <summary>Joins a path from a file to a folder without ever leaving the folder.</summary>
internal static class SafePath
{
    /// <summary>The full path of <paramref name="relative"/> below <paramref name="folder"/>; the file need not exist.</summary>
    /// <exception cref="SyncItemException">The path, or a link on the way, leads out of the folder.</exception>
    public static string Resolve(string folder, string relative) => Resolve(folder, relative, "src", "/media/");

    /// <summary>As the other, for paths of another origin.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="relative">The path, with <c>/</c>.</param>
    /// <param name="element">What the error names.</param>
    /// <param name="below">What the error calls the folder.</param>
    public static string Resolve(string folder, string relative, string element, string below)
    {
        string[] parts = relative.Split('/');
        if (relative.Contains('\\') || relative.Contains('\0') || parts.Any(part => part is "" or "." or ".."))
        {
            throw new SyncItemException(element, $"'{SyncXml.Shorten(relative)}' is not a plain path below {below}.");
        }

        string path = folder;
        foreach (string part in parts)
        {
            path = Path.Combine(path, part);
            if (new FileInfo(path).LinkTarget is not null)
            {
                throw new SyncItemException(element, $"'{SyncXml.Shorten(relative)}' goes through a link, which is not followed.");
            }
        }

        return path;
    }
}
