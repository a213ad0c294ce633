using Site.Core.Hosting.Runtime;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Web.Hosting;

/// <summary>Answers 503 while the site starts, so that nobody is shown a half-imported site.</summary>
internal static class Readiness
{
    private const int SecondsToStart = 2;

    // A failed start ends with a restart by somebody, not by itself.
    private const int SecondsToRestart = 60;

    /// <summary>Lets only <c>/health</c> through until the start is done.</summary>
    public static void UseReadiness(this WebApplication app)
    {
        SiteRuntime runtime = app.Services.GetRequiredService<SiteRuntime>();
        IRuntimeState state = app.Services.GetRequiredService<IRuntimeState>();
        app.Use((context, next) => runtime.IsReady || context.Request.Path.StartsWithSegments("/health", StringComparison.OrdinalIgnoreCase)
            ? next(context)
            : AnswerAsync(context, state.Level == RuntimeLevel.BootFailed));
    }

    private static Task AnswerAsync(HttpContext context, bool failed)
    {
        int retryAfter = failed ? SecondsToRestart : SecondsToStart;
        context.Response.Headers.RetryAfter = retryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.Response.Headers.CacheControl = "no-store";
        return Results.Problem(
            statusCode: StatusCodes.Status503ServiceUnavailable,
            title: failed ? "Le site est arrêté" : "Le site démarre",
            detail: failed ? "Il reviendra bientôt." : "Réessayez dans quelques secondes.").ExecuteAsync(context);
    }
}
