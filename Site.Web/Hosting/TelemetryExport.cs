using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Site.Core.Hosting.Diagnostics;
using Site.Core.PublishedContent.Snapshots;

namespace Site.Web.Hosting;

/// <summary>Sends figures and traces to the collector that OpenTelemetry's own environment variables name.</summary>
internal sealed class TelemetryExport(IConfiguration configuration, SnapshotMetrics snapshot) : IHostedService
{
    /// <summary>The address of the collector; without it nothing is collected and none of OpenTelemetry is loaded.</summary>
    public const string EndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private MeterProvider? _metrics;
    private TracerProvider? _traces;

    /// <summary>Adds it when a collector is named.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration[EndpointKey]))
        {
            builder.Services.AddHostedService<TelemetryExport>();
        }
    }

    /// <inheritdoc />
    public Task StartAsync(CancellationToken cancellationToken)
    {
        snapshot.Offer();
        string version = typeof(TelemetryExport).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";
        string name = configuration["OTEL_SERVICE_NAME"] ?? SiteDiagnostics.Name;
        _metrics = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(x => x.AddService(name, serviceVersion: version))
            .AddMeter(SiteDiagnostics.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime")
            .AddOtlpExporter()
            .Build();
        _traces = Sdk.CreateTracerProviderBuilder()
            .ConfigureResource(x => x.AddService(name, serviceVersion: version))
            .AddSource(SiteDiagnostics.Name, "Microsoft.AspNetCore", "Npgsql")
            .AddOtlpExporter()
            .Build();
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken)
    {
        // Sends what is not sent yet.
        _metrics?.Dispose();
        _traces?.Dispose();
        return Task.CompletedTask;
    }
}
