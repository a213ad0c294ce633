namespace Site.Core.Hosting.Sync;

/// <summary>A cache that takes in what one cache refresher reports as one change.</summary>
public interface ICacheRefreshBatcher
{
    /// <summary>Collects what the current thread of execution reports until the result is disposed of.</summary>
    IDisposable BeginBatch();
}
