using Microsoft.Extensions.Time.Testing;

namespace Site.Tests.Contract.Webhooks;

/// <summary>A clock that the test moves, and that tells it when somebody has begun to wait: moved before that, nobody would notice.</summary>
internal sealed class AwaitedTimeProvider(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly SemaphoreSlim _timers = new(0);

    /// <summary>Completes when a timer is there of which nobody was told yet.</summary>
    public Task AwaitedAsync() => _timers.WaitAsync();

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ITimer timer = base.CreateTimer(callback, state, dueTime, period);
        _timers.Release();
        return timer;
    }
}
