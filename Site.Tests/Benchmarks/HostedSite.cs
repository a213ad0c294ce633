using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.Runtime;
using Site.Web.Hosting;

namespace Site.Tests.Benchmarks;

/// <summary>The whole program, web server included, in this process, so that Umbraco's services and the pages are those of one site.</summary>
internal sealed class HostedSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private HostedSite(WebApplication app)
    {
        _app = app;
        string address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    /// <summary>Speaks to the site.</summary>
    public HttpClient Client { get; }

    /// <summary>Starts the site on an existing database.</summary>
    /// <param name="contentRoot">The published program, for its settings.</param>
    /// <param name="settings">What goes over them.</param>
    public static async Task<HostedSite> StartAsync(string contentRoot, IReadOnlyDictionary<string, string?> settings)
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(SiteComposition).Assembly.GetName().Name,
            ContentRootPath = contentRoot,
            EnvironmentName = "Production",
        });
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Configuration.AddInMemoryCollection([new("urls", "http://127.0.0.1:0"), new("Logging:LogLevel:Default", "Warning"), new("Logging:LogLevel:Microsoft.Hosting.Lifetime", "Warning")]);
        builder.AddSite();
        WebApplication app = builder.Build();
        app.UseSite();
        await app.StartAsync();
        var site = new HostedSite(app);
        await site.WaitUntilReadyAsync();
        return site;
    }

    /// <summary>One of the site's services.</summary>
    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!Get<SiteRuntime>().IsReady)
        {
            await timer.WaitForNextTickAsync();
        }
    }
}
