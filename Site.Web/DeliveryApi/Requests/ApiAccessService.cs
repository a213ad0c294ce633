using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>Who may ask, by <c>Umbraco:CMS:DeliveryApi</c> (specs/content-delivery-api-v2.md section 12) and <see cref="SiteDeliveryApiSettings"/>.</summary>
internal sealed class ApiAccessService(
    DeliveryRequest request,
    IOptionsMonitor<DeliveryApiSettings> settings,
    IOptionsMonitor<SiteDeliveryApiSettings> siteSettings) : IApiAccessService
{
    /// <inheritdoc />
    public bool HasPublicAccess()
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current.Enabled && (current.PublicAccess || HasAnyKey());
    }

    /// <inheritdoc />
    public bool HasPreviewAccess()
    {
        string? previewKey = siteSettings.CurrentValue.PreviewApiKey;
        return settings.CurrentValue.Enabled && IsSent(string.IsNullOrWhiteSpace(previewKey) ? settings.CurrentValue.ApiKey : previewKey);
    }

    /// <inheritdoc />
    public bool HasMediaAccess()
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current is { Enabled: true, Media.Enabled: true }
            && ((current.PublicAccess && current.Media.PublicAccess) || HasAnyKey());
    }

    // Both are compared, whichever is right.
    private bool HasAnyKey() => IsSent(settings.CurrentValue.ApiKey) | IsSent(siteSettings.CurrentValue.PreviewApiKey);

    // Hashed, so that the time of the comparison says nothing of the key, not even its length.
    private bool IsSent(string? configured) =>
        !string.IsNullOrWhiteSpace(configured)
        && request.ApiKey is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(configured)));
}
