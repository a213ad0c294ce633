using System.Diagnostics.Metrics;
using Site.Core.Hosting.Diagnostics;

namespace Site.Core.PublishedContent.Snapshots;

/// <summary>Offers the size and age of the snapshot to whoever collects figures.</summary>
internal sealed class SnapshotMetrics(SnapshotStore store)
{
    /// <summary>Adds the instruments; they are asked only while somebody collects.</summary>
    public void Offer()
    {
        SiteDiagnostics.Meter.CreateObservableGauge<int>(
            "site.snapshot.items",
            () => new[]
            {
                new Measurement<int>(store.Current.Documents.Count, KeyValuePair.Create<string, object?>("site.snapshot.kind", "document")),
                new Measurement<int>(store.Current.Media.Count, KeyValuePair.Create<string, object?>("site.snapshot.kind", "media")),
            },
            "{item}",
            "Documents and media items in memory.");
        SiteDiagnostics.Meter.CreateObservableGauge("site.snapshot.age", () => store.Current.Age.TotalSeconds, "s", "Since anything was last published or read anew.");
    }
}
