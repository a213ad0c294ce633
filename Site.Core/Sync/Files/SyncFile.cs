using System.Xml.Linq;

namespace Site.Core.Sync.Files;

/// <summary>A file of the folder: enough of it to order and find items, without holding its content in memory.</summary>
/// <param name="Kind">What the file describes.</param>
/// <param name="FullPath">Where it lies on disk.</param>
/// <param name="Path">Its path below the root folder, with <c>/</c>.</param>
/// <param name="Header">What other items need to know of it.</param>
internal sealed record SyncFile(SyncKind Kind, string FullPath, string Path, SyncHeader Header)
{
    public Guid Key => Header.Key;

    public string Alias => Header.Alias;

    /// <summary>The files of the same path in earlier folders, which this one lies over.</summary>
    public IReadOnlyList<string> Below { get; init; } = [];

    /// <summary>Reads the file again, as a whole.</summary>
    public XElement Load() => Load([.. Below, FullPath]);

    /// <summary>Reads a file that lies in several layers, the earliest first.</summary>
    public static XElement Load(IReadOnlyList<string> layers) => layers.Skip(1).Aggregate(SyncXml.Load(layers[0]), (earlier, path) => SyncLayers.Merge(earlier, SyncXml.Load(path)));
}

/// <summary>The part of a file that orders it among the others.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Alias">The item's alias, name or ISO code.</param>
/// <param name="Marker">What a marker file asks for; null for an item.</param>
/// <param name="Level">The depth in the tree as the file states it.</param>
/// <param name="SortOrder">The place among its siblings.</param>
/// <param name="Parent">The parent: by key in trees, by alias for dictionary items and templates.</param>
/// <param name="Compositions">The types that this type is composed of.</param>
internal sealed record SyncHeader(
    Guid Key,
    string Alias,
    SyncMarker? Marker,
    int Level,
    int SortOrder,
    SyncReference Parent,
    IReadOnlyList<SyncReference> Compositions)
{
    public static SyncHeader Read(XElement root)
    {
        XElement info = root.Child("Info");
        return new SyncHeader(
            root.KeyAttribute(),
            root.Attribute("Alias")?.Value ?? string.Empty,
            root.Name.LocalName == "Empty" ? ReadMarker(root) : null,
            int.TryParse(root.Attribute("Level")?.Value, out int level) ? level : 0,
            int.TryParse(info.Text("SortOrder"), out int order) ? order : 0,
            SyncReference.Read(info.Element("Parent") ?? root.Element("Parent")),
            [.. info.Child("Compositions").Elements("Composition").Select(SyncReference.Read)]);
    }

    private static SyncMarker ReadMarker(XElement root) =>
        Enum.TryParse(root.Attribute("Change")?.Value, ignoreCase: true, out SyncMarker marker)
            ? marker
            : throw new SyncItemException("Empty/@Change", "is none of Delete, Rename, Clean, None.");
}

/// <summary>A reference to another item by key and alias (or name).</summary>
internal readonly record struct SyncReference(Guid Key, string Alias)
{
    public bool IsEmpty => Key == Guid.Empty && string.IsNullOrEmpty(Alias);

    public static SyncReference Read(XElement? element) =>
        element is null ? new SyncReference(Guid.Empty, string.Empty) : new SyncReference(element.KeyAttribute(), element.Value.Trim());

    public bool Matches(SyncFile file) =>
        Key != Guid.Empty && Key == file.Key
        || !string.IsNullOrEmpty(Alias) && Alias.Equals(file.Alias, StringComparison.OrdinalIgnoreCase);

    public override string ToString() => string.IsNullOrEmpty(Alias) ? Key.ToString() : $"'{SyncXml.Shorten(Alias)}'";
}

/// <summary>What an <c>Empty</c> file asks for.</summary>
internal enum SyncMarker
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Nothing: the item goes on in another file.</summary>
    Rename,

    /// <summary>Delete the item.</summary>
    Delete,

    /// <summary>Delete the children of the item that are not in the folder.</summary>
    Clean,
}
