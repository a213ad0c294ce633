using System.Linq.Expressions;
using Site.Core.Persistence;
using Site.Core.Persistence.Content;
using Site.Tests.Support;

namespace Site.Tests.Contract.ContentTypes;

/// <summary>Asks the database itself, for what no service shows any more.</summary>
internal static class Stored
{
    /// <summary>How many values of a property are stored, in all versions.</summary>
    public static int Values(SiteFixture site, int propertyTypeId) => Count<PropertyDataRow>(site, x => x.PropertyTypeId == propertyTypeId);

    /// <summary>How many such rows there are.</summary>
    public static int Count<TRow>(SiteFixture site, Expression<Func<TRow, bool>> predicate)
        where TRow : class => site.InScope(() => site.Get<AmbientDbContext>().Read.Set<TRow>().Count(predicate));
}
