using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Extensions;

namespace Site.Core.Organisations;

/// <summary>Names and translations of published content.</summary>
public static class PublishedContentNames
{
    /// <summary>The name in the wanted culture, else in the default one.</summary>
    public static Passage NameIn(this IPublishedContent content, ReadingCulture reading)
    {
        foreach (string culture in reading.Chain)
        {
            if (content.Cultures.TryGetValue(culture, out PublishedCultureInfo? info) && !string.IsNullOrWhiteSpace(info.Name))
                return new Passage(info.Name, culture);
        }

        return new Passage(content.Name, null);
    }

    /// <summary>Whether the document is published in a culture, or does not vary by culture.</summary>
    public static bool ExistsIn(this IPublishedContent content, string culture) =>
        !content.ContentType.VariesByCulture() || content.IsPublished(culture);
}
