using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Delivery.Changes;

/// <summary>Collects what may have changed of what the API shows, until somebody looks. Whoever publishes only leaves a note here.</summary>
/// <remarks>What is not known yet is noted as everything, from the beginning.</remarks>
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
    private readonly SnapshotStore _snapshots;
    private HashSet<Guid> _keys = [];
    private bool _isEverything = true;

    /// <summary>Begins to listen.</summary>
    public ChangeSignals(SnapshotStore snapshots)
    {
        _snapshots = snapshots;
        _snapshots.DocumentsReplaced += Note;
    }

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

    /// <summary>Waits until something is noted.</summary>
    public Task WaitAsync(CancellationToken cancellationToken) => _signal.WaitAsync(cancellationToken);

    /// <inheritdoc />
    /// <remarks>The snapshot has told of it; but an address may be finished a little later than the content.</remarks>
    public void Handle(ContentCacheRefresherNotification notification)
    {
        if (notification.MessageObject is ContentCacheRefresher.JsonPayload[] payloads)
        {
            Mark(() => _keys.UnionWith(payloads.Where(x => !x.Blueprint).Select(x => x.Key).OfType<Guid>()));
        }
        else
        {
            MarkEverything();
        }
    }

    /// <inheritdoc />
    public void Handle(ContentTypeCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Handle(LanguageCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Handle(DomainCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Handle(PublicAccessCacheRefresherNotification notification) => MarkEverything();

    /// <inheritdoc />
    public void Dispose()
    {
        _snapshots.DocumentsReplaced -= Note;
        _signal.Dispose();
    }

    private void Note(IReadOnlyCollection<Guid>? keys)
    {
        if (keys is null)
        {
            MarkEverything();
        }
        else
        {
            Mark(() => _keys.UnionWith(keys));
        }
    }

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
