using System.Security.Cryptography;
using System.Text;

namespace Site.Web.Hosting;

/// <summary>Who may read the details of the health page, until administrators can sign in: whoever has <c>Site:Health:Key</c>.</summary>
internal sealed class HealthKey
{
    /// <summary>The header that carries the key.</summary>
    public const string Header = "X-Health-Key";

    private const string Setting = "Site:Health:Key";
    private const int MinLength = 16;

    private readonly byte[]? _hash;

    /// <summary>Reads the key.</summary>
    /// <exception cref="InvalidOperationException">It is too short.</exception>
    public HealthKey(IConfiguration configuration)
    {
        string? key = configuration[Setting];
        if (!string.IsNullOrEmpty(key) && key.Length < MinLength)
        {
            throw new InvalidOperationException($"{Setting} is too short: use at least {MinLength} random characters.");
        }

        _hash = string.IsNullOrEmpty(key) ? null : Hash(key);
    }

    /// <summary>Whether the request has the key; never when none is configured. It takes the same time however much of the key is right.</summary>
    public bool Admits(HttpRequest request) =>
        _hash is not null && CryptographicOperations.FixedTimeEquals(_hash, Hash(request.Headers[Header].ToString()));

    private static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
