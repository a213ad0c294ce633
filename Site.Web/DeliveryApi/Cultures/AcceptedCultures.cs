using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Site.Core.Delivery.Cultures;

namespace Site.Web.DeliveryApi.Cultures;

/// <summary>
/// Chooses one of the site's cultures by a list of languages such as browsers send: <c>fr-ML,fr;q=0.9,en;q=0.8</c> (RFC 9110 section 12.5.4),
/// when <see cref="SiteDeliveryApiSettings.AcceptLanguageLists"/> is on.
/// </summary>
/// <remarks>
/// By the lookup of RFC 4647 section 3.4, which shortens what was asked for until there is such a culture; and where that finds none, by its
/// section 3.3.1, so that <c>en</c> finds <c>en-US</c>. What the list says nothing of is not chosen, nor what it refuses with <c>q=0</c>.
/// </remarks>
internal sealed class AcceptedCultures(IOptionsMonitor<SiteDeliveryApiSettings> settings, SiteCultures cultures)
{
    // A browser sends a handful.
    private const int MaxRanges = 50;

    /// <summary>The culture of the site that the header likes best; <c>null</c> when there is none, or when lists are not read.</summary>
    public string? Choose(string acceptLanguage)
    {
        if (!settings.CurrentValue.AcceptLanguageLists
            || !StringWithQualityHeaderValue.TryParseList([acceptLanguage], out IList<StringWithQualityHeaderValue>? parsed))
        {
            return null;
        }

        StringWithQualityHeaderValue[] ranges = [.. parsed.Take(MaxRanges)];
        string[] refused = [.. ranges.Where(x => x.Quality == 0).Select(x => x.Value.Value!)];
        string[] offered = [.. cultures.All.Where(x => !refused.Any(range => IsWithin(x, range)))];
        return ranges
            .Where(x => x.Quality != 0)
            .OrderByDescending(x => x.Quality ?? 1)
            .Select(x => Find(offered, x.Value.Value!))
            .FirstOrDefault(x => x is not null);
    }

    private static string? Find(string[] offered, string range)
    {
        for (string? shorter = range; shorter is not null; shorter = Shorten(shorter))
        {
            if (offered.FirstOrDefault(x => x.Equals(shorter, StringComparison.OrdinalIgnoreCase)) is { } culture)
            {
                return culture;
            }
        }

        return offered.FirstOrDefault(x => IsWithin(x, range));
    }

    private static bool IsWithin(string culture, string range) =>
        culture.StartsWith(range, StringComparison.OrdinalIgnoreCase) && (culture.Length == range.Length || culture[range.Length] == '-');

    // Without its last part, and without a single letter that would then be last: it begins an extension.
    private static string? Shorten(string range)
    {
        int end = range.LastIndexOf('-');
        if (end > 1 && range[end - 2] == '-')
        {
            end -= 2;
        }

        return end > 0 ? range[..end] : null;
    }
}
