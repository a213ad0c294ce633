using Site.Web.Website.Assets;

namespace Site.Web.Website.Errors;

/// <summary>What a failure looks like: a page for people, problem details for programs; neither says more than a number to quote.</summary>
internal static class ErrorPages
{
    /// <summary>Catches what fails further on.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        string page = Read().Replace("{{stylesheet}}", app.Services.GetRequiredService<WebsiteAssets>().StyleSheet, StringComparison.Ordinal);
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = context => AnswerAsync(context, page) });
    }

    private static Task AnswerAsync(HttpContext context, string page)
    {
        string trace = System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? context.TraceIdentifier;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/umbraco", StringComparison.OrdinalIgnoreCase))
        {
            return Results.Problem(
                statusCode: StatusCodes.Status500InternalServerError,
                extensions: new Dictionary<string, object?> { ["traceId"] = trace }).ExecuteAsync(context);
        }

        context.Response.StatusCode = StatusCodes.Status500InternalServerError;
        context.Response.ContentType = "text/html; charset=utf-8";
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : context.Response.WriteAsync(page.Replace("{{trace}}", System.Net.WebUtility.HtmlEncode(trace), StringComparison.Ordinal));
    }

    // Read at start: when rendering fails, nothing but bytes in memory can be relied on.
    private static string Read()
    {
        using Stream stream = typeof(ErrorPages).Assembly.GetManifestResourceStream("Website.error.html")
            ?? throw new InvalidOperationException("error.html is not embedded in the program: see Site.Web.csproj.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
