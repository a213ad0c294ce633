using System.Net;

namespace Site.Web.DeliveryApi;

/// <summary>Reads the path at the end of an item's address.</summary>
internal static class DeliveryPath
{
    /// <summary>The path with one slash at its beginning.</summary>
    /// <remarks>Generated clients encode the slashes too, and Kestrel leaves those as they are.</remarks>
    public static string Decode(string? path) => "/" + (path?.Contains("%2f", StringComparison.OrdinalIgnoreCase) == true
        ? WebUtility.UrlDecode(path)
        : path)?.TrimStart('/');
}
