namespace Site.Core.Persistence.Nodes;

/// <summary>Finds nodes by their paths, the ids from the root joined by commas.</summary>
/// <remarks>
/// A range of the path's index and not <c>LIKE</c>, for which SQLite reads every node. The column is compared byte by byte on both engines.
/// </remarks>
internal static class NodePaths
{
    /// <summary>Greater than each character of a path: what begins with a text is less than the text followed by it.</summary>
    public const string End = ":";

    /// <summary>The nodes below the one with this path.</summary>
    public static IQueryable<NodeRow> Below(this IQueryable<NodeRow> nodes, string path)
    {
        string from = path + ",";
        return nodes.Between(from, from + End);
    }

    /// <summary>The node with this path and those below it.</summary>
    public static IQueryable<NodeRow> BelowOrSelf(this IQueryable<NodeRow> nodes, string path) => nodes.Between(path, $"{path},{End}");

    // No other character of a path comes before the comma, so nothing but the node itself and what is below it lies between.
    private static IQueryable<NodeRow> Between(this IQueryable<NodeRow> nodes, string from, string to) =>
#pragma warning disable CA1309 // The expression becomes SQL, and the column's collation decides.
        nodes.Where(x => string.Compare(x.Path, from) >= 0 && string.Compare(x.Path, to) < 0);
#pragma warning restore CA1309
}
