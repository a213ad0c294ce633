namespace Site.Core.Hosting.Webhooks;

/// <summary>How long a delivery waits after an attempt that failed.</summary>
internal static class WebhookBackoff
{
    /// <summary>The longest wait, also of those that a receiver asks for.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    private const int Factor = 4;

    /// <summary>
    /// The wait: what the receiver asks for, or else the period after the first attempt, four times as long after each further one, and up to
    /// a quarter more, so that what failed together is not sent again together.
    /// </summary>
    /// <param name="attempts">How many attempts there were before the one that failed.</param>
    /// <param name="period">The shortest wait.</param>
    /// <param name="asked">The receiver's <c>Retry-After</c>.</param>
    /// <param name="jitter">At random from 0 to 1.</param>
    public static TimeSpan After(int attempts, TimeSpan period, TimeSpan? asked, double jitter)
    {
        TimeSpan wait = asked ?? TimeSpan.FromTicks((long)Math.Min(Longest.Ticks, period.Ticks * Math.Pow(Factor, attempts) * (1 + (jitter / 4))));
        return TimeSpan.FromTicks(Math.Clamp(wait.Ticks, Math.Min(period.Ticks, Longest.Ticks), Longest.Ticks));
    }
}
