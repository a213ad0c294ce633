using System.Globalization;

namespace Site.Tests.Benchmarks;

/// <summary>
/// Measures a large site: the import of generated articles into the published program, what its start and its memory cost with them, how fast it
/// answers, and, with the site hosted in this process, how fast it is edited and read meanwhile.
/// </summary>
internal sealed class ContentBenchmark(PublishedSite site, ContentBenchmarkOptions options, string folder, TextWriter output)
{
    private const int Requests = 500;
    private const int WarmUp = 50;

    private readonly Dictionary<string, string?> _settings = options.SettingsFor(Path.Combine(folder, "data"));

    public static async Task<int> RunAsync(ContentBenchmarkOptions options, TextWriter output)
    {
        using PublishedSite site = await PublishedSite.PublishAsync();
        string folder = Directory.CreateTempSubdirectory("site-benchmark-").FullName;
        try
        {
            await new ContentBenchmark(site, options, folder, output).RunAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task RunAsync()
    {
        await site.RunAsync(_settings, "sync", "import");
        (TimeSpan emptyStart, long emptyMemory) = await MeasureStartAsync();

        string layer = Path.Combine(folder, "uSync");
        GeneratedContent content = await GeneratedContent.WriteAsync(layer, options.Count);
        _settings["uSync:Settings:Folders:0"] = site.SyncFolder;
        _settings["uSync:Settings:Folders:1"] = layer;
        TimeSpan import = await site.RunAsync(_settings, "sync", "import");
        await WriteAsync($"import of {content.Count} documents: {import.TotalSeconds:0.0} s, {content.Count / import.TotalSeconds:0} per second, the start of the program included");

        (TimeSpan start, long memory) = await MeasureStartAsync();
        await WriteAsync($"start: first 200 after {start.TotalSeconds:0.00} s ({emptyStart.TotalSeconds:0.00} s without them)");
        await WriteAsync($"resident: {memory / 1e6:0} MB idle ({emptyMemory / 1e6:0} MB without them), {(memory - emptyMemory) / 1e3 / content.Count:0.0} kB per document");

        await MeasureRequestsAsync(content);
        await using HostedSite hosted = await HostedSite.StartAsync(site.Folder, _settings);
        await new EditingBenchmark(hosted, content, WriteAsync).RunAsync();
    }

    private async Task<(TimeSpan FirstOk, long Memory)> MeasureStartAsync()
    {
        await using RunningSite running = await site.StartAsync(_settings);
        return (running.FirstOk, await running.MeasureIdleMemoryAsync());
    }

    private async Task MeasureRequestsAsync(GeneratedContent content)
    {
        await using RunningSite running = await site.StartAsync(_settings);
        var keys = new Random(1);
        List<string> paths = [];
        for (int i = 0; i < Requests; i++)
        {
            paths.Add(await ContentApi.PathOfAsync(running.Client, content.Articles[keys.Next(content.Articles.Count)]));
        }

        await MeasureRequestsAsync(running.Client, "page", i => paths[i]);
        await MeasureRequestsAsync(running.Client, "page of an archive", i => paths[i][..(paths[i].TrimEnd('/').LastIndexOf('/') + 1)]);
        await MeasureRequestsAsync(running.Client, "Delivery API item", i => ContentApi.Root + "/item" + paths[i]);
        await MeasureRequestsAsync(running.Client, "Delivery API query", i =>
            string.Create(CultureInfo.InvariantCulture, $"{ContentApi.Root}?filter=contentType:article&sort=updateDate:desc&skip={i * 7 % content.Articles.Count}&take=20"));
    }

    private async Task MeasureRequestsAsync(HttpClient client, string name, Func<int, string> address)
    {
        var latencies = new Latencies();
        for (int i = -WarmUp; i < Requests; i++)
        {
            Latencies target = i < 0 ? new Latencies() : latencies;
            await target.MeasureAsync(() => client.GetByteArrayAsync(new Uri(address((i + Requests) % Requests), UriKind.Relative)));
        }

        await WriteAsync($"{name}: {latencies}");
    }

    private Task WriteAsync(FormattableString line) => output.WriteLineAsync(FormattableString.Invariant(line));
}
