using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;
using Microsoft.Extensions.Options;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Configuration.Models;

namespace Site.Web.DeliveryApi.Caching;

/// <summary>The memory for answers that were made: no more than <see cref="DeliveryCacheSettings.MaximumSize"/>; what was asked for longest ago goes first.</summary>
internal sealed class DeliveryMemory : IDisposable
{
    // What an answer takes besides its bytes, roughly: the key, the headers, what it depends on.
    private const int Overhead = 1024;

    private readonly KeepingClock _clock = new();
    private readonly MemoryCache? _cache;
    private readonly List<IDisposable?> _registrations;

    /// <summary>Initializes the memory. What is in it counts for old as soon as a setting changes that answers depend on.</summary>
    public DeliveryMemory(IOptionsMonitor<SiteDeliveryApiSettings> settings, SnapshotStore snapshots, IServiceProvider services)
    {
        long size = settings.CurrentValue.Cache.MaximumSize * 1024L * 1024L;
        _cache = size == 0 ? null : new MemoryCache(new MemoryCacheOptions { SizeLimit = size, CompactionPercentage = 0.1, Clock = _clock });
        _registrations =
        [
            Watch<SiteDeliveryApiSettings>(),
            Watch<DeliveryApiSettings>(), Watch<GlobalSettings>(), Watch<RequestHandlerSettings>(), Watch<WebRoutingSettings>(), Watch<ContentSettings>(),
        ];

        IDisposable? Watch<TSettings>() => services.GetRequiredService<IOptionsMonitor<TSettings>>().OnChange(_ => snapshots.Touch());
    }

    /// <summary>What was kept under a key, if it is still there.</summary>
    public T? Find<T>(object key)
        where T : class => _cache is not null && _cache.TryGetValue(key, out T? kept) ? kept : null;

    /// <summary>Keeps something, unless there is no room; of two under one key the later stays.</summary>
    /// <param name="key">The key.</param>
    /// <param name="made">What is kept.</param>
    /// <param name="bytes">How many bytes it holds, with what is made of them later.</param>
    public void Keep<T>(object key, T made, int bytes)
        where T : class
    {
        if (_cache is not null)
        {
            using ICacheEntry entry = _cache.CreateEntry(key);
            entry.Value = made;
            entry.Size = Overhead + bytes;
            _clock.Advance();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _registrations.ForEach(x => x?.Dispose());
        _cache?.Dispose();
    }

    // Read at each request, only to know what was asked for longest ago when there is no more room, which is when something is to be kept: what was
    // asked for since then is as young as any. The real time is on some machines as dear to read as all the rest of an answer.
    private sealed class KeepingClock : ISystemClock
    {
        private long _kept;

        public DateTimeOffset UtcNow => new(Volatile.Read(ref _kept), TimeSpan.Zero);

        public void Advance() => Interlocked.Increment(ref _kept);
    }
}
