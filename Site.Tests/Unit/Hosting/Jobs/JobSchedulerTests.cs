using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Runtime;
using Site.Core.Persistence.Sqlite;

namespace Site.Tests.Unit.Hosting.Jobs;

/// <summary>When jobs run, and what becomes of one that fails.</summary>
public sealed class JobSchedulerTests
{
    private static readonly DateTimeOffset _start = new(2026, 3, 1, 9, 59, 30, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(_start);

    [Theory]
    [InlineData("09:59:30", "00:01:00", "10:00:00")]
    [InlineData("10:00:00", "00:01:00", "10:01:00")]
    [InlineData("10:00:00.001", "00:01:00", "10:01:00")]
    [InlineData("09:59:59.999", "00:01:00", "10:00:00")]
    [InlineData("09:59:30", "01:00:00", "10:00:00")]
    [InlineData("09:59:30", "00:00:10", "09:59:40")]
    [InlineData("23:59:59", "00:05:00", "1.00:00:00")]
    [InlineData("09:59:30", "1.00:00:00", "1.00:00:00")]
    [InlineData("09:59:30", "00:00:00", "09:59:31")]
    public void A_job_is_due_at_the_multiples_of_its_period(string now, string period, string expected)
    {
        DateTimeOffset day = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

        Assert.Equal(day + Span(expected), JobScheduler.Next(day + Span(now), Span(period), DateTimeOffset.MinValue));

        static TimeSpan Span(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
    }

    [Fact]
    public void A_timer_that_ends_a_little_early_does_not_make_the_same_moment_due_twice()
    {
        DateTimeOffset due = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);

        Assert.Equal(due.AddMinutes(1), JobScheduler.Next(due.AddMilliseconds(-3), TimeSpan.FromMinutes(1), due));
        Assert.Equal(due.AddDays(-1).AddMinutes(1), JobScheduler.Next(due.AddDays(-1), TimeSpan.FromMinutes(1), due));
    }

    [Fact]
    public async Task It_runs_on_the_minute_and_once_after_a_jump_of_the_clock()
    {
        var job = new Recorder(_time);
        await using Running running = await StartAsync(job);

        await AdvanceAsync(TimeSpan.FromSeconds(29));
        Assert.Empty(job.Runs);
        await AdvanceAsync(TimeSpan.FromSeconds(1));

        // The clock is set forward by a day: the timer goes on as it was, and what is due is done at once and once.
        _time.AdjustTime(_time.GetUtcNow().AddDays(1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        // And back again.
        _time.AdjustTime(_time.GetUtcNow().AddDays(-1));
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        DateTimeOffset ten = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
        Assert.Equal([ten, ten.AddDays(1).AddMinutes(1), ten.AddMinutes(2)], job.Runs);
    }

    [Fact]
    public async Task It_waits_until_the_site_is_ready()
    {
        var job = new Recorder(_time);
        await using Running running = await StartAsync(job, isReady: false);

        await AdvanceAsync(TimeSpan.FromSeconds(30));
        await running.Runtime.StartAsync(RuntimeMode.Serve, CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromMinutes(1));

        Assert.Equal([_start.AddSeconds(90)], job.Runs);
    }

    [Fact]
    public async Task A_job_never_runs_beside_itself()
    {
        var held = new TaskCompletionSource();
        var job = new Recorder(_time, () => held.Task);
        await using Running running = await StartAsync(job);

        await AdvanceAsync(TimeSpan.FromSeconds(30));
        await AdvanceAsync(TimeSpan.FromMinutes(5));
        Assert.False(await running.Runner.RunAsync(job, CancellationToken.None));
        Assert.Single(job.Runs);
        Assert.True(running.States.Of(job).IsRunning);

        await Task.Run(held.SetResult);
        Assert.False(running.States.Of(job).IsRunning);
        await AdvanceAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(2, job.Runs.Count);
    }

    [Fact]
    public async Task A_job_that_fails_is_noted_and_runs_again()
    {
        bool fails = true;
        var job = new Recorder(_time, () => fails ? throw new InvalidOperationException("Il manque quelque chose.") : Task.CompletedTask);
        await using Running running = await StartAsync(job);

        Assert.False(await running.Runner.RunAsync(job, CancellationToken.None));
        JobState failed = Assert.Single(running.States.All);
        Assert.Equal("Recorder", failed.Name);
        Assert.Equal(TimeSpan.FromMinutes(1), failed.Period);
        Assert.Equal("Il manque quelque chose.", failed.LastError);
        Assert.Equal(_start, failed.LastStart);
        Assert.Equal(_start, failed.LastEnd);
        Assert.False(failed.IsRunning);

        fails = false;
        await AdvanceAsync(TimeSpan.FromSeconds(30));
        Assert.Null(running.States.Of(job).LastError);
        Assert.Equal(_start.AddSeconds(30), running.States.Of(job).LastStart);
    }

    [Fact]
    public async Task A_job_stops_when_the_site_stops()
    {
        var endless = new TaskCompletionSource();
        Task? work = null;
        Recorder job = null!;
        job = new Recorder(_time, () => work = endless.Task.WaitAsync(job.Token));
        Running running = await StartAsync(job);

        await AdvanceAsync(TimeSpan.FromSeconds(30));
        await running.DisposeAsync();

        Assert.True(work!.IsCanceled);
        Assert.False(running.States.Of(job).IsRunning);
    }

    private async Task<Running> StartAsync(IJob job, bool isReady = true)
    {
        var runtime = new SiteRuntime(null!, [], NullLogger<SiteRuntime>.Instance);
        if (isReady)
        {
            await runtime.StartAsync(RuntimeMode.Serve, CancellationToken.None);
        }

        var states = new JobStates([job], _time);
        var runner = new JobRunner(new SqliteJobLock(), states, NullLogger<JobRunner>.Instance);
        var scheduler = new JobScheduler([job], runner, runtime, _time);
        var stop = new CancellationTokenSource();
        Task loop = Task.CompletedTask;
        await Task.Run(() =>
        {
            loop = scheduler.RepeatAsync(job, stop.Token);
        });
        return new Running(loop, stop, runner, states, runtime);
    }

    // Where no test framework waits for continuations, everything that the clock sets off is done when it has advanced.
    private Task AdvanceAsync(TimeSpan by) => Task.Run(() => _time.Advance(by));

    /// <summary>A scheduler at work.</summary>
    private sealed record Running(Task Loop, CancellationTokenSource Stop, JobRunner Runner, JobStates States, SiteRuntime Runtime) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await Stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Loop);
            Stop.Dispose();
        }
    }

    /// <summary>A job that notes when it runs.</summary>
    private sealed class Recorder(TimeProvider time, Func<Task>? work = null) : IJob
    {
        public string Name => "Recorder";

        public TimeSpan? Period => TimeSpan.FromMinutes(1);

        public CancellationToken Token { get; private set; }

        public List<DateTimeOffset> Runs { get; } = [];

        public Task RunAsync(CancellationToken cancellationToken)
        {
            Token = cancellationToken;
            Runs.Add(time.GetUtcNow());
            return work?.Invoke() ?? Task.CompletedTask;
        }
    }
}
