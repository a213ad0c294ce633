using System.Globalization;

namespace Site.Tests.Benchmarks;

/// <summary>
/// Measures the published program: from the start of the process to the first 200 of the home page, with an empty data folder (first boot with the
/// import of <c>uSync/</c>) and with an existing one, and the resident memory a while after. Each figure is the median of its runs.
/// </summary>
internal static class StartupBenchmark
{
    private const int FirstBoots = 3;
    private const int Restarts = 5;

    public static async Task<int> RunAsync(TextWriter output)
    {
        using PublishedSite site = await PublishedSite.PublishAsync();
        string folder = Directory.CreateTempSubdirectory("site-benchmark-").FullName;
        try
        {
            List<Measurement> first = [];
            for (int i = 0; i < FirstBoots; i++)
            {
                first.Add(await MeasureAsync(site, Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture))));
            }

            List<Measurement> restarts = [];
            for (int i = 0; i < Restarts; i++)
            {
                restarts.Add(await MeasureAsync(site, Path.Combine(folder, "0")));
            }

            await WriteAsync(output, "first boot with import", first);
            await WriteAsync(output, "start with an existing database", restarts);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task WriteAsync(TextWriter output, string name, IReadOnlyCollection<Measurement> measurements) =>
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: first 200 after {Median(measurements.Select(x => x.FirstOk.TotalSeconds)):0.00} s, resident {Median(measurements.Select(x => x.ResidentBytes / 1e6)):0} MB idle (median of {measurements.Count})"));

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }

    private static async Task<Measurement> MeasureAsync(PublishedSite site, string dataFolder)
    {
        await using RunningSite running = await site.StartAsync(new Dictionary<string, string?> { ["Site:DataFolder"] = dataFolder });
        return new Measurement(running.FirstOk, await running.MeasureIdleMemoryAsync());
    }

    private sealed record Measurement(TimeSpan FirstOk, long ResidentBytes);
}
