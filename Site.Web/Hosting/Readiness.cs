using Site.Core.Hosting.Runtime;

namespace Site.Web.Hosting;

/// <summary>Answers 503 while the site starts, so that nobody is shown a half-imported site.</summary>
internal static class Readiness
{
    private const int RetryAfterSeconds = 2;

    /// <summary>Lets only <c>/health</c> through until the start is done.</summary>
    public static void UseReadiness(this WebApplication app)
    {
        SiteRuntime runtime = app.Services.GetRequiredService<SiteRuntime>();
        app.Use((context, next) => runtime.IsReady || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : AnswerAsync(context));
    }

    private static Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers.RetryAfter = RetryAfterSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: "Le site démarre",
            detail: "Réessayez dans quelques secondes.").ExecuteAsync(context);
    }
}
