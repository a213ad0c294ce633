using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Site.Web.DeliveryApi;

/// <summary>A form in which an organisation is exported.</summary>
/// <param name="Name">The value of <c>format</c>.</param>
/// <param name="MediaType">What <c>Accept</c> calls it.</param>
/// <param name="ContentType">What the answer says.</param>
internal sealed record ExportFormat(string Name, string MediaType, string ContentType)
{
    /// <summary>Schema.org as JSON-LD; also for whoever has no wish.</summary>
    public static readonly ExportFormat JsonLd = new("jsonld", "application/ld+json", "application/ld+json; charset=utf-8");

    /// <summary>Rows for spreadsheets.</summary>
    public static readonly ExportFormat Csv = new("csv", "text/csv", "text/csv; charset=utf-8; header=present");

    private static readonly ExportFormat[] _all = [JsonLd, Csv];

    /// <summary>The names.</summary>
    public static string Names => string.Join(", ", _all.Select(x => x.Name));

    /// <summary>The form with the name.</summary>
    public static bool TryFind(string name, [NotNullWhen(true)] out ExportFormat? format)
    {
        format = Array.Find(_all, x => x.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return format is not null;
    }

    /// <summary>The form that the client likes best (RFC 9110 section 12.5.1); of equals the first.</summary>
    /// <returns><c>null</c> when it accepts none.</returns>
    public static ExportFormat? Choose(StringValues accept)
    {
        if (StringValues.IsNullOrEmpty(accept) || !MediaTypeHeaderValue.TryParseList(accept, out IList<MediaTypeHeaderValue>? accepted))
        {
            return JsonLd;
        }

        (ExportFormat best, double quality) = _all.Select(x => (x, QualityOf(accepted, x.MediaType))).MaxBy(x => x.Item2);
        return quality > 0 ? best : null;
    }

    // The most specific range decides. Parameters such as a charset make no difference.
    private static double QualityOf(IList<MediaTypeHeaderValue> accepted, string mediaType)
    {
        var offered = new MediaTypeHeaderValue(mediaType);
        return accepted
            .Where(x => x.MatchesAllTypes || (x.Type.Equals(offered.Type, StringComparison.OrdinalIgnoreCase) && (x.MatchesAllSubTypes || x.SubType.Equals(offered.SubType, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(x => x.MatchesAllTypes ? 2 : x.MatchesAllSubTypes ? 1 : 0)
            .Select(x => x.Quality ?? 1)
            .FirstOrDefault();
    }
}
