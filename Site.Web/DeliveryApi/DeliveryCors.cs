using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;

namespace Site.Web.DeliveryApi;

/// <summary>Lets pages of other origins read the API in a browser, as <see cref="SiteDeliveryApiSettings.CorsOrigins"/> says.</summary>
internal sealed class DeliveryCors(IOptions<SiteDeliveryApiSettings> settings) : IConfigureOptions<CorsOptions>
{
    /// <summary>The policy of the routes.</summary>
    public const string Policy = "DeliveryApi";

    /// <inheritdoc />
    public void Configure(CorsOptions options) => options.AddPolicy(Policy, policy => policy
        .WithOrigins(settings.Value.CorsOrigins.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .WithMethods(HttpMethods.Get, HttpMethods.Head)
        .WithHeaders("Accept-Language", "Accept-Segment", "Api-Key", "If-None-Match", "Preview", "Start-Item")
        .WithExposedHeaders(
            "ETag", "Location", "Location-Start-Item-Id", "Location-Start-Item-Path", "RateLimit", "RateLimit-Policy", "Retry-After", "api-supported-versions")
        .SetPreflightMaxAge(TimeSpan.FromHours(1)));
}
