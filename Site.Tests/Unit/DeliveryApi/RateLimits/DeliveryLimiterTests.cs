using Site.Web.DeliveryApi.RateLimits;

namespace Site.Tests.Unit.DeliveryApi.RateLimits;

/// <summary>How requests are counted.</summary>
public sealed class DeliveryLimiterTests
{
    private static readonly RateLimitRule _rule = new() { Permits = 2, Window = TimeSpan.FromHours(1) };

    [Fact]
    public void Each_asker_has_the_permits_of_the_rule()
    {
        using var limiter = new DeliveryLimiter<string>("key", _rule);

        Assert.Equal([1, 0, -1], Ask(limiter, "a", 3));
        Assert.Equal([1, 0, -1], Ask(limiter, "b", 3));
    }

    [Fact]
    public void Who_is_refused_is_told_when_to_ask_again()
    {
        using var limiter = new DeliveryLimiter<string>("key", _rule);
        Ask(limiter, "a", 2);

        Assert.False(limiter.TryAcquire("a", out long remaining, out TimeSpan retryAfter));
        Assert.Equal(0, remaining);
        Assert.InRange(retryAfter, TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
    }

    [Fact]
    public void Askers_beyond_the_most_that_are_counted_by_themselves_share_counts()
    {
        using var limiter = new DeliveryLimiter<int>("address", _rule, maxPartitions: 10);

        int allowed = Enumerable.Range(0, 10_000).Sum(asker => Ask(limiter, asker, 2).Count(x => x >= 0));

        // Ten by themselves, the others in 1024 shares.
        Assert.InRange(allowed, 1000, (10 + 1024) * _rule.Permits);
    }

    // What remained after each request; -1 for one that was refused.
    private static long[] Ask<TAsker>(DeliveryLimiter<TAsker> limiter, TAsker asker, int times)
        where TAsker : notnull =>
        [.. Enumerable.Range(0, times).Select(_ => limiter.TryAcquire(asker, out long remaining, out TimeSpan _) ? remaining : -1)];
}
