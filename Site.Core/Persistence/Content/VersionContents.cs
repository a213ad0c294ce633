using Microsoft.EntityFrameworkCore;

namespace Site.Core.Persistence.Content;

/// <summary>The property values and the names by language of some versions, read with one query each.</summary>
internal sealed class VersionContents
{
    private readonly ILookup<int, PropertyDataRow> _properties;
    private readonly ILookup<int, ContentVersionCultureVariationRow> _cultures;

    private VersionContents(IEnumerable<PropertyDataRow> properties, IEnumerable<ContentVersionCultureVariationRow> cultures)
    {
        _properties = properties.ToLookup(x => x.VersionId);
        _cultures = cultures.ToLookup(x => x.VersionId);
    }

    /// <summary>Reads the contents of the versions.</summary>
    /// <param name="context">The context.</param>
    /// <param name="versionIds">The versions.</param>
    /// <param name="propertyTypeIds">Only values of these property types; <c>null</c> does not restrict.</param>
    /// <param name="withCultures">Whether any of the versions can have names by language.</param>
    public static VersionContents Read(SiteDbContext context, int[] versionIds, int[]? propertyTypeIds, bool withCultures)
    {
        if (versionIds.Length == 0)
        {
            return new VersionContents([], []);
        }

        IQueryable<PropertyDataRow> properties = context.Set<PropertyDataRow>().Where(x => EF.Parameter(versionIds).Contains(x.VersionId));
        if (propertyTypeIds is not null)
        {
            properties = properties.Where(x => EF.Parameter(propertyTypeIds).Contains(x.PropertyTypeId));
        }

        return new VersionContents(
            propertyTypeIds is [] ? [] : properties.ToList(),
            withCultures
                ? context.Set<ContentVersionCultureVariationRow>().Where(x => EF.Parameter(versionIds).Contains(x.VersionId)).ToList()
                : []);
    }

    /// <summary>The property values of a version; none for a version that was not read.</summary>
    public IEnumerable<PropertyDataRow> PropertiesOf(int versionId) => _properties[versionId];

    /// <summary>The names of a version by language; none for a version that was not read.</summary>
    public IEnumerable<ContentVersionCultureVariationRow> CulturesOf(int versionId) => _cultures[versionId];
}
