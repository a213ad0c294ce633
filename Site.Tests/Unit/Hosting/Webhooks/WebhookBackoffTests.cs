using Site.Core.Hosting.Webhooks;

namespace Site.Tests.Unit.Hosting.Webhooks;

/// <summary>How long a delivery waits after an attempt that failed.</summary>
public sealed class WebhookBackoffTests
{
    private static readonly TimeSpan _period = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 40)]
    [InlineData(2, 160)]
    [InlineData(3, 640)]
    [InlineData(4, 2560)]
    [InlineData(10, 6 * 3600)]
    [InlineData(10_000, 6 * 3600)]
    public void It_is_four_times_as_long_after_each_attempt_up_to_six_hours(int attempts, int seconds)
    {
        Assert.Equal(TimeSpan.FromSeconds(seconds), WebhookBackoff.After(attempts, _period, null, 0));
        Assert.Equal(TimeSpan.FromSeconds(Math.Min(seconds * 1.25, 6 * 3600)), WebhookBackoff.After(attempts, _period, null, 1));
    }

    [Theory]
    [InlineData(-5, 10)]
    [InlineData(120, 120)]
    [InlineData(100_000, 6 * 3600)]
    public void A_receiver_may_ask_for_another_time_within_bounds(int asked, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), WebhookBackoff.After(2, _period, TimeSpan.FromSeconds(asked), 1));
}
