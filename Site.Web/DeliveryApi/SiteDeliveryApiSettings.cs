using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;
using Site.Web.DeliveryApi.RateLimits;

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

    /// <summary>How long answers keep.</summary>
    [ValidateObjectMembers]
    public DeliveryCacheSettings Cache { get; set; } = new();

    /// <summary>
    /// Whose pages a browser lets read the answers: origins such as <c>https://partner.example</c> between commas, <c>*</c> for all, nothing for
    /// none. Credentials are never allowed.
    /// </summary>
    public string CorsOrigins { get; set; } = "*";

    /// <summary>How often consumers may ask: without limit, unless it says one.</summary>
    [ValidateObjectMembers]
    public RateLimitSettings RateLimits { get; set; } = new();

    /// <summary>Whether <c>Accept-Language</c> may be a list, as browsers send it. Umbraco ignores lists.</summary>
    public bool AcceptLanguageLists { get; set; }
}

/// <summary>How long answers keep, in seconds (RFC 9111, RFC 5861).</summary>
internal sealed class DeliveryCacheSettings
{
    /// <summary>How long a cache need not ask.</summary>
    [Range(0, 86_400, ErrorMessage = "Site:DeliveryApi:Cache:MaxAge must be between 0 and 86400 seconds.")]
    public int MaxAge { get; set; } = 10;

    /// <summary>How long after that a cache may answer while it asks.</summary>
    [Range(0, 86_400, ErrorMessage = "Site:DeliveryApi:Cache:StaleWhileRevalidate must be between 0 and 86400 seconds.")]
    public int StaleWhileRevalidate { get; set; } = 60;

    /// <summary>How many megabytes the site's own memory of answers may take; 0 for none. Read at the start.</summary>
    [Range(0, 16_384, ErrorMessage = "Site:DeliveryApi:Cache:MaximumSize must be between 0 and 16384 megabytes.")]
    public int MaximumSize { get; set; } = 64;
}
