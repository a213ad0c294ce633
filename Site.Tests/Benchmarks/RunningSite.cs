using System.Diagnostics;
using System.Net;

namespace Site.Tests.Benchmarks;

/// <summary>A serving process; disposing of it kills it, as nothing but its speed is of interest.</summary>
internal sealed class RunningSite : IAsyncDisposable
{
    private static readonly TimeSpan _sampling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _startTimeout = TimeSpan.FromMinutes(5);
    private const int SteadySamples = 5;

    private readonly Stopwatch _watch = Stopwatch.StartNew();
    private readonly Process _process;

    /// <summary>Starts the process.</summary>
    /// <param name="start">What to run; its output is redirected, and thrown away.</param>
    /// <param name="address">Where it will listen.</param>
    public RunningSite(ProcessStartInfo start, Uri address)
    {
        Client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
        _process = Process.Start(start)!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    /// <summary>Speaks to the site.</summary>
    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first 200 of the home page.</summary>
    public TimeSpan FirstOk { get; private set; }

    /// <summary>Waits for the first 200 of the home page.</summary>
    public async Task WaitForFirstOkAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (!_process.HasExited && _watch.Elapsed < _startTimeout)
        {
            try
            {
                using HttpResponseMessage response = await Client.GetAsync(new Uri("/", UriKind.Relative));
                if (response.StatusCode == HttpStatusCode.OK)
                {
                    FirstOk = _watch.Elapsed;
                    return;
                }
            }
            catch (HttpRequestException exception) when (exception.HttpRequestError == HttpRequestError.ConnectionError)
            {
                // The server does not listen yet.
            }

            await timer.WaitForNextTickAsync();
        }

        throw new InvalidOperationException("The site did not answer 200 in time.");
    }

    /// <summary>The resident memory, in bytes, once it has stopped changing without requests.</summary>
    public async Task<long> MeasureIdleMemoryAsync()
    {
        using var timer = new PeriodicTimer(_sampling);
        long memory = ResidentBytes();
        for (int steady = 0; steady < SteadySamples && await timer.WaitForNextTickAsync();)
        {
            long before = memory;
            memory = ResidentBytes();
            steady = Math.Abs(memory - before) > before / 100 ? 0 : steady + 1;
        }

        return memory;
    }

    private long ResidentBytes()
    {
        _process.Refresh();
        return _process.WorkingSet64;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
