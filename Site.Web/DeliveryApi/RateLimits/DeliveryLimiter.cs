using System.Threading.RateLimiting;

namespace Site.Web.DeliveryApi.RateLimits;

/// <summary>Counts requests by whom they are from, under one rule.</summary>
/// <remarks>
/// Who has not asked for a window is forgotten. With more askers than <see cref="MaxPartitions"/> in a window, further ones share a count with
/// others: memory stays bounded, and somebody who has a great many addresses is limited all the same.
/// </remarks>
internal sealed class DeliveryLimiter<TAsker> : IDisposable
    where TAsker : notnull
{
    /// <summary>The most askers that are counted by themselves.</summary>
    internal const int MaxPartitions = 50_000;

    private const int SharedPartitions = 1024;

    private readonly PartitionedRateLimiter<TAsker> _limiter;
    private int _partitions;

    /// <summary>Initializes a limiter.</summary>
    /// <param name="name">What the headers call it.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="maxPartitions">The most askers that are counted by themselves.</param>
    public DeliveryLimiter(string name, RateLimitRule rule, int maxPartitions = MaxPartitions)
    {
        Name = name;
        Rule = rule;
        _limiter = PartitionedRateLimiter.Create<TAsker, (TAsker, int)>(asker => Volatile.Read(ref _partitions) < maxPartitions
            ? RateLimitPartition.Get((asker, 0), _ => CreateCounted())
            : RateLimitPartition.Get((default(TAsker)!, 1 + (asker.GetHashCode() & (SharedPartitions - 1))), _ => Create()));
    }

    /// <summary>What the headers call it.</summary>
    public string Name { get; }

    /// <summary>The rule.</summary>
    public RateLimitRule Rule { get; }

    /// <summary>Counts a request.</summary>
    /// <param name="asker">Whom it is from.</param>
    /// <param name="remaining">How many more are allowed in the window.</param>
    /// <param name="retryAfter">When to ask again, if it is refused.</param>
    /// <returns>Whether it is allowed.</returns>
    public bool TryAcquire(TAsker asker, out long remaining, out TimeSpan retryAfter)
    {
        using RateLimitLease lease = _limiter.AttemptAcquire(asker);
        retryAfter = lease.IsAcquired || !lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan after) ? TimeSpan.Zero : after;
        remaining = lease.IsAcquired ? _limiter.GetStatistics(asker)?.CurrentAvailablePermits ?? 0 : 0;
        return lease.IsAcquired;
    }

    /// <inheritdoc />
    public void Dispose() => _limiter.Dispose();

    private FixedWindowRateLimiter Create() => new(new FixedWindowRateLimiterOptions
    {
        PermitLimit = Rule.Permits,
        Window = Rule.Window,
        AutoReplenishment = false,
    });

    private Counted CreateCounted()
    {
        Interlocked.Increment(ref _partitions);
        return new Counted(Create(), () => Interlocked.Decrement(ref _partitions));
    }

    /// <summary>Tells when it is forgotten.</summary>
    private sealed class Counted(FixedWindowRateLimiter inner, Action forgotten) : ReplenishingRateLimiter
    {
        public override TimeSpan? IdleDuration => inner.IdleDuration;

        public override bool IsAutoReplenishing => inner.IsAutoReplenishing;

        public override TimeSpan ReplenishmentPeriod => inner.ReplenishmentPeriod;

        public override RateLimiterStatistics? GetStatistics() => inner.GetStatistics();

        public override bool TryReplenish() => inner.TryReplenish();

        protected override RateLimitLease AttemptAcquireCore(int permitCount) => inner.AttemptAcquire(permitCount);

        protected override ValueTask<RateLimitLease> AcquireAsyncCore(int permitCount, CancellationToken cancellationToken) =>
            inner.AcquireAsync(permitCount, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
            {
                inner.Dispose();
                forgotten();
            }

            base.Dispose(disposing);
        }
    }
}
