using System.Diagnostics;
using Site.Core.Hosting.Diagnostics;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.PublishedContent;

/// <summary>Measures publications: Core hands what the first notification notes to the second, which comes after the snapshot has changed.</summary>
internal sealed class PublishTimingHandler : INotificationHandler<ContentPublishingNotification>, INotificationHandler<ContentPublishedNotification>
{
    private const string Key = "Site.PublishStarted";

    /// <inheritdoc />
    public void Handle(ContentPublishingNotification notification) => notification.State[Key] = Stopwatch.GetTimestamp();

    /// <inheritdoc />
    public void Handle(ContentPublishedNotification notification)
    {
        if (notification.State.TryGetValue(Key, out object? begun) && begun is long timestamp)
        {
            SiteDiagnostics.PublishDuration.Record(Stopwatch.GetElapsedTime(timestamp).TotalSeconds);
        }
    }
}
