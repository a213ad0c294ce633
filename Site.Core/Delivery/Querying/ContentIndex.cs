namespace Site.Core.Delivery.Querying;

/// <summary>What <c>/content</c> queries look through, in the order of the ids. It is made from the snapshot, never from the database.</summary>
/// <remarks>
/// A change is only noted; the first query after it makes the rows of the changed items anew, and those of the items below where a
/// branch has changed. Queries read one unchanging list, whatever is published meanwhile.
/// </remarks>
/// <param name="builder">Makes the rows.</param>
/// <param name="preview">Whether the rows are those of drafts, wherever there are any.</param>
internal sealed class ContentIndex(IndexRowBuilder builder, bool preview)
{
    private readonly Lock _marking = new();
    private readonly Lock _updating = new();
    private IndexChanges _changes = IndexChanges.Everything();
    private volatile bool _isCurrent;
    private volatile List<IndexRow> _rows = [];

    /// <summary>The rows of the content as it is now.</summary>
    public IReadOnlyList<IndexRow> Rows => _isCurrent ? _rows : Update();

    /// <summary>Says that anything may have changed.</summary>
    public void Invalidate() => Mark(x => x.MarkAll());

    /// <summary>Says that one item has changed, or is gone.</summary>
    public void InvalidateItem(Guid key) => Mark(x => x.Items.Add(key));

    /// <summary>Says that an item and what is below it have changed, or are gone.</summary>
    public void InvalidateBranch(Guid key) => Mark(x => x.Branches.Add(key));

    private void Mark(Action<IndexChanges> mark)
    {
        lock (_marking)
        {
            mark(_changes);
            _isCurrent = false;
        }
    }

    private List<IndexRow> Update()
    {
        lock (_updating)
        {
            IndexChanges changes;
            lock (_marking)
            {
                changes = _changes;
                _changes = new IndexChanges();
            }

            try
            {
                IndexBuild build = builder.Begin(preview);
                _rows = changes.All ? [.. build.BuildAll().OrderBy(x => x.Id)] : Apply(build, changes);
            }
            catch
            {
                // The changes that were taken are in no list: begin anew at the next query.
                Invalidate();
                throw;
            }

            lock (_marking)
            {
                // What was published meanwhile is marked, and waits for the next query.
                _isCurrent = _changes.IsEmpty;
            }

            return _rows;
        }
    }

    private List<IndexRow> Apply(IndexBuild build, IndexChanges changes)
    {
        HashSet<Guid> branches = FindBranches(build, changes);
        HashSet<Guid> changed = [.. changes.Items, .. branches, .. build.KeysBelow(branches)];
        IEnumerable<IndexRow> kept = _rows.Where(x => !changed.Contains(x.Key) && (branches.Count == 0 || !Array.Exists(x.AncestorKeys, branches.Contains)));
        return Merge(kept, [.. changed.SelectMany(build.Build).OrderBy(x => x.Id)], _rows.Count);
    }

    // Both are in the order of the ids, and no id is in both.
    private static List<IndexRow> Merge(IEnumerable<IndexRow> kept, List<IndexRow> made, int about)
    {
        List<IndexRow> merged = new(about + made.Count);
        int next = 0;
        foreach (IndexRow row in kept)
        {
            for (; next < made.Count && made[next].Id < row.Id; next++)
            {
                merged.Add(made[next]);
            }

            merged.Add(row);
        }

        merged.AddRange(made[next..]);
        return merged;
    }

    // An item that is published in other cultures than before takes what is below it along.
    private HashSet<Guid> FindBranches(IndexBuild build, IndexChanges changes)
    {
        ILookup<Guid, string?> before = _rows.Where(x => changes.Items.Contains(x.Key)).ToLookup(x => x.Key, x => x.Culture);
        return
        [
            .. changes.Branches,
            .. changes.Items.Where(x => !build.Build(x).Select(row => row.Culture).ToHashSet().SetEquals(before[x])),
        ];
    }

    private sealed class IndexChanges
    {
        public bool All { get; private set; }

        public bool IsEmpty => !All && Items.Count == 0 && Branches.Count == 0;

        public HashSet<Guid> Items { get; } = [];

        public HashSet<Guid> Branches { get; } = [];

        public static IndexChanges Everything() => new() { All = true };

        public void MarkAll() => All = true;
    }
}
