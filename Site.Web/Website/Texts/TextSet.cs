using System.Collections.Frozen;
using Site.Core.Organisations;
using Umbraco.Cms.Core.Models;

namespace Site.Web.Website.Texts;

/// <summary>All texts of the dictionary at one moment.</summary>
/// <param name="texts">Key, then culture, then text.</param>
/// <param name="fallbacks">The culture that stands in for another one.</param>
internal sealed class TextSet(FrozenDictionary<string, FrozenDictionary<string, string>> texts, FrozenDictionary<string, string?> fallbacks)
{
    /// <summary>The keys, in their order.</summary>
    public IReadOnlyList<string> Keys { get; } = [.. texts.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Reads dictionary items and languages; a blank translation counts as missing.</summary>
    public static TextSet From(IEnumerable<IDictionaryItem> items, IEnumerable<ILanguage> languages) => new(
        items.ToFrozenDictionary(
            item => item.ItemKey,
            item => item.Translations
                .Where(translation => !string.IsNullOrWhiteSpace(translation.Value))
                .ToFrozenDictionary(translation => translation.LanguageIsoCode, translation => translation.Value, StringComparer.OrdinalIgnoreCase),
            StringComparer.Ordinal),
        languages.ToFrozenDictionary(language => language.IsoCode, language => language.FallbackIsoCode, StringComparer.OrdinalIgnoreCase));

    /// <summary>The text of a key in a culture, else in the cultures that stand in for it, with the culture that it was found in.</summary>
    /// <returns>Null when it has none.</returns>
    public Passage? Find(string key, string culture)
    {
        if (!texts.TryGetValue(key, out FrozenDictionary<string, string>? translations))
            return null;
        HashSet<string> tried = new(StringComparer.OrdinalIgnoreCase);
        for (string? current = culture; current is not null && tried.Add(current); current = fallbacks.GetValueOrDefault(current))
        {
            if (translations.TryGetValue(current, out string? text))
                return new Passage(text, current);
        }

        return null;
    }

    /// <summary>Whether the interface can be shown in a culture: whether the first thing that a page says exists in it.</summary>
    public bool Speaks(string culture) =>
        texts.TryGetValue(TextKeys.SkipToContent, out FrozenDictionary<string, string>? translations) && translations.ContainsKey(culture);

    /// <summary>The text of a key in a culture, else in the default one, else the key itself, as Umbraco's dictionary does.</summary>
    public string Get(string key, string culture, string defaultCulture) =>
        texts.TryGetValue(key, out FrozenDictionary<string, string>? translations)
        && (translations.TryGetValue(culture, out string? text) || translations.TryGetValue(defaultCulture, out text))
            ? text
            : key;
}
