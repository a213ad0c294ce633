using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Content;

/// <summary>Reads <see cref="ContentCultureInfosCollection"/>, which is a list and a dictionary at once, as a plain sequence.</summary>
internal static class CultureInfoExtensions
{
    /// <summary>The names and dates by culture; none when there is no collection.</summary>
    public static IEnumerable<ContentCultureInfos> Each(this ContentCultureInfosCollection? infos)
    {
        if (infos is not null)
        {
            foreach (ContentCultureInfos info in infos)
            {
                yield return info;
            }
        }
    }
}
