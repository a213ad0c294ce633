using System.IO.Compression;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Site.Web.DeliveryApi.Responses;

/// <summary>A way to send a body (RFC 9110 section 8.4).</summary>
/// <param name="Index">Tells it from the others, from 0 on.</param>
/// <param name="Name">Its registered name; <c>null</c> for the body as it is.</param>
/// <param name="Mark">What sets the entity tag of a body that is sent so apart (RFC 9110 section 8.8.3.3).</param>
/// <param name="Compress">Makes the stream that compresses.</param>
internal sealed record ContentCoding(int Index, string? Name, string Mark, Func<Stream, Stream>? Compress)
{
    /// <summary>How many there are.</summary>
    public const int Count = 3;

    // Headers would outweigh what is gained.
    private const int MinimumLength = 512;

    private static readonly ContentCoding _identity = new(0, null, string.Empty, null);

    // What the site prefers comes first.
    private static readonly ContentCoding[] _offered =
    [
        new(1, "br", "-br", x => new BrotliStream(x, CompressionLevel.Optimal, leaveOpen: true)),
        new(2, "gzip", "-gz", x => new GZipStream(x, CompressionLevel.Optimal, leaveOpen: true)),
    ];

    /// <summary>The coding that the client likes best of those that the site offers.</summary>
    /// <param name="acceptEncoding">The header.</param>
    /// <param name="length">The length of the body in bytes.</param>
    public static ContentCoding Choose(StringValues acceptEncoding, int length)
    {
        if (length < MinimumLength || acceptEncoding.Count == 0 || !StringWithQualityHeaderValue.TryParseList(acceptEncoding, out IList<StringWithQualityHeaderValue>? accepted))
        {
            return _identity;
        }

        ContentCoding best = _offered.MaxBy(x => QualityOf(accepted, x.Name!))!;
        double quality = QualityOf(accepted, best.Name!);
        return quality > 0 && quality >= IdentityQuality(accepted) ? best : _identity;
    }

    /// <summary>The body as it is sent.</summary>
    public byte[] Encode(byte[] body)
    {
        if (Compress is null)
        {
            return body;
        }

        using var encoded = new MemoryStream(body.Length / 2);
        using (Stream compressing = Compress(encoded))
        {
            compressing.Write(body);
        }

        return encoded.ToArray();
    }

    private static double QualityOf(IList<StringWithQualityHeaderValue> accepted, string name) =>
        (accepted.FirstOrDefault(x => x.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? accepted.FirstOrDefault(x => x.Value == "*")) is { } found
            ? found.Quality ?? 1
            : 0;

    // Not named, it is fine but nothing better than what is named.
    private static double IdentityQuality(IList<StringWithQualityHeaderValue> accepted) =>
        accepted.FirstOrDefault(x => x.Value.Equals("identity", StringComparison.OrdinalIgnoreCase)) is { } found ? found.Quality ?? 1 : 0;
}
