using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;

namespace Site.Core.Persistence.Integrity;

/// <summary>A property has one value in each version, language and segment.</summary>
internal sealed class PropertyDataCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "property-data";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) =>
        context.Set<PropertyDataRow>()
            .GroupBy(x => new { x.VersionId, x.PropertyTypeId, x.LanguageId, x.Segment })
            .Where(x => x.Count() > 1)
            .Select(x => new { x.Key, Latest = x.Max(y => y.Id), Count = x.Count() })
            .ToList()
            .Select(x => new Damage(
                $"the version {x.Key.VersionId} has {x.Count} values of the property {x.Key.PropertyTypeId} where one belongs; the latest is kept",
                repair => repair.Set<PropertyDataRow>()
                    .Where(y => y.VersionId == x.Key.VersionId && y.PropertyTypeId == x.Key.PropertyTypeId && y.LanguageId == x.Key.LanguageId && y.Segment == x.Key.Segment && y.Id != x.Latest)
                    .ExecuteDelete()));
}
