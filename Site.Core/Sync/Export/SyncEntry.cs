using System.Xml.Linq;

namespace Site.Core.Sync.Export;

/// <summary>One item of the site as a file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Key">The key, derived for languages and domains.</param>
/// <param name="Alias">The alias, name or ISO code.</param>
/// <param name="SafeName">The file's name without extension, unless another item has it.</param>
/// <param name="Root">The content of the file.</param>
internal sealed record SyncEntry(SyncKind Kind, Guid Key, string Alias, string SafeName, XElement Root)
{
    /// <summary>The paths below <c>/media/</c> of the binary files that the item names.</summary>
    public IReadOnlyList<string> MediaFiles { get; init; } = [];

    /// <summary>What the item lies in, the outermost first: its place in a folder that is not flat.</summary>
    public IReadOnlyList<SyncEntryFolder> Folders { get; init; } = [];

    /// <summary>Asks whether anything lies below the item.</summary>
    public Func<bool> HasChildren { get; init; } = () => false;

    /// <summary>Whether the item is the culture of a document: its alias holds an id of the database.</summary>
    public bool IsWildcard => Kind == SyncKind.Domain && Alias.StartsWith('*');

    /// <summary>What decides whether the handler's settings leave the item out: type and path; empty for kinds without a tree.</summary>
    public SyncPlace Place { get; init; } = SyncPlace.None;
}

/// <summary>An item above another, as a sub-folder.</summary>
/// <param name="Key">The key; null for a folder of the backoffice, which is known by its name.</param>
/// <param name="SafeName">The name of the sub-folder, unless files are named by key.</param>
internal sealed record SyncEntryFolder(Guid? Key, string SafeName);

/// <summary>Where an item of a tree lies.</summary>
/// <param name="TypeAlias">The alias of its type.</param>
/// <param name="Path">The path of safe aliases.</param>
/// <param name="IsTrashed">Whether it lies in the recycle bin.</param>
internal sealed record SyncPlace(string TypeAlias, string Path, bool IsTrashed)
{
    /// <summary>The place of an item without a tree.</summary>
    public static SyncPlace None { get; } = new(string.Empty, string.Empty, false);
}
