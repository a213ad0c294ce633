using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Site.Core.Hosting.Diagnostics;

/// <summary>The site's own figures and traces, beside those of the framework (<c>http.server.*</c>) and of Npgsql (<c>db.client.*</c>).</summary>
/// <remarks>Recording costs next to nothing as long as nobody listens.</remarks>
public static class SiteDiagnostics
{
    /// <summary>The name of the meter and of the activity source.</summary>
    public const string Name = "Site";

    /// <summary>The traces.</summary>
    internal static ActivitySource Activities { get; } = new(Name);

    /// <summary>The figures.</summary>
    internal static Meter Meter { get; } = new(Name);

    /// <summary>From the check of a publication to the moment in which visitors see it.</summary>
    internal static Histogram<double> PublishDuration { get; } = Meter.CreateHistogram<double>(
        "site.publish.duration", "s", "From the check of a publication to the moment in which visitors see it.");

    /// <summary>How long the runs of jobs took.</summary>
    internal static Histogram<double> JobDuration { get; } = Meter.CreateHistogram<double>("site.job.duration", "s", "How long the runs of jobs took.");

    /// <summary>The files that imports have handled.</summary>
    internal static Counter<long> ImportItems { get; } = Meter.CreateCounter<long>("site.import.items", "{item}", "The files that imports have handled.");
}
