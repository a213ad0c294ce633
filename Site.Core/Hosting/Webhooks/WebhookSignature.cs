using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Site.Core.Hosting.Webhooks;

/// <summary>Signs a request as the Standard Webhooks specification says (standardwebhooks.com).</summary>
internal static class WebhookSignature
{
    /// <summary>The header with the id of the delivery.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the time of sending, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures, a space between two.</summary>
    public const string SignatureHeader = "webhook-signature";

    /// <summary>Signs the id, the time and the very bytes of the body, once with each secret.</summary>
    /// <returns>The value of the header.</returns>
    public static string Sign(IEnumerable<WebhookSecret> secrets, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => "v1," + Convert.ToBase64String(HMACSHA256.HashData(secret.Bytes, content))));
    }
}
