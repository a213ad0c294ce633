namespace Site.Web.Website.Security;

/// <summary>The headers that every answer bears, errors and files included. An endpoint that needs another policy sets it itself.</summary>
internal static class SecurityHeaders
{
    /// <summary>What the public pages need: our own stylesheet and pictures, nothing else.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly KeyValuePair<string, string>[] Headers =
    [
        new("Content-Security-Policy", ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
    ];

    /// <summary>Adds the headers; outside Development also HSTS, which browsers heed over TLS only.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        bool strictTransport = !app.Environment.IsDevelopment();
        app.Use((context, next) =>
        {
            // At the last moment, since the error handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                Add(context.Response.Headers, strictTransport);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }

    private static void Add(IHeaderDictionary headers, bool strictTransport)
    {
        foreach ((string name, string value) in Headers)
            headers.TryAdd(name, value);
        if (strictTransport)
            headers.TryAdd("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
    }
}
