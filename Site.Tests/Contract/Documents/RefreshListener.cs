using Umbraco.Cms.Core.Composing;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Tests.Contract.Documents;

/// <summary>Lets a test hear notifications of sites in this process, as a handler of a site's own would.</summary>
internal static class RefreshListener
{
    private static readonly AsyncLocal<Action<INotification>?> _listener = new();

    /// <summary>Calls <paramref name="hear"/> with what this flow of execution causes, until the result is disposed of.</summary>
    public static IDisposable Hear<TNotification>(Action<TNotification> hear)
        where TNotification : INotification
    {
        _listener.Value = x =>
        {
            if (x is TNotification notification)
            {
                hear(notification);
            }
        };
        return new End();
    }

    private sealed class End : IDisposable
    {
        public void Dispose() => _listener.Value = null;
    }

    /// <summary>Found by Core in this assembly, like the composers of a site.</summary>
    public sealed class Composer : IComposer
    {
        public void Compose(IUmbracoBuilder builder)
        {
            builder.AddNotificationHandler<ContentPublishedNotification, Handler>();
            builder.AddNotificationHandler<ContentCacheRefresherNotification, Handler>();
            builder.AddNotificationHandler<UserSavingNotification, Handler>();
            builder.AddNotificationHandler<UserSavedNotification, Handler>();
#pragma warning disable CS0618 // The one that repositories must announce.
            builder.AddNotificationHandler<ContentRefreshNotification, Handler>();
#pragma warning restore CS0618
        }
    }

    private sealed class Handler :
        INotificationHandler<ContentPublishedNotification>,
        INotificationHandler<ContentCacheRefresherNotification>,
        INotificationHandler<UserSavingNotification>,
        INotificationHandler<UserSavedNotification>,
#pragma warning disable CS0618 // The one that repositories must announce.
        INotificationHandler<ContentRefreshNotification>
#pragma warning restore CS0618
    {
        public void Handle(ContentPublishedNotification notification) => _listener.Value?.Invoke(notification);

        public void Handle(ContentCacheRefresherNotification notification) => _listener.Value?.Invoke(notification);

        public void Handle(UserSavingNotification notification) => _listener.Value?.Invoke(notification);

        public void Handle(UserSavedNotification notification) => _listener.Value?.Invoke(notification);

#pragma warning disable CS0618 // The one that repositories must announce.
        public void Handle(ContentRefreshNotification notification) => _listener.Value?.Invoke(notification);
#pragma warning restore CS0618
    }
}
