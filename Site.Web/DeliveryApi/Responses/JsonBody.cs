using System.Security.Cryptography;
using System.Text;

namespace Site.Web.DeliveryApi.Responses;

/// <summary>A body, what it is compressed to, and its validators; all made once, when they are asked for.</summary>
/// <param name="bytes">UTF-8 JSON.</param>
/// <param name="since">Since when the body is as it is, in UTC; <c>null</c> when nobody knows.</param>
internal sealed class JsonBody(byte[] bytes, DateTime? since = null)
{
    private readonly EncodedBody?[] _encoded = new EncodedBody?[ContentCoding.Count];
    private string? _hash;

    /// <summary>The body as it is.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Since when the body is as it is, in UTC; <c>null</c> when nobody knows.</summary>
    public DateTime? Since { get; set; } = since;

    /// <summary>The date that stands for <see cref="Since"/> from now on; <c>null</c> while there is none yet.</summary>
    public string? LastModified { get; set; }

    /// <summary>A body of several.</summary>
    /// <param name="bodies">The bodies, between which commas are set.</param>
    /// <param name="begin">What comes before, in ASCII.</param>
    /// <param name="end">What comes after, in ASCII.</param>
    public static JsonBody Join(IEnumerable<JsonBody> bodies, string begin, string end)
    {
        using var joined = new MemoryStream();
        joined.Write(Encoding.ASCII.GetBytes(begin));
        bool isFirst = true;
        foreach (JsonBody body in bodies)
        {
            if (!isFirst)
            {
                joined.WriteByte((byte)',');
            }

            joined.Write(body.Bytes);
            isFirst = false;
        }

        joined.Write(Encoding.ASCII.GetBytes(end));
        return new JsonBody(joined.ToArray());
    }

    /// <summary>The body as it is sent. Two that make it at once make the same.</summary>
    public EncodedBody As(ContentCoding coding) => _encoded[coding.Index] ??= new EncodedBody(
        coding.Encode(bytes),
        $"\"{_hash ??= Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 16))}{coding.Mark}\"");
}

/// <summary>A body as it is sent.</summary>
/// <param name="Bytes">The bytes.</param>
/// <param name="ETag">Its strong entity tag, with quotes (RFC 9110 section 8.8.3).</param>
internal sealed record EncodedBody(byte[] Bytes, string ETag);
