using Site.Core.PublishedContent.Routing;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.PublishedContent;

/// <summary>
/// Registers Core's own handlers that turn what was saved, moved or deleted into cache refreshes. Core leaves those to the host, the ones of
/// URL segments excepted. Those of members are absent: members are not offered.
/// </summary>
internal static class CacheRefreshingHandlers
{
    /// <summary>Adds the handlers.</summary>
    public static IUmbracoBuilder AddCacheRefreshing(this IUmbracoBuilder builder) => builder
        .AddSnapshotRefreshing()
        .AddContentRefreshing()
        .AddSchemaRefreshing()
        .AddUserRefreshing();

    /// <summary>First, so that the snapshot is new when other handlers hear of the refresh.</summary>
    private static IUmbracoBuilder AddSnapshotRefreshing(this IUmbracoBuilder builder) => builder
        .AddNotificationHandler<ContentCacheRefresherNotification, SnapshotRefreshHandler>()
        .AddNotificationHandler<MediaCacheRefresherNotification, SnapshotRefreshHandler>()
        .AddNotificationHandler<ContentTypeCacheRefresherNotification, SnapshotRefreshHandler>()
        .AddNotificationHandler<DataTypeCacheRefresherNotification, SnapshotRefreshHandler>()
        .AddNotificationHandler<LanguageCacheRefresherNotification, SnapshotRefreshHandler>()
        .AddNotificationHandler<PublicAccessCacheRefresherNotification, SnapshotRefreshHandler>()
        .AddNotificationAsyncHandler<ContentCacheRefresherNotification, DocumentNavigationHandler>()
        .AddNotificationAsyncHandler<MediaCacheRefresherNotification, MediaNavigationHandler>()
        .AddNotificationHandler<ContentTypeCacheRefresherNotification, TypeRefreshHandler>()
        .AddNotificationHandler<TemplateCacheRefresherNotification, TypeRefreshHandler>()
        .AddNotificationAsyncHandler<ContentTypeCacheRefresherNotification, PublishStatusRefreshHandler>()
        .AddNotificationAsyncHandler<ContentMovedNotification, PublishStatusRefreshHandler>()
        .AddNotificationAsyncHandler<LanguageCacheRefresherNotification, PublishStatusRefreshHandler>();

    private static IUmbracoBuilder AddContentRefreshing(this IUmbracoBuilder builder) => builder
        .AddNotificationHandler<ContentTreeChangeNotification, ContentTreeChangeDistributedCacheNotificationHandler>()
        .AddNotificationHandler<MediaTreeChangeNotification, MediaTreeChangeDistributedCacheNotificationHandler>()
        .AddNotificationHandler<DomainSavedNotification, DomainSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<DomainDeletedNotification, DomainDeletedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<PublicAccessEntrySavedNotification, PublicAccessEntrySavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<PublicAccessEntryDeletedNotification, PublicAccessEntryDeletedDistributedCacheNotificationHandler>();

    private static IUmbracoBuilder AddSchemaRefreshing(this IUmbracoBuilder builder) => builder
        .AddNotificationHandler<ContentTypeChangedNotification, ContentTypeChangedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<MediaTypeChangedNotification, MediaTypeChangedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<DataTypeSavedNotification, DataTypeSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<DataTypeDeletedNotification, DataTypeDeletedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<DictionaryItemSavedNotification, DictionaryItemSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<DictionaryItemDeletedNotification, DictionaryItemDeletedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<LanguageSavedNotification, LanguageSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<LanguageDeletedNotification, LanguageDeletedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<RelationTypeSavedNotification, RelationTypeSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<RelationTypeDeletedNotification, RelationTypeDeletedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<TemplateSavedNotification, TemplateSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<TemplateDeletedNotification, TemplateDeletedDistributedCacheNotificationHandler>();

    private static IUmbracoBuilder AddUserRefreshing(this IUmbracoBuilder builder) => builder
        .AddNotificationHandler<UserSavedNotification, UserSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<UserDeletedNotification, UserDeletedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<UserGroupWithUsersSavedNotification, UserGroupWithUsersSavedDistributedCacheNotificationHandler>()
        .AddNotificationHandler<UserGroupDeletedNotification, UserGroupDeletedDistributedCacheNotificationHandler>();
}
