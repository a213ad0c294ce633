using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Site.Tests.Benchmarks;

/// <summary>The least that a server of this framework can do: one route, no middleware, bytes that are in memory. What a site adds is measured against it.</summary>
internal static class Floor
{
    /// <summary>The argument by which this program becomes that server: <c>floor ADDRESS FILE</c>.</summary>
    public const string Verb = "floor";

    /// <summary>Serves a file's bytes as JSON until the process is killed.</summary>
    public static async Task<int> RunAsync(Uri address, string bodyFile)
    {
        byte[] body = await File.ReadAllBytesAsync(bodyFile);
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls(address.GetLeftPart(UriPartial.Authority));
        WebApplication app = builder.Build();
        app.MapGet("/", (HttpContext context) =>
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = body.Length;
            return context.Response.Body.WriteAsync(body).AsTask();
        });
        await app.RunAsync();
        return 0;
    }

    /// <summary>Starts the server as a process of its own.</summary>
    public static async Task<RunningSite> StartAsync(string bodyFile)
    {
        Uri address = PublishedSite.FreeAddress();
        var start = new ProcessStartInfo(Environment.ProcessPath!, [Verb, address.ToString(), bodyFile]) { RedirectStandardOutput = true };
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        var floor = new RunningSite(start, address);
        await floor.WaitForFirstOkAsync();
        return floor;
    }
}
