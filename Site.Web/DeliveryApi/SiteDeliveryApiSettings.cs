using System.ComponentModel.DataAnnotations;

namespace Site.Web.DeliveryApi;

/// <summary>What <c>Site:DeliveryApi</c> adds to <c>Umbraco:CMS:DeliveryApi</c>.</summary>
internal sealed class SiteDeliveryApiSettings
{
    /// <summary>The section.</summary>
    public const string Section = "Site:DeliveryApi";

    /// <summary>
    /// A key that opens drafts besides what is published. While there is one, Umbraco's own <c>ApiKey</c> does not open drafts any more, so
    /// that it can be given to partners.
    /// </summary>
    public string? PreviewApiKey { get; set; }

    /// <summary>The most items that one query may ask for.</summary>
    [Range(1, 100_000, ErrorMessage = "Site:DeliveryApi:MaximumTake must be between 1 and 100000.")]
    public int MaximumTake { get; set; } = 1000;
}
