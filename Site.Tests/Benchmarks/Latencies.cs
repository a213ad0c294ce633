using System.Diagnostics;
using System.Globalization;

namespace Site.Tests.Benchmarks;

/// <summary>How long each run of one thing took.</summary>
internal sealed class Latencies
{
    private readonly List<double> _milliseconds = [];

    /// <summary>The number of runs.</summary>
    public int Count => _milliseconds.Count;

    /// <summary>Adds a run.</summary>
    public void Add(TimeSpan elapsed) => _milliseconds.Add(elapsed.TotalMilliseconds);

    /// <summary>Runs something and adds its time.</summary>
    public T Measure<T>(Func<T> work)
    {
        long begun = Stopwatch.GetTimestamp();
        T result = work();
        Add(Stopwatch.GetElapsedTime(begun));
        return result;
    }

    /// <summary>Runs something and adds its time.</summary>
    public async Task<T> MeasureAsync<T>(Func<Task<T>> work)
    {
        long begun = Stopwatch.GetTimestamp();
        T result = await work();
        Add(Stopwatch.GetElapsedTime(begun));
        return result;
    }

    /// <summary>The time, in milliseconds, that a share of the runs stayed within.</summary>
    /// <param name="share">0.5 for the median, 0.99 for the 99th percentile.</param>
    public double Percentile(double share)
    {
        double[] sorted = [.. _milliseconds.Order()];
        return sorted[(int)Math.Ceiling(share * sorted.Length) - 1];
    }

    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"p50 {Percentile(0.5):0.0} ms, p99 {Percentile(0.99):0.0} ms (of {Count})");
}
