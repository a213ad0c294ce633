using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Persistence.Integrity;

/// <summary>No two documents, and no two media items, have the same place among their siblings.</summary>
internal sealed class SortOrderCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "sort-order";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) =>
        context.Set<NodeRow>()
            .Where(x => x.NodeObjectType == Constants.ObjectTypes.Document || x.NodeObjectType == Constants.ObjectTypes.Media)
            .GroupBy(x => new { x.ParentId, x.NodeObjectType, x.SortOrder })
            .Where(x => x.Count() > 1)
            .Select(x => new { x.Key.ParentId, x.Key.NodeObjectType })
            .Distinct()
            .ToList()
            .OrderBy(x => x.ParentId)
            .Select(x => new Damage(
                $"children of {x.ParentId} ({ObjectTypeNames.Of(x.NodeObjectType)}) share a sort order; they are numbered anew in their present order",
                repair => Renumber(repair, x.ParentId, x.NodeObjectType)));

    private static void Renumber(SiteDbContext context, int parentId, Guid objectType)
    {
        List<NodeRow> siblings = [.. context.Set<NodeRow>().AsTracking()
            .Where(x => x.ParentId == parentId && x.NodeObjectType == objectType)
            .OrderBy(x => x.SortOrder).ThenBy(x => x.Id)];
        for (int i = 0; i < siblings.Count; i++)
        {
            siblings[i].SortOrder = i;
        }

        context.SaveChanges();
    }
}
