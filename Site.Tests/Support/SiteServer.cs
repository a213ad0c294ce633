using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Site.Tests.Support;

/// <summary>A serving child process.</summary>
public sealed partial class SiteServer : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(3);

    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process _process;

    private SiteServer(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start, EnableRaisingEvents = true };
        _process.Exited += (_, _) => _listening.TrySetException(new InvalidOperationException($"The site ended before it listened:\n{Output}"));
        _process.OutputDataReceived += (_, line) => Receive(line.Data);
        _process.ErrorDataReceived += (_, line) => Receive(line.Data);
    }

    /// <summary>Speaks to the site; redirects are not followed and bodies not decompressed, so that tests see what is sent.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>Where the site listens.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the program has written so far.</summary>
    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts the process and waits until it listens.</summary>
    internal static async Task<SiteServer> StartAsync(ProcessStartInfo start)
    {
        var server = new SiteServer(start);
        server._process.Start();
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();
        try
        {
            server.Address = await server._listening.Task.WaitAsync(_startTimeout);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }

        server.Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        return server;
    }

    /// <summary>Waits until <c>/health/ready</c> is 200.</summary>
    /// <exception cref="InvalidOperationException">The start failed.</exception>
    public async Task WaitUntilReadyAsync()
    {
        if (await WaitForAsync("Ready", "BootFailed") == "BootFailed")
        {
            throw new InvalidOperationException($"The site did not start:\n{Output}");
        }
    }

    /// <summary>Waits until <c>/health/ready</c> gives one of the states.</summary>
    /// <returns>That state.</returns>
    public async Task<string> WaitForAsync(params string[] states)
    {
        using var timeout = new CancellationTokenSource(_startTimeout);
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (true)
        {
            string body = await (await Client.GetAsync("health/ready", timeout.Token)).Content.ReadAsStringAsync(timeout.Token);
            if (states.FirstOrDefault(x => body.Contains($"\"{x}\"", StringComparison.Ordinal)) is { } state)
            {
                return state;
            }

            await timer.WaitForNextTickAsync(timeout.Token);
        }
    }

    /// <summary>Ends the process as <c>kill -9</c> does.</summary>
    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (ListeningOn().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups[1].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: \W?(http://[^\s""]+)")]
    private static partial Regex ListeningOn();
}
