using Site.Core.Persistence.Languages;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Content;

/// <summary>The site's languages by id and by ISO code, read once for an operation.</summary>
internal sealed class LanguageCodes
{
    private readonly Dictionary<int, string> _codes = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.OrdinalIgnoreCase);

    private LanguageCodes(IEnumerable<(int Id, string IsoCode, bool IsDefault)> languages)
    {
        foreach ((int id, string isoCode, bool isDefault) in languages)
        {
            _codes[id] = isoCode;
            _ids[isoCode] = id;
            if (isDefault)
            {
                Default = isoCode;
            }
        }
    }

    /// <summary>The ISO code of the default language; <c>null</c> in a site without languages.</summary>
    public string? Default { get; }

    /// <summary>The ids and codes of all languages.</summary>
    public IReadOnlyDictionary<int, string> All => _codes;

    /// <summary>Reads the languages.</summary>
    public static LanguageCodes From(ILanguageRepository languages) => new(languages.GetMany().Select(x => (x.Id, x.IsoCode, x.IsDefault)));

    /// <summary>Reads the languages as they are stored now.</summary>
    public static LanguageCodes Read(SiteDbContext context) => new(context.Set<LanguageRow>().AsEnumerable().Select(x => (x.Id, x.IsoCode, x.IsDefault)));

    /// <summary>The id of a culture; <c>null</c> for <c>null</c> or empty.</summary>
    /// <exception cref="InvalidOperationException">The site does not have the culture.</exception>
    public int? IdOf(string? culture)
    {
        if (string.IsNullOrEmpty(culture))
        {
            return null;
        }

        return _ids.TryGetValue(culture, out int id)
            ? id
            : throw new InvalidOperationException($"There is no language \"{culture}\". Add it to the languages first.");
    }

    /// <summary>Whether the site has the culture.</summary>
    public bool Has(string culture) => _ids.ContainsKey(culture);

    /// <summary>The ISO code of a language; <c>null</c> when the id is <c>null</c> or no longer known.</summary>
    public string? CodeOf(int? id) => id is { } known ? _codes.GetValueOrDefault(known) : null;
}
