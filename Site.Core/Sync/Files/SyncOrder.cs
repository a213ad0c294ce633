namespace Site.Core.Sync.Files;

/// <summary>Puts files after the files that they depend on.</summary>
internal static class SyncOrder
{
    /// <summary>
    /// By level and sort order, but never before a dependency, whatever the levels say. Files that depend on each other in
    /// a circle keep their order; the second of them will not find the first.
    /// </summary>
    public static IEnumerable<SyncFile> DependenciesFirst(IEnumerable<SyncFile> files, Func<SyncFile, IEnumerable<SyncFile?>> dependencies)
    {
        SyncFile[] sorted =
        [
            .. files.OrderBy(file => file.Header.Level)
                .ThenBy(file => file.Header.SortOrder)
                .ThenBy(file => file.Path, StringComparer.Ordinal),
        ];
        var done = new HashSet<SyncFile>(ReferenceEqualityComparer.Instance);
        var ordered = new List<SyncFile>(sorted.Length);
        var pending = new Stack<(SyncFile File, IEnumerator<SyncFile?> Dependencies)>();
        foreach (SyncFile file in sorted)
        {
            Visit(file);
            while (pending.TryPeek(out (SyncFile File, IEnumerator<SyncFile?> Dependencies) current))
            {
                if (!current.Dependencies.MoveNext())
                {
                    ordered.Add(pending.Pop().File);
                }
                else if (current.Dependencies.Current is { } dependency)
                {
                    Visit(dependency);
                }
            }
        }

        return ordered;

        void Visit(SyncFile file)
        {
            if (done.Add(file))
            {
                pending.Push((file, dependencies(file).GetEnumerator()));
            }
        }
    }
}
