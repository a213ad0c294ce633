namespace Site.Core.Persistence.Content;

/// <summary>Finds out what differs between stored and wanted property values.</summary>
internal static class PropertyDataChanges
{
    /// <summary>Marks what has to be inserted, updated and deleted so that a version holds the wanted values, and nothing else.</summary>
    /// <param name="context">The context, which tracks <paramref name="stored"/>.</param>
    /// <param name="versionId">The version.</param>
    /// <param name="stored">The version's rows; none for a new version.</param>
    /// <param name="wanted">The rows that it is to have.</param>
    public static void Apply(SiteDbContext context, int versionId, IEnumerable<PropertyDataRow> stored, IEnumerable<PropertyDataRow> wanted)
    {
        Dictionary<PropertyDataKey, PropertyDataRow> left = [];
        foreach (PropertyDataRow row in stored)
        {
            if (!left.TryAdd(row.Key(), row))
            {
                context.Remove(row);
            }
        }

        foreach (PropertyDataRow row in wanted)
        {
            if (left.Remove(row.Key(), out PropertyDataRow? known))
            {
                known.CopyValue(row);
            }
            else
            {
                row.VersionId = versionId;
                context.Add(row);
            }
        }

        context.RemoveRange(left.Values);
    }

    /// <summary>The values that differ; what one of the two does not have is <c>null</c> there.</summary>
    public static IEnumerable<(PropertyDataRow? Edited, PropertyDataRow? Published)> Differing(
        IEnumerable<PropertyDataRow> edited,
        IEnumerable<PropertyDataRow> published)
    {
        Dictionary<PropertyDataKey, PropertyDataRow> left = [];
        foreach (PropertyDataRow row in published)
        {
            left[row.Key()] = row;
        }

        foreach (PropertyDataRow row in edited)
        {
            if (!left.Remove(row.Key(), out PropertyDataRow? other) || !row.HasSameValue(other))
            {
                yield return (row, other);
            }
        }

        foreach (PropertyDataRow row in left.Values)
        {
            yield return (null, row);
        }
    }
}
