using System.Xml.Linq;

namespace Site.Core.Sync.Files;

/// <summary>The index of a folder of uSync files: names carry no meaning, items are found by key and alias.</summary>
internal sealed class SyncFolder
{
    /// <summary>Where binary files lie, at their paths below <c>/media/</c>.</summary>
    public const string MediaFiles = "Media/files";

    /// <summary>Links are not followed: whoever may write into the folder must not choose what else is read.</summary>
    private static readonly EnumerationOptions _ownFiles = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        MatchCasing = MatchCasing.CaseInsensitive,
        IgnoreInaccessible = false,
    };

    private readonly IReadOnlyList<string> _roots;
    private readonly Dictionary<(SyncKind, Guid), SyncFile> _byKey = [];
    private readonly Dictionary<(SyncKind, string), SyncFile> _byAlias = [];
    private readonly List<SyncFile> _files = [];

    private SyncFolder(IReadOnlyList<string> roots) => _roots = roots;

    /// <summary>The items and markers, in the order of their paths; a file that could not be read is in <see cref="Problems"/>.</summary>
    public IReadOnlyList<SyncFile> Files => _files;

    public List<SyncItemResult> Problems { get; } = [];

    public List<string> Notes { get; } = [];

    /// <summary>Whether two files claim one key.</summary>
    public bool HasDuplicates { get; private set; }

    /// <summary>Reads every file of the layered folders once.</summary>
    /// <param name="roots">The folders, the earlier ones overridden by the later; absolute.</param>
    /// <param name="extension">The files' extension, without the dot.</param>
    /// <param name="includes">Whether files of a kind are read.</param>
    /// <param name="cancellationToken">Stops the reading between files.</param>
    public static SyncFolder Read(IReadOnlyList<string> roots, string extension, Func<SyncKind, bool> includes, CancellationToken cancellationToken)
    {
        var folder = new SyncFolder(roots);
        if (!roots.Any(Directory.Exists))
        {
            string missing = string.Join(", ", roots);
            folder.Problems.Add(new SyncItemResult(SyncKind.Unknown, missing, null, missing, SyncChange.Fail,
                $"folder: there is no such folder; set {SyncOptions.Section}:RootFolder."));
            return folder;
        }

        folder.CheckStamp(extension);
        foreach ((string path, List<string> layers) in folder.FilesOnDisk(extension))
        {
            cancellationToken.ThrowIfCancellationRequested();
            SyncKind kind = folder.KindOf(path);
            if (kind != SyncKind.Unknown && includes(kind))
            {
                folder.Add(kind, path, layers);
            }
        }

        return folder;
    }

    public IEnumerable<SyncFile> Of(SyncKind kind) => _files.Where(file => file.Kind == kind);

    public SyncFile? Find(SyncKind kind, Guid key) => _byKey.GetValueOrDefault((kind, key));

    /// <summary>Finds an item by key, then by alias.</summary>
    public SyncFile? Find(SyncKind kind, SyncReference reference) =>
        Find(kind, reference.Key)
        ?? (string.IsNullOrEmpty(reference.Alias) ? null : _byAlias.GetValueOrDefault((kind, reference.Alias.ToUpperInvariant())));

    /// <summary>
    /// The file that describes what a marker of a deletion names: by key and, where aliases are unique, by alias, since an item that was
    /// made anew has another key.
    /// </summary>
    public SyncFile? FindLive(SyncFile marker) => Find(marker.Kind, new SyncReference(
        marker.Kind.HasOwnKey() ? marker.Key : Guid.Empty,
        marker.Kind.HasOwnAlias() ? marker.Alias : string.Empty));

    /// <summary>The binary file that belongs to a media path, or null when the folder does not hold it.</summary>
    /// <param name="mediaPath">The path below <c>/media/</c>.</param>
    /// <exception cref="SyncItemException">The path, or a link, leads out of the folder.</exception>
    public string? FindMediaFile(string mediaPath) =>
        _roots.Reverse()
            .Select(root => SafePath.Resolve(Path.Combine(root, MediaFiles), mediaPath))
            .FirstOrDefault(File.Exists);

    private SortedDictionary<string, List<string>> FilesOnDisk(string extension)
    {
        var files = new SortedDictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (string root in _roots.Where(Directory.Exists))
        {
            foreach (string fullPath in Directory.EnumerateFiles(root, $"*.{extension}", _ownFiles))
            {
                string path = Path.GetRelativePath(root, fullPath).Replace(Path.DirectorySeparatorChar, '/');
                if (path.Contains('/') && !path.StartsWith(MediaFiles + "/", StringComparison.OrdinalIgnoreCase))
                {
                    files.TryAdd(path, []);
                    files[path].Add(fullPath);
                }
            }
        }

        return files;
    }

    private SyncKind KindOf(string path)
    {
        string folderName = path[..path.IndexOf('/')];
        SyncKind kind = SyncKinds.OfFolder(folderName);
        string note = $"{folderName}/ is not imported: this site does not offer that kind.";
        if (kind == SyncKind.Unknown && !Notes.Contains(note))
        {
            Notes.Add(note);
        }

        return kind;
    }

    private void Add(SyncKind kind, string path, List<string> layers)
    {
        try
        {
            XElement root = SyncFile.Load(layers);
            string element = root.Name.LocalName;
            if (element != kind.RootElement() && element != "Empty")
            {
                throw new SyncItemException(SyncXml.Shorten(element), $"is not a root element for {path.Split('/')[0]}/; write {kind.RootElement()} or Empty.");
            }

            Add(new SyncFile(kind, layers[^1], path, SyncHeader.Read(root)) { Below = layers[..^1] });
        }
        catch (Exception exception) when (exception is SyncItemException or IOException or UnauthorizedAccessException)
        {
            Problems.Add(new SyncItemResult(kind, path, null, Path.GetFileNameWithoutExtension(path), SyncChange.Fail, exception.Message));
        }
    }

    private void Add(SyncFile file)
    {
        if (file.Key == Guid.Empty && file.Kind is not (SyncKind.Language or SyncKind.Domain) && file.Header.Marker is null)
        {
            throw new SyncItemException("@Key", "is missing or not a guid.");
        }

        if (file.Header.Marker is null && FindTwin(file) is { } twin)
        {
            HasDuplicates = true;
            string what = twin.Key == file.Key ? $"@Key: {file.Key} is the key" : $"@Alias: '{SyncXml.Shorten(file.Alias)}' is the alias";
            Problems.Add(new SyncItemResult(file.Kind, file.Path, file.Key, file.Alias, SyncChange.Fail,
                $"{what} of {twin.Path} too, which is used. Give this file its own, or delete it."));
            return;
        }

        if (file.Header.Marker is null)
        {
            if (file.Key != Guid.Empty)
            {
                _byKey.TryAdd((file.Kind, file.Key), file);
            }

            _byAlias.TryAdd((file.Kind, file.Alias.ToUpperInvariant()), file);
        }

        _files.Add(file);
    }

    /// <summary>
    /// The file that describes the same item. Languages and domains are known by ISO code and name (their keys are hashes,
    /// which may be missing or alike), documents, media and webhooks by key alone (names repeat), all others by both.
    /// </summary>
    private SyncFile? FindTwin(SyncFile file)
    {
        bool isWildcard = file.Kind == SyncKind.Domain && file.Alias.StartsWith('*');
        return (file.Kind.HasOwnKey() ? Find(file.Kind, file.Key) : null)
            ?? (file.Kind.HasOwnAlias() && !isWildcard ? _byAlias.GetValueOrDefault((file.Kind, file.Alias.ToUpperInvariant())) : null);
    }

    private void CheckStamp(string extension)
    {
        string? stamp = _roots.Reverse().Select(root => Path.Combine(root, $"usync.{extension}")).FirstOrDefault(File.Exists);
        try
        {
            string? format = stamp is null ? null : SyncXml.Load(stamp).Attribute("format")?.Value;
            if (!Version.TryParse(format, out Version? version) || version < SyncStamp.Format)
            {
                Notes.Add($"usync.{extension} does not say format 10.7.0 or later: the files may be older; export them again when in doubt.");
            }
        }
        catch (Exception exception) when (exception is SyncItemException or IOException or UnauthorizedAccessException)
        {
            Notes.Add($"usync.{extension} cannot be read ({exception.Message}): the files may be older; export them again when in doubt.");
        }
    }
}
