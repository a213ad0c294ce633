using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Delivery.Changes;

/// <summary>Collects what may have changed of what the API shows, until somebody looks. Whoever publishes only leaves a note here.</summary>
internal sealed class ChangeSignals :
    INotificationHandler<ContentCacheRefresherNotification>,
    INotificationHandler<ContentTypeCacheRefresherNotification>,
    INotificationHandler<LanguageCacheRefresherNotification>,
    INotificationHandler<DomainCacheRefresherNotification>,
    INotificationHandler<PublicAccessCacheRefresherNotification>,
    IDisposable
{
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _signal = new(0, 1);
    private HashSet<Guid> _keys = [];
    private bool _isEverything;

    /// <summary>Says that anything may have changed.</summary>
    public void MarkEverything() => Mark(() => _isEverything = true);

    /// <summary>Takes out what was noted so far.</summary>
    /// <returns>The keys of documents; <c>null</c> when anything may have changed.</returns>
    public IReadOnlyCollection<Guid>? Take()
    {
        lock (_lock)
        {
            HashSet<Guid>? taken = _isEverything ? null : _keys;
            _keys = [];
            _isEverything = false;
            return taken;
        }
    }

    /// <summary>Waits until something is noted, or for a time.</summary>
    public Task WaitAsync(TimeSpan time, CancellationToken cancellationToken) => _signal.WaitAsync(time, cancellationToken);

    /// <inheritdoc />
    /// <remarks>What has changed is found by comparison; the keys are for addresses, which may be finished a little later than the content.</remarks>
    public void Handle(ContentCacheRefresherNotification notification) => Mark(() =>
    {
        var payloads = notification.MessageObject as ContentCacheRefresher.JsonPayload[];
        _isEverything |= payloads is null;
        _keys.UnionWith((payloads ?? []).Where(x => !x.Blueprint).Select(x => x.Key).OfType<Guid>());
    });

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Handle(LanguageCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Handle(DomainCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Handle(PublicAccessCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Dispose() => _signal.Dispose();

    private void Mark(Action note)
    {
        lock (_lock)
        {
            note();
            if (_signal.CurrentCount == 0)
            {
                _signal.Release();
            }
        }
    }
}
