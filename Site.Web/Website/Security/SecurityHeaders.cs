using Microsoft.Extensions.Primitives;

namespace Site.Web.Website.Security;

/// <summary>The headers that every answer bears, errors and files included. An endpoint that needs another policy sets it itself.</summary>
/// <param name="environment">Outside Development there is HSTS too, which browsers heed over TLS only.</param>
internal sealed class SecurityHeaders(IHostEnvironment environment)
{
    /// <summary>What the public pages need: our own stylesheet and pictures, nothing else.</summary>
    public const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private readonly KeyValuePair<string, StringValues>[] _headers =
    [
        new("Content-Security-Policy", ContentSecurityPolicy),
        new("X-Content-Type-Options", "nosniff"),
        new("X-Frame-Options", "DENY"),
        new("Referrer-Policy", "strict-origin-when-cross-origin"),
        new("Permissions-Policy", "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()"),
        new("Cross-Origin-Opener-Policy", "same-origin"),
        new("Cross-Origin-Resource-Policy", "same-origin"),
        .. environment.IsDevelopment() ? (KeyValuePair<string, StringValues>[])[] : [new("Strict-Transport-Security", "max-age=63072000; includeSubDomains")],
    ];

    /// <summary>Adds what the answer does not say yet. A 304 says nothing of it: the client goes on with the headers that it has (RFC 9111 section 3.2).</summary>
    /// <param name="response">An answer whose status is known.</param>
    public void AddTo(HttpResponse response)
    {
        if (response.StatusCode == StatusCodes.Status304NotModified)
        {
            return;
        }

        foreach ((string name, StringValues value) in _headers)
        {
            response.Headers.TryAdd(name, value);
        }
    }
}

/// <summary>Puts <see cref="SecurityHeaders"/> before other middleware.</summary>
internal static class SecurityHeadersExtensions
{
    /// <summary>Adds the headers to whatever is answered.</summary>
    public static void UseSecurityHeaders(this WebApplication app)
    {
        SecurityHeaders headers = app.Services.GetRequiredService<SecurityHeaders>();
        app.Use((context, next) =>
        {
            // At the last moment, since the error handler clears what was set before.
            context.Response.OnStarting(() =>
            {
                headers.AddTo(context.Response);
                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
