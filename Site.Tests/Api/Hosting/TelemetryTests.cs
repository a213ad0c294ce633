using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Site.Tests.Support;

namespace Site.Tests.Api.Hosting;

/// <summary>What a collector of OpenTelemetry gets of the running program.</summary>
public sealed class TelemetryTests
{
    [Fact]
    public async Task Figures_and_traces_reach_the_collector_under_the_names_of_the_field()
    {
        var received = new ConcurrentDictionary<string, ConcurrentBag<string>>();
        await using WebApplication collector = await StartCollectorAsync(received);
        await using TestDatabase database = await TestDatabase.CreateAsync(Engine.Postgres);
        var program = new SiteProgram(database);
        program.Settings["uSync:Settings:ImportOnFirstBoot"] = "false";
        program.Settings["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        program.Settings["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";
        program.Settings["OTEL_METRIC_EXPORT_INTERVAL"] = "300";
        program.Settings["OTEL_BSP_SCHEDULE_DELAY"] = "300";
        await using SiteServer site = await program.ServeAsync();
        await site.WaitUntilReadyAsync();

        (await site.Client.GetAsync("robots.txt")).Dispose();

        await ReceivedAsync(received, "/v1/metrics", "site.snapshot.items", "site.snapshot.age", "http.server.request.duration", "db.client.");
        await ReceivedAsync(received, "/v1/traces", "Microsoft.AspNetCore");
    }

    private static async Task ReceivedAsync(ConcurrentDictionary<string, ConcurrentBag<string>> received, string path, params string[] names)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!names.All(name => received.TryGetValue(path, out ConcurrentBag<string>? bodies) && bodies.Any(x => x.Contains(name, StringComparison.Ordinal))))
        {
            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    private static async Task<WebApplication> StartCollectorAsync(ConcurrentDictionary<string, ConcurrentBag<string>> received)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration["urls"] = "http://127.0.0.1:0";
        WebApplication app = builder.Build();
        app.Run(async context =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            received.GetOrAdd(context.Request.Path, _ => []).Add(Encoding.Latin1.GetString(body.ToArray()));
        });
        await app.StartAsync();
        return app;
    }
}
