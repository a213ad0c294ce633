namespace Site.Core.Sync;

/// <summary>What a file describes. The names are the root elements of the files.</summary>
public enum SyncKind
{
    /// <summary>A file that could not be read far enough to tell.</summary>
    Unknown,

    /// <summary>A language of the site.</summary>
    Language,

    /// <summary>A dictionary item with its translations.</summary>
    Dictionary,

    /// <summary>A data type.</summary>
    DataType,

    /// <summary>A template.</summary>
    Template,

    /// <summary>A document type or element type.</summary>
    ContentType,

    /// <summary>A media type.</summary>
    MediaType,

    /// <summary>A media item; its file lies beside it in the folder.</summary>
    Media,

    /// <summary>A document.</summary>
    Content,

    /// <summary>A domain or a culture assigned to a document.</summary>
    Domain,
}

/// <summary>Where each kind lies, and to which of uSync's groups it belongs.</summary>
internal static class SyncKinds
{
    private static readonly Dictionary<string, SyncKind> _byFolder = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Languages"] = SyncKind.Language,
        ["Dictionary"] = SyncKind.Dictionary,
        ["DataTypes"] = SyncKind.DataType,
        ["Templates"] = SyncKind.Template,
        ["ContentTypes"] = SyncKind.ContentType,
        ["MediaTypes"] = SyncKind.MediaType,
        ["Media"] = SyncKind.Media,
        ["Content"] = SyncKind.Content,
        ["Domains"] = SyncKind.Domain,
    };

    public static SyncKind OfFolder(string folderName) => _byFolder.GetValueOrDefault(folderName);

    /// <summary>Whether uSync's group (<c>All</c>, <c>None</c>, <c>Content</c>, <c>Settings</c>) holds the kind.</summary>
    public static bool IsIn(this SyncKind kind, string group)
    {
        if (group.Equals("All", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        bool isContent = kind is SyncKind.Content or SyncKind.Media or SyncKind.Dictionary or SyncKind.Domain;
        return group.Equals(isContent ? "Content" : "Settings", StringComparison.OrdinalIgnoreCase);
    }
}
