using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Site.Tests.Benchmarks;

/// <summary>
/// The program as it is deployed: published once, and so compiled ahead, into a folder that goes when this is disposed of.
/// </summary>
internal sealed class PublishedSite : IDisposable
{
    private const int KeptLines = 20;

    private PublishedSite(string folder) => Folder = folder;

    /// <summary>Where the program lies.</summary>
    public string Folder { get; }

    /// <summary>The project's uSync files, as they are deployed.</summary>
    public string SyncFolder => Path.Combine(Folder, "uSync", "v17");

    /// <summary>Publishes the program.</summary>
    /// <exception cref="InvalidOperationException">It does not build; the message says why.</exception>
    public static async Task<PublishedSite> PublishAsync()
    {
        var site = new PublishedSite(Directory.CreateTempSubdirectory("site-published-").FullName);
        var start = new ProcessStartInfo("dotnet", ["publish", "Site.Web", "-c", "Release", "-o", site.Folder]) { WorkingDirectory = FindRoot() };
        await RunAsync(start);
        return site;
    }

    /// <summary>Runs a verb of the command line to its end.</summary>
    /// <exception cref="InvalidOperationException">It did not end with 0; the message holds the last lines that it wrote.</exception>
    public async Task<TimeSpan> RunAsync(IReadOnlyDictionary<string, string?> settings, params string[] verb)
    {
        var watch = Stopwatch.StartNew();
        await RunAsync(CreateStart(settings, verb));
        return watch.Elapsed;
    }

    /// <summary>Starts the program and waits until the home page answers 200.</summary>
    public async Task<RunningSite> StartAsync(IReadOnlyDictionary<string, string?> settings)
    {
        Uri address = FreeAddress();
        ProcessStartInfo start = CreateStart(settings, ["--urls", address.ToString()]);
        start.RedirectStandardOutput = true;
        var site = new RunningSite(start, address);
        try
        {
            await site.WaitForFirstOkAsync();
            return site;
        }
        catch
        {
            await site.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private ProcessStartInfo CreateStart(IReadOnlyDictionary<string, string?> settings, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(Folder, "Site.Web.dll"), .. arguments]) { WorkingDirectory = Folder };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        foreach ((string key, string? value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }

    private static async Task RunAsync(ProcessStartInfo start)
    {
        start.RedirectStandardOutput = true;
        using Process process = Process.Start(start)!;
        Queue<string> lines = [];
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            lines.Enqueue(line);
            if (lines.Count > KeptLines)
            {
                lines.Dequeue();
            }
        }

        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', start.ArgumentList)} ended with {process.ExitCode}:\n{string.Join('\n', lines)}");
        }
    }

    /// <summary>An address of this machine at which nothing listens.</summary>
    public static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
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
}
