using System.Security.Cryptography;

namespace Site.Core.Hosting.Webhooks;

/// <summary>What only the site and one receiver know, and by which the receiver knows that a request comes from the site.</summary>
internal sealed class WebhookSecret
{
    /// <summary>How the text of a secret begins (standardwebhooks.com).</summary>
    public const string Prefix = "whsec_";

    private const int Length = 32;

    private readonly byte[] _bytes;

    private WebhookSecret(byte[] bytes) => _bytes = bytes;

    /// <summary>The key of the HMAC.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>A secret that nobody can guess.</summary>
    public static WebhookSecret Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads what <see cref="Reveal"/> has written.</summary>
    public static WebhookSecret Parse(string text) => new(Convert.FromBase64String(text[Prefix.Length..]));

    /// <summary>The secret as its receiver keeps it. No other member gives it away, <see cref="object.ToString"/> least of all.</summary>
    public string Reveal() => Prefix + Convert.ToBase64String(_bytes);
}
