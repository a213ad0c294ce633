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
