namespace Site.Core.Hosting.Caching;

/// <summary>Counts the removals from all repository caches, so that what was read before a removal can be told from what was read after it.</summary>
public sealed class CacheClock
{
    private long _now;

    /// <summary>The number of removals so far.</summary>
    public long Now => Interlocked.Read(ref _now);

    /// <summary>Counts one more removal and returns its number.</summary>
    public long Tick() => Interlocked.Increment(ref _now);
}
