using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>Whether a request has sent one of the keys of the settings: Umbraco's own, and the one for previews.</summary>
internal sealed class SettingsKeys(
    DeliveryRequest request,
    IOptionsMonitor<DeliveryApiSettings> settings,
    IOptionsMonitor<SiteDeliveryApiSettings> siteSettings)
{
    /// <summary>Whether either was sent. Both are compared, whichever is right.</summary>
    public bool IsAnySent() => IsSent(settings.CurrentValue.ApiKey) | IsSent(siteSettings.CurrentValue.PreviewApiKey);

    /// <summary>Whether the one that opens drafts was sent.</summary>
    public bool IsPreviewSent()
    {
        string? previewKey = siteSettings.CurrentValue.PreviewApiKey;
        return IsSent(string.IsNullOrWhiteSpace(previewKey) ? settings.CurrentValue.ApiKey : previewKey);
    }

    // Hashed, so that the time of the comparison says nothing of the key, not even its length.
    private bool IsSent(string? configured) =>
        !string.IsNullOrWhiteSpace(configured)
        && request.ApiKey is { Length: > 0 } key
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(key)), SHA256.HashData(Encoding.UTF8.GetBytes(configured)));
}
