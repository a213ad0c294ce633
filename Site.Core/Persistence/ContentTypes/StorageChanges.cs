using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Moves values to the column of another storage type, in all versions.</summary>
/// <remarks>
/// A value would be read from its old column as well, but lists would not sort by it, and a draft saved later would differ from what is
/// published only in where it is stored.
/// </remarks>
internal static class StorageChanges
{
    private const int BatchSize = 500;

    /// <summary>Converts the values of the properties; those that cannot be converted stay as they are.</summary>
    public static void Apply(SiteDbContext context, int[] propertyTypeIds, ValueStorageType storage)
    {
        if (propertyTypeIds.Length == 0)
        {
            return;
        }

        context.ChangeTracker.Clear();
        int lastId = 0;
        List<PropertyDataRow> rows;
        do
        {
            int after = lastId;
            rows =
            [
                .. context.Set<PropertyDataRow>().AsTracking()
                    .Where(x => EF.Parameter(propertyTypeIds).Contains(x.PropertyTypeId) && x.Id > after).OrderBy(x => x.Id).Take(BatchSize),
            ];
            rows.ForEach(x => Convert(x, storage));
            context.SaveChanges();
            context.ChangeTracker.Clear();
            lastId = rows.Count == 0 ? lastId : rows[^1].Id;
        }
        while (rows.Count == BatchSize);
    }

    private static void Convert(PropertyDataRow row, ValueStorageType storage)
    {
        var converted = new PropertyDataRow();
        if (converted.TrySetValue(storage, row.Value()) && !converted.HasSameValue(row))
        {
            row.CopyValue(converted);
        }
    }
}
