using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Site.Tests.Benchmarks;

/// <summary>
/// Measures the real program: from the start of the process to the first 200 of the home page, with an empty data folder (first boot with the import
/// of <c>uSync/</c>) and with an existing one, and the resident memory a while after. Each figure is the median of its runs.
/// </summary>
internal static class StartupBenchmark
{
    private const int FirstBoots = 3;
    private const int Restarts = 5;
    private static readonly TimeSpan _idle = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("site-benchmark-").FullName;
        try
        {
            List<Measurement> first = [];
            for (int i = 0; i < FirstBoots; i++)
            {
                first.Add(await MeasureAsync(Path.Combine(folder, i.ToString(CultureInfo.InvariantCulture))));
            }

            List<Measurement> restarts = [];
            for (int i = 0; i < Restarts; i++)
            {
                restarts.Add(await MeasureAsync(Path.Combine(folder, "0")));
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

    private static async Task<Measurement> MeasureAsync(string dataFolder)
    {
        int port = FreePort();
        using Process process = Start(dataFolder, port);
        try
        {
            TimeSpan firstOk = await WaitForFirstOkAsync(process, port);
            await Task.Delay(_idle);
            process.Refresh();
            return new Measurement(firstOk, process.WorkingSet64);
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }
    }

    private static async Task<TimeSpan> WaitForFirstOkAsync(Process process, int port)
    {
        var watch = Stopwatch.StartNew();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromSeconds(10) };
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!process.HasExited && watch.Elapsed < TimeSpan.FromMinutes(3))
        {
            try
            {
                using HttpResponseMessage response = await client.GetAsync(new Uri("/", UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    return watch.Elapsed;
                }
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // The server does not listen yet.
            }

            await timer.WaitForNextTickAsync();
        }

        throw new InvalidOperationException("The site did not answer 200 within three minutes.");
    }

    private static Process Start(string dataFolder, int port)
    {
        string web = Path.Combine(FindRoot(), "Site.Web");
        string program = Path.Combine(web, "bin", "Release", "net10.0", "Site.Web.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--urls", $"http://127.0.0.1:{port}"])
        {
            WorkingDirectory = web,
            RedirectStandardOutput = true,
        };
        start.Environment["Site__DataFolder"] = dataFolder;
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static int FreePort()
    {
        using var listener = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Site.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Site.sln is not above the benchmarks' output.");
    }

    private sealed record Measurement(TimeSpan FirstOk, long ResidentBytes);
}
