namespace Site.Web.OpenApi;

/// <summary>Describes what several of the routes have in common that this site offers beside Umbraco's.</summary>
internal static class SiteOperations
{
    /// <summary>Describes the key, and the refusals of those who have none or ask too often.</summary>
    public static RouteHandlerBuilder DescribeAccess(this RouteHandlerBuilder route) => route
        .WithHeader<string>("Api-Key", "The key, where the API is not public.")
        .ProducesProblem(StatusCodes.Status401Unauthorized)
        .ProducesProblem(StatusCodes.Status429TooManyRequests);

    /// <summary>Describes the culture of the answer.</summary>
    public static RouteHandlerBuilder DescribeCulture(this RouteHandlerBuilder route) =>
        route.WithHeader<string>("Accept-Language", "The culture of texts and values; the default one without it.");

    /// <summary>Describes that a client which has the answer is told so.</summary>
    public static RouteHandlerBuilder DescribeConditional(this RouteHandlerBuilder route) => route
        .WithHeader<string>("If-None-Match", "The ETag of an answer that the client has.")
        .Produces(StatusCodes.Status304NotModified);
}
