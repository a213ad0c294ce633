using System.Collections.Frozen;
using Umbraco.Cms.Core.Models;

namespace Site.Web.Website.Texts;

/// <summary>All texts of the dictionary at one moment.</summary>
/// <param name="texts">Key, then culture, then text.</param>
internal sealed class TextSet(FrozenDictionary<string, FrozenDictionary<string, string>> texts)
{
    /// <summary>Reads dictionary items; a blank translation counts as missing.</summary>
    public static TextSet From(IEnumerable<IDictionaryItem> items) => new(items.ToFrozenDictionary(
        item => item.ItemKey,
        item => item.Translations
            .Where(translation => !string.IsNullOrWhiteSpace(translation.Value))
            .ToFrozenDictionary(translation => translation.LanguageIsoCode, translation => translation.Value, StringComparer.OrdinalIgnoreCase),
        StringComparer.Ordinal));

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
