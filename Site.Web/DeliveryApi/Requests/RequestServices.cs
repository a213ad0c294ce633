using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>The culture that the request names.</summary>
internal sealed class RequestCultureService(DeliveryRequest request) : IRequestCultureService
{
    /// <inheritdoc />
    public string? GetRequestedCulture() => request.AcceptLanguage;
}

/// <summary>The segment that the request names.</summary>
internal sealed class RequestSegmentService(DeliveryRequest request) : IRequestSegmentService
{
    /// <inheritdoc />
    public string? GetRequestedSegment() => request.AcceptSegment;
}

/// <summary>Who may ask, by <c>Umbraco:CMS:DeliveryApi</c> (specs/content-delivery-api-v2.md section 12).</summary>
internal sealed class ApiAccessService(DeliveryRequest request, IOptionsMonitor<DeliveryApiSettings> settings) : IApiAccessService
{
    /// <inheritdoc />
    public bool HasPublicAccess()
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current.Enabled && (current.PublicAccess || HasValidKey(current));
    }

    /// <inheritdoc />
    /// <remarks>Drafts are not offered through the API, whatever the key.</remarks>
    public bool HasPreviewAccess() => false;

    /// <inheritdoc />
    public bool HasMediaAccess()
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current is { Enabled: true, Media.Enabled: true }
            && ((current.PublicAccess && current.Media.PublicAccess) || HasValidKey(current));
    }

    // Hashed, so that the time of the comparison says nothing of the key, not even its length.
    private bool HasValidKey(DeliveryApiSettings current) =>
        !string.IsNullOrWhiteSpace(current.ApiKey)
        && request.ApiKey is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(current.ApiKey)));
}
