using Site.Web.DeliveryApi.Keys;

namespace Site.Web.DeliveryApi;

/// <summary>The headers that every answer of a tree bears, whatever it says (specs/content-delivery-api-v2.md section 2).</summary>
internal static class DeliveryHeaders
{
    /// <summary>What answers of content depend on where they are open to everybody.</summary>
    public const string Vary = "Accept-Language, Accept-Segment, Preview, Start-Item";

    /// <summary>Which versions of the API there are.</summary>
    public const string SupportedVersions = "api-supported-versions";

    // One key opens what another does not; where everybody sees the same, the header is Umbraco's.
    private const string KeyedVary = $"{Vary}, {DeliveryCallers.Header}";

    /// <summary>Adds those of content.</summary>
    /// <param name="headers">Where to.</param>
    /// <param name="isPublic">Whether it is open without a key.</param>
    public static void AddContent(IHeaderDictionary headers, bool isPublic) => Add(headers, isPublic ? Vary : KeyedVary);

    /// <summary>Adds those of media.</summary>
    /// <param name="headers">Where to.</param>
    /// <param name="isPublic">Whether they are open without a key.</param>
    public static void AddMedia(IHeaderDictionary headers, bool isPublic) => Add(headers, isPublic ? null : DeliveryCallers.Header);

    // CORS, which comes before, may have said something of its own.
    private static void Add(IHeaderDictionary headers, string? vary)
    {
        headers[SupportedVersions] = "2.0";
        if (vary is not null)
        {
            headers.Append("Vary", vary);
        }
    }
}
