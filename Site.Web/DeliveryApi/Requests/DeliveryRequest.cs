using System.Text.RegularExpressions;
using Site.Web.DeliveryApi.Cultures;

namespace Site.Web.DeliveryApi.Requests;

/// <summary>Reads the headers of the Content Delivery API from the current request (specs/content-delivery-api-v2.md section 2).</summary>
internal sealed partial class DeliveryRequest(IHttpContextAccessor httpContext, AcceptedCultures cultures)
{
    /// <summary>The current request.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public HttpRequest Current => httpContext.HttpContext?.Request
        ?? throw new InvalidOperationException("The Delivery API was asked outside a request.");

    /// <summary>
    /// The one bare language tag of <c>Accept-Language</c>; lists, as browsers send them, count as absent, or stand for one of the site's
    /// cultures where the settings say so.
    /// </summary>
    public string? AcceptLanguage => Header("Accept-Language") is { Length: > 0 } value ? cultures.Choose(value) ?? (BareTag().IsMatch(value) ? value : null) : null;

    /// <summary>The value of <c>Accept-Segment</c>.</summary>
    public string? AcceptSegment => Header("Accept-Segment");

    /// <summary>The value of <c>Api-Key</c>.</summary>
    public string? ApiKey => Header("Api-Key");

    /// <summary>Whether <c>Preview: true</c> was sent.</summary>
    public bool IsPreview => string.Equals(Header("Preview"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The value of <c>Start-Item</c> without slashes around it; <c>null</c> without the header.</summary>
    public string? StartItem => Header("Start-Item")?.Trim('/');

    private string? Header(string name) =>
        httpContext.HttpContext?.Request.Headers.TryGetValue(name, out Microsoft.Extensions.Primitives.StringValues values) == true
            ? values.ToString()
            : null;

    [GeneratedRegex(@"^[\w-]*$")]
    private static partial Regex BareTag();
}
