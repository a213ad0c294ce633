using Microsoft.Extensions.Options;
using Site.Core.Delivery.Keys;
using Site.Web.DeliveryApi.Keys;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>
/// Who may ask, by <c>Umbraco:CMS:DeliveryApi</c> (specs/content-delivery-api-v2.md section 12), <see cref="SiteDeliveryApiSettings"/> and the
/// keys of consumers.
/// </summary>
/// <remarks>
/// A public API ignores a wrong key, as Umbraco does; but not one of a consumer that is unknown, expired or revoked: its owner would not notice
/// before the day on which the API is public no more.
/// </remarks>
internal sealed class ApiAccessService(
    DeliveryRequest request,
    IOptionsMonitor<DeliveryApiSettings> settings,
    SettingsKeys keys,
    DeliveryCallers callers) : IApiAccessService
{
    /// <inheritdoc />
    public bool HasPublicAccess()
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current.Enabled && IsOpen(current.PublicAccess);
    }

    /// <inheritdoc />
    public bool HasPreviewAccess() => settings.CurrentValue.Enabled && (keys.IsPreviewSent() || Consumer is { ValidKey.AllowsPreview: true });

    /// <inheritdoc />
    public bool HasMediaAccess()
    {
        DeliveryApiSettings current = settings.CurrentValue;
        return current is { Enabled: true, Media.Enabled: true } && IsOpen(current.PublicAccess && current.Media.PublicAccess);
    }

    private DeliveryKeyCheck? Consumer => callers.Check(request.Current.HttpContext);

    private bool IsOpen(bool isPublic) => Consumer is { } consumer ? consumer.ValidKey is not null || keys.IsAnySent() : isPublic || keys.IsAnySent();
}
