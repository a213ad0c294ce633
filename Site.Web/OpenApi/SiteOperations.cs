namespace Site.Web.OpenApi;

/// <summary>Describes what several of the routes have in common that this site offers beside Umbraco's.</summary>
internal static class SiteOperations
{
    /// <summary>Describes the key, and how those are refused who have none, ask wrongly or too often.</summary>
    public static RouteHandlerBuilder DescribeAccess(this RouteHandlerBuilder route) => route
        .WithHeader<string>("Api-Key", "The key, where the API is not public.")
        .ProducesValidationProblem()
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .WithResponseHeader(StatusCodes.Status200OK, "Cache-Control", "How long the answer keeps (RFC 9111).")
        .WithResponseHeader(StatusCodes.Status429TooManyRequests, "Retry-After", "How many seconds to wait.");

    /// <summary>Describes the culture of the answer.</summary>
    public static RouteHandlerBuilder DescribeCulture(this RouteHandlerBuilder route) =>
        route.WithHeader<string>("Accept-Language", "The culture of texts and values; the default one without it.");

    /// <summary>Describes that a client which has the answer is told so.</summary>
    public static RouteHandlerBuilder DescribeConditional(this RouteHandlerBuilder route) => route
        .WithHeader<string>("If-None-Match", "The ETag of an answer that the client has.")
        .Produces(StatusCodes.Status304NotModified)
        .WithResponseHeader(StatusCodes.Status200OK, "ETag", "Tells this answer from others, for If-None-Match (RFC 9110 section 8.8.3).")
        .WithResponseHeader(StatusCodes.Status304NotModified, "ETag", "The tag of the answer that the client has.");
}
