using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Site.Web.DeliveryApi.RateLimits;

/// <summary><c>Site:DeliveryApi:RateLimits</c>: how often consumers may ask.</summary>
internal sealed class RateLimitSettings
{
    /// <summary>For each key, whatever addresses it is used from.</summary>
    [ValidateObjectMembers]
    public RateLimitRule PerKey { get; set; } = new();

    /// <summary>For each address from which somebody asks without a valid key, and, without <see cref="PerKey"/>, from any.</summary>
    [ValidateObjectMembers]
    public RateLimitRule PerAddress { get; set; } = new();
}

/// <summary>How many requests in how much time.</summary>
internal sealed record RateLimitRule
{
    /// <summary>How many requests; 0 for as many as there are.</summary>
    [Range(0, 1_000_000, ErrorMessage = "Site:DeliveryApi:RateLimits: Permits must be between 0 (off) and 1000000.")]
    public int Permits { get; set; }

    /// <summary>In how much time: a second to a day.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "1.00:00:00", ErrorMessage = "Site:DeliveryApi:RateLimits: Window must be between 00:00:01 and 1.00:00:00.")]
    public TimeSpan Window { get; set; } = TimeSpan.FromMinutes(1);
}
