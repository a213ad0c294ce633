using System.Globalization;

namespace Site.Tests.Benchmarks;

/// <summary>What the benchmark of the Content Delivery API is asked for.</summary>
/// <param name="Count">How many publications to generate.</param>
/// <param name="Seconds">How long each load lasts.</param>
internal sealed record DeliveryBenchmarkOptions(int Count, int Seconds)
{
    /// <summary>Reads the arguments; <c>null</c> when there is one that says nothing.</summary>
    public static DeliveryBenchmarkOptions? Parse(ReadOnlySpan<string> arguments)
    {
        var options = new DeliveryBenchmarkOptions(2000, 10);
        while (arguments is [var name, var value, ..] && int.TryParse(value, CultureInfo.InvariantCulture, out int number) && number > 0)
        {
            if (name is not ("--count" or "--seconds"))
            {
                return null;
            }

            options = name == "--count" ? options with { Count = number } : options with { Seconds = number };
            arguments = arguments[2..];
        }

        return arguments.IsEmpty ? options : null;
    }
}

/// <summary>
/// Measures the Content Delivery API of the published program under load, each request beside a server that only sends the same bytes: floor and
/// site by turns, three times, and the median of the ratios.
/// </summary>
internal sealed class DeliveryBenchmark(PublishedSite site, DeliveryBenchmarkOptions options, string folder, TextWriter output)
{
    private const int Rounds = 3;
    private const int WarmUpSeconds = 3;

    public static async Task<int> RunAsync(DeliveryBenchmarkOptions options, TextWriter output)
    {
        using PublishedSite site = await PublishedSite.PublishAsync();
        string folder = Directory.CreateTempSubdirectory("site-benchmark-").FullName;
        try
        {
            await new DeliveryBenchmark(site, options, folder, output).RunAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync()
    {
        string layer = Path.Combine(folder, "uSync");
        await GeneratedPublications.WriteAsync(layer, options.Count);
        var settings = new Dictionary<string, string?>
        {
            ["Site:DataFolder"] = Path.Combine(folder, "data"),
            ["uSync:Settings:Folders:0"] = site.SyncFolder,
            ["uSync:Settings:Folders:1"] = layer,
        };
        await site.RunAsync(settings, "sync", "import");
        await using RunningSite running = await site.StartAsync(settings);
        long idle = await running.MeasureIdleMemoryAsync();

        string path = await ContentApi.PathOfAsync(running.Client, GeneratedContent.KeyOf(6, 0));
        string list = $"{ContentApi.Root}?filter=contentType:{GeneratedPublications.ContentType}&filter=organisation:ap-mali&sort=date:desc";
        await MeasureAsync(running, "item by route", $"{ContentApi.Root}/item{path}", 60);
        await MeasureAsync(running, "list of 10 of an organisation, newest first", $"{list}&take=10", 40);
        await MeasureAsync(running, "list of 100", $"{list}&take=100", 40);
        await MeasureAsync(running, "item, one level expanded", $"{ContentApi.Root}/item{path}?expand=properties[$all]", 30);
        await MeasureAsync(running, "list of 10, one level expanded", $"{list}&take=10&expand=properties[$all]", 30);
        await MeasureAsync(running, "304", $"{ContentApi.Root}/item{path}", 100, hasIt: true);
        await WriteAsync($"resident: {idle / 1e6:0} MB idle, {await running.MeasureIdleMemoryAsync() / 1e6:0} MB after the load");
    }

    private async Task MeasureAsync(RunningSite running, string name, string address, int aim, bool hasIt = false)
    {
        using HttpResponseMessage answer = await running.Client.GetAsync(new Uri(address, UriKind.Relative));
        byte[] body = await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        string file = Path.Combine(folder, "body.json");
        await File.WriteAllBytesAsync(file, body);
        await using RunningSite floor = await Floor.StartAsync(file);
        var siteAddress = new Uri(running.Client.BaseAddress!, address);
        string[] headers = hasIt ? [$"If-None-Match: {answer.Headers.ETag}"] : [];
        await Wrk.RunAsync(floor.Client.BaseAddress!, WarmUpSeconds);
        await Wrk.RunAsync(siteAddress, WarmUpSeconds, headers);
        List<(WrkResult Floor, WrkResult Site)> rounds = [];
        for (int i = 0; i < Rounds; i++)
        {
            rounds.Add((await Wrk.RunAsync(floor.Client.BaseAddress!, options.Seconds), await Wrk.RunAsync(siteAddress, options.Seconds, headers)));
        }

        (WrkResult floorResult, WrkResult siteResult) = rounds.OrderBy(x => x.Site.RequestsPerSecond / x.Floor.RequestsPerSecond).ElementAt(Rounds / 2);
        await WriteAsync($"{name} ({body.Length} bytes): {siteResult.RequestsPerSecond:0} of {floorResult.RequestsPerSecond:0} a second, {100 * siteResult.RequestsPerSecond / floorResult.RequestsPerSecond:0} % of the floor (aim {aim}); p99 {siteResult.P99}, floor {floorResult.P99} {siteResult.Errors}");
    }

    private Task WriteAsync(FormattableString line) => output.WriteLineAsync(FormattableString.Invariant(line));
}
