namespace Site.Core.Operations.Backups;

/// <summary>The names of the top folders of a backup.</summary>
internal static class BackupFolders
{
    /// <summary>What the engine has written.</summary>
    public const string Database = "database";

    /// <summary>The uploaded files.</summary>
    public const string Media = "media";

    /// <summary>The keys that protect cookies and tokens.</summary>
    public const string Keys = "keys";

    /// <summary>Whether a path is a plain one below one of the folders, so that it can be joined to a folder without leaving it.</summary>
    public static bool IsSafe(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 1
            && parts[0] is Database or Media or Keys
            && parts.All(x => x is not ("" or "." or "..") && x.IndexOfAny(['\\', ':']) < 0 && !x.Any(char.IsControl));
    }
}
