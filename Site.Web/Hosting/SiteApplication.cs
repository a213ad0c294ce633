using Site.Web.DeliveryApi;
using Site.Web.Hosting.Commands;
using Site.Web.OpenApi;
using Site.Web.Website;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Web.Hosting;

/// <summary>The order of the middleware, and how the program runs.</summary>
internal static class SiteApplication
{
    /// <summary>Adds the middleware and the routes.</summary>
    public static void UseSite(this WebApplication app)
    {
        // Core reads it in places that the container does not reach; it must be set before anything is resolved.
        StaticServiceProvider.Instance = app.Services;

        app.UseProxyHeaders();
        app.UseKeptAnswers();
        app.UseWebsite();
        app.UseReadiness();
        app.UseRouting();
        app.UseCors();
        app.MapHealth();
        app.MapDeliveryApi();
        app.MapOpenApiDocuments();
        app.MapWebsite();
    }

    /// <summary>Serves, or runs the verb that the arguments name.</summary>
    /// <returns>The exit code: 0, 1 (findings) or 2 (misuse).</returns>
    public static async Task<int> RunSiteAsync(this WebApplication app, string[] args)
    {
        if (CommandLine.IsCommand(args))
        {
            await using (app)
            {
                return await SiteCommand.RunAsync(CommandLine.Parse(args, app.Services, Console.Out), CancellationToken.None);
            }
        }

        await app.RunAsync();
        return 0;
    }
}
