using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Languages;

namespace Site.Core.Persistence.PublishedContent;

/// <summary>The names behind the ids in content rows; every content shares the same strings.</summary>
/// <param name="Cultures">The ISO codes by language id.</param>
/// <param name="Aliases">The aliases by property type id.</param>
internal sealed record ContentNames(IReadOnlyDictionary<int, string> Cultures, IReadOnlyDictionary<int, string> Aliases)
{
    /// <summary>Reads the names.</summary>
    public static ContentNames Read(SiteDbContext context)
    {
        Dictionary<int, string> cultures = context.Set<LanguageRow>().ToDictionary(x => x.Id, x => x.IsoCode);
        var aliases = context.Set<PropertyTypeRow>().Select(x => new { x.Id, x.Alias }).ToList();
        return new ContentNames(cultures, aliases.ToDictionary(x => x.Id, x => string.Intern(x.Alias)));
    }
}
