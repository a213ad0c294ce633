using Microsoft.Extensions.Options;
using Site.Core.Delivery.Keys;
using Site.Core.Hosting.Delivery;
using Site.Core.Organisations;
using Site.Core.PublishedContent.Caches;
using Site.Core.PublishedContent.Context;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Web.DeliveryApi.Keys;

/// <summary>Knows which consumer's key a request has sent, and what follows from it. The keys of the settings are none of these.</summary>
internal sealed class DeliveryCallers(
    DeliveryKeyRing keys,
    DeliveryKeyUse use,
    PublishedContentTypeCache types,
    IOptionsMonitor<DeliveryApiSettings> settings)
{
    /// <summary>The header.</summary>
    public const string Header = "Api-Key";

    /// <summary>What is known of the key that was sent; <c>null</c> without one, and for a text that is not of the form of consumers' keys.</summary>
    public DeliveryKeyCheck? Check(HttpContext http)
    {
        if (!http.Request.Headers.TryGetValue(Header, out Microsoft.Extensions.Primitives.StringValues sent))
        {
            return null;
        }

        // Asked for several times in a request, and the same all through it.
        if (http.Features.Get<Checked>() is { } known)
        {
            return known.Check;
        }

        DeliveryKeyCheck? check = keys.Check(sent.ToString());
        http.Features.Set(new Checked(check));
        if (check?.ValidKey is { } key)
        {
            use.Note(key.Key);
        }

        return check;
    }

    /// <summary>What the request may see of the documents; <c>null</c> for all that is published, and in a preview all drafts.</summary>
    /// <param name="http">A request to which access was granted.</param>
    /// <param name="preview">Whether it asks for drafts.</param>
    public IContentVisibility? VisibilityFor(HttpContext http, bool preview)
    {
        if (Check(http)?.ValidKey is not { Organisations.Count: > 0 } key)
        {
            return null;
        }

        bool othersAreShown = settings.CurrentValue.PublicAccess;
        return preview || !othersAreShown ? new OrganisationVisibility(key.Organisations, othersAreShown, types) : null;
    }

    /// <summary>The organisations beside which a request sees no other's published content; <c>null</c> when it sees all.</summary>
    /// <param name="http">A request to which access was granted.</param>
    public IReadOnlyList<Guid>? OrganisationsOf(HttpContext http) =>
        !settings.CurrentValue.PublicAccess && Check(http)?.ValidKey is { Organisations.Count: > 0 } key ? key.Organisations : null;

    /// <summary>Why access was refused, as far as whoever sent the key may know; <c>null</c> where Umbraco says nothing either.</summary>
    public string? Refusal(HttpContext http, bool preview) => Check(http) switch
    {
        null => null,
        { State: DeliveryApiKeyState.Expired, Key.Expires: { } expires } => $"The key in Api-Key expired on {expires:yyyy-MM-dd}. Ask for a new one.",
        { State: DeliveryApiKeyState.Revoked } => "The key in Api-Key was revoked.",
        { ValidKey: { } key } => preview && !key.AllowsPreview ? "The key in Api-Key does not open drafts. Leave the header Preview out." : null,
        _ => "The key in Api-Key is not known.",
    };

    private sealed record Checked(DeliveryKeyCheck? Check);
}
