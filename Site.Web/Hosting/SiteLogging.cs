using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Extensions.Logging;
using Site.Core.Hosting;

namespace Site.Web.Hosting;

/// <summary>Logs to the console and to one file a day in the data folder.</summary>
internal static class SiteLogging
{
    private const string Template = "{Timestamp:yyyy-MM-dd HH:mm:ss.fff} [{Level:u3}] {SourceContext}: {Message:lj}{NewLine}{Exception}";

    /// <summary>Replaces the default loggers; levels come from <c>Logging:LogLevel</c>.</summary>
    public static void AddSiteLogging(this WebApplicationBuilder builder)
    {
        string file = Path.Combine(SiteFolders.From(builder.Configuration).Logs, "site-.log");
        LoggerConfiguration configuration = new();
        foreach (IConfigurationSection level in builder.Configuration.GetSection("Logging:LogLevel").GetChildren())
        {
            SetLevel(configuration, level.Key, Enum.Parse<LogLevel>(level.Value!, ignoreCase: true));
        }

        Serilog.Core.Logger logger = configuration
            .WriteTo.Console(outputTemplate: Template, formatProvider: CultureInfo.InvariantCulture)
            .WriteTo.File(
                file,
                outputTemplate: Template,
                formatProvider: CultureInfo.InvariantCulture,
                rollingInterval: RollingInterval.Day,
                retainedFileCountLimit: 14,
                fileSizeLimitBytes: 20_000_000,
                rollOnFileSizeLimit: true)
            .CreateLogger();
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger, dispose: true);
    }

    // Serilog asks to see everything and filters itself, so the framework's own filters do not reach it.
    private static void SetLevel(LoggerConfiguration configuration, string category, LogLevel level)
    {
        LogEventLevel serilogLevel = level == LogLevel.None ? LogEventLevel.Fatal : LevelConvert.ToSerilogLevel(level);
        _ = category == "Default"
            ? configuration.MinimumLevel.Is(serilogLevel)
            : configuration.MinimumLevel.Override(category, serilogLevel);
    }
}
