using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Site.Core.Delivery.Keys;

/// <summary>The text that a consumer sends: <c>site_</c>, ten characters that find the key, <c>_</c>, and 256 random bits.</summary>
/// <remarks>
/// What is stored is SHA-256 of it. Slow hashes protect passwords, of which there are few likely ones to try; nobody tries 2^256 secrets, and
/// the check runs at every request.
/// </remarks>
/// <param name="Text">The whole, for the consumer and for nobody else.</param>
/// <param name="Prefix">The beginning, which is no secret.</param>
internal sealed record DeliveryApiSecret(string Text, string Prefix)
{
    private const string Mark = "site_";
    private const int PrefixBytes = 5;
    private const int SecretBytes = 32;
    private const int PrefixLength = 15;
    private const int Length = 59;

    /// <summary>Makes a new one.</summary>
    public static DeliveryApiSecret Create()
    {
        string prefix = Mark + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(PrefixBytes));
        return new DeliveryApiSecret($"{prefix}_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes))}", prefix);
    }

    /// <summary>Reads the prefix of a text of this form.</summary>
    /// <returns><c>null</c> for any other text, such as the keys of the settings.</returns>
    public static string? PrefixOf(string text) =>
        text.Length == Length && text.StartsWith(Mark, StringComparison.Ordinal) && text[PrefixLength] == '_' ? text[..PrefixLength] : null;

    /// <summary>What is stored of a text.</summary>
    public static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <inheritdoc />
    /// <remarks>So that no log gets it by chance.</remarks>
    public override string ToString() => Prefix;
}
