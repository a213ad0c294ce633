using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Site.Tests.Endurance.Writer;

namespace Site.Tests.Endurance;

/// <summary>A writer as a process of its own, and the history of all that have written to the same database.</summary>
internal sealed class WriterProcess(Dictionary<string, string?> settings, string folder) : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(2);

    private readonly string _historyPath = Path.Combine(folder, "history.txt");
    private readonly ConcurrentQueue<string> _errors = new();
    private Process? _process;

    /// <summary>What all writers have said.</summary>
    public WriterHistory History { get; } = new();

    /// <summary>How long the last writer took to start, in milliseconds.</summary>
    public double StartMilliseconds { get; private set; }

    /// <summary>Starts a writer and waits until it has compared the site with the history; it writes on.</summary>
    /// <param name="seed">Of its acts.</param>
    /// <param name="fileSizeLimit">The greatest size of a file that it may write, in KiB; without it the disk is as large as it is.</param>
    /// <param name="failAt">The command of a transaction at which the database fails; without it it does not.</param>
    /// <returns>What is wrong; nothing, when all is well. <c>null</c> when the writer ended before it could say.</returns>
    public async Task<IReadOnlyList<string>?> StartAsync(int seed, int? fileSizeLimit = null, int? failAt = null)
    {
        Start(seed, fileSizeLimit, failAt);
        List<string> wrong = [];
        using var timeout = new CancellationTokenSource(_patience);
        while (await _process!.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
        {
            if (line.StartsWith(WriterProgram.Checked, StringComparison.Ordinal))
            {
                StartMilliseconds = double.Parse(line.Split(' ')[1], CultureInfo.InvariantCulture);
                return wrong;
            }

            if (line.StartsWith(WriterProgram.Wrong, StringComparison.Ordinal))
            {
                wrong.Add(line);
            }

            Note(line);
        }

        return null;
    }

    /// <summary>Starts a writer and kills it after a while, wherever its start has come to.</summary>
    public async Task StartAndKillAsync(int seed, TimeSpan after)
    {
        Start(seed);
        await WaitAsync(after);
        await KillAsync();
    }

    /// <summary>Reads what the writer says for a while.</summary>
    /// <param name="duration">How long.</param>
    /// <param name="isEnough">Ends the reading before, asked after each line.</param>
    public async Task ListenAsync(TimeSpan duration, Func<bool>? isEnough = null)
    {
        using var timeout = new CancellationTokenSource(duration);
        try
        {
            while (isEnough?.Invoke() != true && await _process!.StandardOutput.ReadLineAsync(timeout.Token) is { } line)
            {
                Note(line);
            }
        }
        catch (OperationCanceledException)
        {
            // The while is over.
        }
    }

    /// <summary>Kills the writer as the kernel does, and takes in what it had said before.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            Note(line);
        }

        _process.Dispose();
        _process = null;
    }

    /// <summary>What the writers have complained of, for the message of a failing test.</summary>
    public string Errors => string.Join('\n', _errors);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await KillAsync();
        }
    }

    private static async Task WaitAsync(TimeSpan duration)
    {
        using var timer = new PeriodicTimer(duration);
        await timer.WaitForNextTickAsync();
    }

    private void Start(int seed, int? fileSizeLimit = null, int? failAt = null)
    {
        string program = $"exec dotnet exec \"{typeof(WriterProcess).Assembly.Location}\" writer {seed} \"{_historyPath}\"";

        // The kernel refuses what goes beyond the limit; without the trap it would end the process instead.
        string limit = fileSizeLimit is { } size ? $"trap '' XFSZ; ulimit -f {size}; " : string.Empty;
        var start = new ProcessStartInfo("bash", ["-c", limit + program])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

        // Without this the runtime keeps its code in a file in memory, which the limit would forbid as well.
        start.Environment["DOTNET_EnableWriteXorExecute"] = fileSizeLimit is null ? null : "0";
        foreach ((string key, string? value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        start.Environment["uSync__Settings__RootFolder"] = Path.Combine(folder, "import", "v17");
        start.Environment["uSync__Settings__ImportOnFirstBoot"] = "false";
        start.Environment[WriterFaults.Variable] = failAt?.ToString(CultureInfo.InvariantCulture);
        _process = Process.Start(start)!;
        _process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? string.Empty);
        _process.BeginErrorReadLine();
    }

    private void Note(string line)
    {
        History.Add(line);
        File.AppendAllText(_historyPath, line + "\n");
    }
}
