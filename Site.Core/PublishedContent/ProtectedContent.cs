using System.Collections.Frozen;
using System.Globalization;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.Services;

namespace Site.Core.PublishedContent;

/// <summary>
/// Knows which published content a public access rule guards, itself or one of its ancestors. Members are not offered, so nobody may
/// read it: pages, lists, feeds and queries leave it out.
/// </summary>
/// <remarks>Asked for every item of every list, so the guarded ids are kept until a rule changes.</remarks>
public sealed class ProtectedContent(IPublicAccessService rules) : INotificationHandler<PublicAccessCacheRefresherNotification>
{
    private readonly Lock _lock = new();
    private volatile FrozenSet<int>? _guarded;

    /// <summary>Whether the content is guarded.</summary>
    public bool Contains(IPublishedContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        return IsGuardedPath(content.Path);
    }

    /// <summary>Whether the content with the path of ids is guarded.</summary>
    internal bool IsGuardedPath(string path)
    {
        FrozenSet<int> guarded = _guarded ?? Read();
        return guarded.Count > 0 && path.Split(',').Any(x => guarded.Contains(int.Parse(x, CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc />
    public void Handle(PublicAccessCacheRefresherNotification notification)
    {
        // Not between the two halves of a reading, whose result would then be kept.
        lock (_lock)
        {
            _guarded = null;
        }
    }

    private FrozenSet<int> Read()
    {
        lock (_lock)
        {
            return _guarded ??= rules.GetAll().Select(x => x.ProtectedNodeId).ToFrozenSet();
        }
    }
}
