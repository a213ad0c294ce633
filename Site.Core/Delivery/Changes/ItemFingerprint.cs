using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Site.Core.Hosting.PublishedContent;

namespace Site.Core.Delivery.Changes;

/// <summary>
/// Tells what a published version says in a culture from what another one says. It is the same after a restart, and changes for a
/// culture also when a value that all cultures share is published with another one.
/// </summary>
internal static class ItemFingerprint
{
    // In no text: it sets the parts apart.
    private static readonly byte[] _end = [0xFF];

    /// <summary>The fingerprint.</summary>
    /// <param name="version">The published version.</param>
    /// <param name="culture">The ISO code; empty for what does not vary.</param>
    /// <param name="surroundings">What else counts, e.g. the alias of the type.</param>
    public static long Of(VersionData version, string culture, IEnumerable<string> surroundings)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        CultureData? own = version.Cultures.GetValueOrDefault(culture);
        Append(hash, own?.Name ?? version.Name);
        Append(hash, Text((own?.Date ?? version.UpdateDate).Ticks));
        foreach (string text in surroundings)
        {
            Append(hash, text);
        }

        foreach ((string alias, IReadOnlyList<PropertyData> values) in version.Properties.OrderBy(x => x.Key, StringComparer.Ordinal))
        {
            IEnumerable<PropertyData> visible = values
                .Where(x => x.Culture is null || x.Culture.Equals(culture, StringComparison.OrdinalIgnoreCase))
                .OrderBy(x => x.Culture, StringComparer.Ordinal)
                .ThenBy(x => x.Segment, StringComparer.Ordinal);

            // A property that says nothing in this culture may say something in another, of which this one must not tell.
            foreach (PropertyData value in visible)
            {
                Append(hash, alias);
                Append(hash, value.Culture ?? string.Empty);
                Append(hash, value.Segment ?? string.Empty);
                Append(hash, Text(value.Value));
            }
        }

        return BinaryPrimitives.ReadInt64BigEndian(hash.GetHashAndReset());
    }

    private static string Text(object value) => value is DateTime date
        ? date.ToString("O", CultureInfo.InvariantCulture)
        : Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty;

    private static void Append(IncrementalHash hash, string text)
    {
        hash.AppendData(Encoding.UTF8.GetBytes(text));
        hash.AppendData(_end);
    }
}
