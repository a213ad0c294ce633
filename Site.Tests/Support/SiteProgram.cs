using System.Diagnostics;

namespace Site.Tests.Support;

/// <summary>The real program on a database: one verb, or a server whose start need not succeed.</summary>
/// <param name="database">The database and data folder.</param>
public sealed class SiteProgram(TestDatabase database)
{
    private static readonly TimeSpan _verbTimeout = TimeSpan.FromMinutes(3);

    /// <summary>The settings, as environment variables; a colon may be written as such.</summary>
    public Dictionary<string, string?> Settings { get; } = new(database.Settings)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Umbraco:CMS:WebRouting:UmbracoApplicationUrl"] = "https://societe-civile.example",
    };

    /// <summary>The program's assembly: the one that was built with the tests, unless it is said otherwise.</summary>
    public string Assembly { get; init; } = Path.Combine(
        SiteProcess.RepositoryRoot, "Site.Web", "bin", new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name, "net10.0", "Site.Web.dll");

    /// <summary>Where the program is started from.</summary>
    public string WorkingDirectory { get; init; } = Path.Combine(SiteProcess.RepositoryRoot, "Site.Web");

    /// <summary>The greatest size of a file that the program may write, in KiB; without it the disk is as large as it is.</summary>
    public int? FileSizeLimit { get; init; }

    /// <summary>Runs a verb to its end.</summary>
    public async Task<CommandResult> RunAsync(params string[] arguments)
    {
        using Process process = Process.Start(CreateStartInfo(arguments))!;
        using var timeout = new CancellationTokenSource(_verbTimeout);
        try
        {
            Task<string> errors = process.StandardError.ReadToEndAsync(timeout.Token);
            string output = await process.StandardOutput.ReadToEndAsync(timeout.Token);
            output += await errors;
            await process.WaitForExitAsync(timeout.Token);
            return new CommandResult(process.ExitCode, output);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Starts a verb, for a test that ends it before its time.</summary>
    public Process Start(params string[] arguments) => Process.Start(CreateStartInfo(arguments))!;

    /// <summary>Starts the site and waits until it listens; whether it becomes ready is another question.</summary>
    public Task<SiteServer> ServeAsync() => SiteServer.StartAsync(CreateStartInfo(["--urls", "http://127.0.0.1:0"]));

    private ProcessStartInfo CreateStartInfo(string[] arguments)
    {
        // The kernel refuses what goes beyond the limit; without the trap it would end the process instead.
        string limit = FileSizeLimit is { } size ? $"trap '' XFSZ; ulimit -f {size}; " : string.Empty;
        var start = new ProcessStartInfo("bash", ["-c", limit + "exec dotnet \"$0\" \"$@\"", Assembly, .. arguments])
        {
            WorkingDirectory = WorkingDirectory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Without this the runtime keeps its code in a file in memory, which the limit would forbid as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = FileSizeLimit is null ? null : "0";
        foreach ((string key, string? value) in Settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return start;
    }
}

/// <summary>How a verb ended.</summary>
/// <param name="ExitCode">0, 1 (findings) or 2 (misuse).</param>
/// <param name="Output">What it printed, its log included.</param>
public sealed record CommandResult(int ExitCode, string Output);
