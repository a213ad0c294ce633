using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Snapshots;

namespace Site.Core.Delivery.Querying;

/// <summary>The rows of the indexes that the current request may query, in the order of the ids.</summary>
internal sealed class VisibleRows(ContentIndexes indexes, SnapshotReader reader)
{
    /// <summary>Reads them.</summary>
    /// <param name="preview">Whether drafts are asked for; of what the request may see only published, the published rows are given all the same.</param>
    public IEnumerable<IndexRow> Read(bool preview)
    {
        if (!reader.IsRestricted)
        {
            return (preview ? indexes.Drafts : indexes.Published).Rows;
        }

        return preview
            ? indexes.Drafts.Rows.Where(x => reader.AccessTo(x.Key) == ContentAccess.Drafts)
                .Concat(indexes.Published.Rows.Where(x => reader.AccessTo(x.Key) == ContentAccess.Published))
                .OrderBy(x => x.Id)
            : indexes.Published.Rows.Where(x => reader.AccessTo(x.Key) != ContentAccess.None);
    }
}
