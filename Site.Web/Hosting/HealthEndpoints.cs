using Site.Core.Hosting.Runtime;
using Site.Core.Operations.Health;
using Site.Web.OpenApi;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting;

/// <summary><c>/health</c>, <c>/health/live</c> and <c>/health/ready</c>, for load balancers and service managers; <c>/health/details</c> for administrators.</summary>
internal static class HealthEndpoints
{
    /// <summary>Maps the routes. Without the key they say nothing of the machine or of errors.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder health = routes.MapGroup("/health").WithTags("Health").WithGroupName(OpenApiDocuments.Site);
        health.MapGet("/live", (HttpContext context) => NoStore(context, Results.Ok(new HealthReport("Live", null))))
            .WithName("GetHealthLive")
            .WithSummary("Whether the program runs.")
            .Produces<HealthReport>();
        health.MapGet("/ready", Ready).WithName("GetHealthReady").DescribeReady();
        health.MapGet("", Ready).WithName("GetHealth").DescribeReady();
        health.MapGet("/details", DetailsAsync)
            .WithName("GetHealthDetails")
            .WithSummary("How each part of the site is, for administrators.")
            .WithHeader<string>(HealthKey.Header, "The value of the setting Site:Health:Key.")
            .Produces<IReadOnlyDictionary<string, object?>>()
            .Produces(StatusCodes.Status404NotFound);
    }

    private static void DescribeReady(this RouteHandlerBuilder route) => route
        .WithSummary("Whether the site serves, and if not, which step of its start runs or failed.")
        .Produces<HealthReport>()
        .Produces<HealthReport>(StatusCodes.Status503ServiceUnavailable);

    private static IResult Ready(HttpContext context, SiteRuntime runtime, IRuntimeState state) => NoStore(context, Results.Json(
        new HealthReport(runtime.IsReady ? "Ready" : state.Level.ToString(), runtime.IsReady ? null : runtime.CurrentStep),
        statusCode: runtime.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable));

    private static async Task<IResult> DetailsAsync(HttpContext context, HealthKey key, SiteHealth health, CancellationToken cancellationToken) => NoStore(
        context,
        key.Admits(context.Request) ? Results.Json(await health.ReadServingAsync(cancellationToken)) : Results.NotFound());

    private static IResult NoStore(HttpContext context, IResult result)
    {
        context.Response.Headers.CacheControl = "no-store";
        return result;
    }
}

/// <summary>What the health routes answer.</summary>
/// <param name="Status"><c>Live</c>, <c>Ready</c>, or the runtime level while the site is not ready.</param>
/// <param name="Step">The step of the start that runs or failed; <c>null</c> when ready.</param>
internal sealed record HealthReport(string Status, string? Step);
