using Site.Core.Persistence;
using Site.Core.Persistence.Content;
using Site.Tests.Support;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>Asks the database itself, for what no service shows any more.</summary>
internal static class Stored
{
    /// <summary>How many values of a property are stored, in all versions.</summary>
    public static int Values(SiteFixture site, int propertyTypeId) => site.InScope(() =>
        site.Get<AmbientDbContext>().Read.Set<PropertyDataRow>().Count(x => x.PropertyTypeId == propertyTypeId));
}
