using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Site.Tests.Benchmarks;

/// <summary>What wrk measured.</summary>
/// <param name="RequestsPerSecond">Requests that were answered in a second.</param>
/// <param name="P99">The 99th percentile of the latencies, as wrk writes it.</param>
/// <param name="Errors">The lines in which wrk tells of errors; answers other than 2xx and 3xx are errors.</param>
internal sealed partial record WrkResult(double RequestsPerSecond, string P99, string Errors);

/// <summary>The load generator, run on the same machine.</summary>
internal static partial class Wrk
{
    private const int Connections = 32;

    /// <summary>Sends as many requests as are answered.</summary>
    /// <exception cref="InvalidOperationException">It is not installed, or it failed.</exception>
    public static async Task<WrkResult> RunAsync(Uri address, int seconds, params string[] headers)
    {
        IEnumerable<string> arguments = ["-t1", $"-c{Connections}", $"-d{seconds}s", "--latency", .. headers.SelectMany(x => (string[])["-H", x]), address.ToString()];
        using Process process = Start(new ProcessStartInfo("wrk", arguments) { RedirectStandardOutput = true });
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? new WrkResult(double.Parse(Rate().Match(output).Groups[1].Value, CultureInfo.InvariantCulture), Percentile().Match(output).Groups[1].Value, string.Join(' ', Error().Matches(output).Select(x => x.Value.Trim())))
            : throw new InvalidOperationException($"wrk ended with {process.ExitCode}: {output}");
    }

    private static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception exception)
        {
            throw new InvalidOperationException("wrk is not installed: apt-get install wrk", exception);
        }
    }

    [GeneratedRegex(@"Requests/sec:\s*([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"99%\s+(\S+)")]
    private static partial Regex Percentile();

    [GeneratedRegex(@"^\s*(Non-2xx|Socket errors).*$", RegexOptions.Multiline)]
    private static partial Regex Error();
}
