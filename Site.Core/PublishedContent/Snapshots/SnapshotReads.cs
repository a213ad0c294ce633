namespace Site.Core.PublishedContent.Snapshots;

/// <summary>
/// Which contents of a snapshot something was made from, with all above them: as long as these are the same in a later snapshot, it would be made
/// the same again.
/// </summary>
/// <remarks>What is published is read by one thread without waiting, so the thread knows what it is reading for.</remarks>
internal sealed class SnapshotReads
{
    [ThreadStatic]
    private static SnapshotReads? _current;

    private readonly ContentSnapshot _snapshot;
    private readonly Dictionary<(ContentKind Kind, Guid Key), ContentNode?> _byKey = [];
    private HashSet<(ContentKind Kind, int Id)>? _missing;
    private bool _isWhole;

    private SnapshotReads(ContentSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>What the current thread reads for; <c>null</c> when nobody wants to know.</summary>
    public static SnapshotReads? Current => _current;

    /// <summary>Does something and notes what it reads.</summary>
    /// <param name="snapshot">The snapshot that is read.</param>
    /// <param name="make">What reads, without waiting.</param>
    public static (T Made, SnapshotDependencies Dependencies) Record<T>(ContentSnapshot snapshot, Func<T> make)
    {
        SnapshotReads? outer = _current;
        var reads = new SnapshotReads(snapshot);
        _current = reads;
        try
        {
            return (make(), reads.End());
        }
        finally
        {
            _current = outer;
        }
    }

    /// <summary>Notes that a content was asked for by its key.</summary>
    /// <param name="kind">The tree.</param>
    /// <param name="key">The key.</param>
    /// <param name="node">What was found; <c>null</c> for nothing.</param>
    public void Add(ContentKind kind, Guid key, ContentNode? node)
    {
        ContentTable table = _snapshot[kind];
        while (_byKey.TryAdd((kind, key), node) && node is { Data.ParentId: >= 0 })
        {
            int parentId = node.Data.ParentId;
            node = table.Find(parentId);
            if (node is null)
            {
                AddMissing(kind, parentId);
                return;
            }

            key = node.Data.Key;
        }
    }

    /// <summary>Notes that a content was asked for by its id.</summary>
    public void Add(ContentKind kind, int id, ContentNode? node)
    {
        if (node is null)
        {
            AddMissing(kind, id);
        }
        else
        {
            Add(kind, node.Data.Key, node);
        }
    }

    /// <summary>Notes that any content may have been looked at.</summary>
    public void AddAll() => _isWhole = true;

    private void AddMissing(ContentKind kind, int id) => (_missing ??= []).Add((kind, id));

    private SnapshotDependencies End() => new(
        _snapshot,
        [.. _byKey.Select(x => new SnapshotDependency(x.Key.Kind, x.Key.Key, x.Value))],
        [.. _missing ?? []],
        _isWhole);
}

/// <summary>A content that something was made from.</summary>
/// <param name="Kind">The tree.</param>
/// <param name="Key">The key.</param>
/// <param name="Node">What was found; <c>null</c> for nothing.</param>
internal readonly record struct SnapshotDependency(ContentKind Kind, Guid Key, ContentNode? Node);

/// <summary>The contents that something was made from.</summary>
internal sealed class SnapshotDependencies
{
    private readonly SnapshotDependency[] _read;
    private readonly (ContentKind Kind, int Id)[] _missing;
    private readonly bool _isWhole;
    private readonly SnapshotEra _era;
    private object _heldUnder;

    /// <summary>Initializes dependencies.</summary>
    /// <param name="snapshot">The snapshot that was read.</param>
    /// <param name="read">What was asked for by key, or found.</param>
    /// <param name="missing">What was asked for by id and not found.</param>
    /// <param name="isWhole">Whether any content may have been looked at.</param>
    public SnapshotDependencies(ContentSnapshot snapshot, SnapshotDependency[] read, (ContentKind Kind, int Id)[] missing, bool isWhole)
    {
        _read = read;
        _missing = missing;
        _isWhole = isWhole;
        _era = snapshot.Era;
        _heldUnder = snapshot.Stamp;
        Since = isWhole || missing.Length > 0 || Array.Exists(read, x => x.Node is null)
            ? snapshot.Since
            : read.Select(x => x.Node!.Since).Append(snapshot.Era.Since).Max();
    }

    /// <summary>Since when they are as they are, in UTC. After a start: since the start.</summary>
    public DateTime Since { get; }

    /// <summary>How many there are.</summary>
    public int Count => _read.Length + _missing.Length;

    /// <summary>Whether they are the same in another snapshot.</summary>
    public bool Hold(ContentSnapshot snapshot)
    {
        if (ReferenceEquals(Volatile.Read(ref _heldUnder), snapshot.Stamp))
        {
            return true;
        }

        if (_isWhole
            || !ReferenceEquals(snapshot.Era, _era)
            || !Array.TrueForAll(_read, x => ReferenceEquals(snapshot[x.Kind].Find(x.Key), x.Node))
            || !Array.TrueForAll(_missing, x => snapshot[x.Kind].Find(x.Id) is null))
        {
            return false;
        }

        Volatile.Write(ref _heldUnder, snapshot.Stamp);
        return true;
    }
}
