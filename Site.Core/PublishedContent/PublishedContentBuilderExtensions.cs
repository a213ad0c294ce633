using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Site.Core.Hosting.Jobs;
using Site.Core.Hosting.Runtime;
using Site.Core.Hosting.Sync;
using Site.Core.PublishedContent.Caches;
using Site.Core.PublishedContent.Content;
using Site.Core.PublishedContent.Context;
using Site.Core.PublishedContent.Routing;
using Site.Core.PublishedContent.Snapshots;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PublishedCache;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Sync;
using Umbraco.Cms.Core.Web;

namespace Site.Core.PublishedContent;

/// <summary>Registers the published content of the site and what keeps it: caches, refreshers, routing and redirects.</summary>
public static class PublishedContentBuilderExtensions
{
    /// <summary>
    /// Adds the published content. Call it before features that listen to cache refreshers, so that they find the new snapshot.
    /// </summary>
    public static IUmbracoBuilder AddPublishedContent(this IUmbracoBuilder builder)
    {
        AddContexts(builder.Services);
        AddSnapshots(builder.Services);
        AddCaches(builder.Services);
        AddRouting(builder);
        builder.AddCacheRefreshing();
        builder.AddNotificationHandler<ContentCopiedNotification, RelateOnCopyNotificationHandler>();
        builder.Services.AddSingleton<ProtectedContent>();
        builder.Services.AddSingleton<INotificationHandler<PublicAccessCacheRefresherNotification>>(x => x.GetRequiredService<ProtectedContent>());
        return builder;
    }

    /// <summary>Adds the step of the start that rebuilds the published content from the database.</summary>
    public static IServiceCollection AddPublishedContentStep(this IServiceCollection services) =>
        services.AddSingleton<IRuntimeStep, PublishedContentStep>();

    private static void AddContexts(IServiceCollection services)
    {
        services.AddSingleton<AmbientUmbracoContextAccessor>();
        services.Replace(ServiceDescriptor.Singleton<IUmbracoContextAccessor>(x => x.GetRequiredService<AmbientUmbracoContextAccessor>()));
        services.AddSingleton(x => new UmbracoContextServices(
            () => x.GetRequiredService<SnapshotStore>().Current,
            () => x.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime,
            x.GetRequiredService<IPublishedContentCache>(),
            x.GetRequiredService<IPublishedMediaCache>(),
            x.GetRequiredService<IDomainCache>()));
        services.AddSingleton<ISiteUmbracoContextFactory, SiteUmbracoContextFactory>();
        services.AddSingleton<IUmbracoContextFactory>(x => x.GetRequiredService<ISiteUmbracoContextFactory>());
        services.Replace(ServiceDescriptor.Singleton<IVariationContextAccessor, AmbientVariationContextAccessor>());
        services.TryAddSingleton<IPropertyRenderingContextAccessor, HybridPropertyRenderingContextAccessor>();
        services.TryAddSingleton<IDefaultCultureAccessor, DefaultCultureAccessor>();
        services.TryAddSingleton<IRequestAccessor, ContextRequestAccessor>();
        services.Replace(ServiceDescriptor.Singleton<IPreviewService, ContextPreviewService>());
        services.TryAddSingleton<ServiceContext>();
    }

    private static void AddSnapshots(IServiceCollection services)
    {
        services.AddSingleton<SnapshotStore>();
        services.AddJob<SnapshotRepairJob>();
        services.AddSingleton<ICacheRefreshBatcher>(x => x.GetRequiredService<SnapshotStore>());
        services.AddSingleton<IServerMessenger, LocalServerMessenger>();
        services.AddSingleton<SnapshotReader>();
        services.AddSingleton<SnapshotMetrics>();
        services.AddSingleton<PublishedContentFactory>();
        services.AddSingleton(x => new ContentReadServices(
            () => x.GetRequiredService<SnapshotReader>().Snapshot.Stamp,
            x.GetRequiredService<IVariationContextAccessor>(),
            new Lazy<IDocumentUrlService>(x.GetRequiredService<IDocumentUrlService>),
            new Lazy<IDefaultCultureAccessor>(x.GetRequiredService<IDefaultCultureAccessor>),
            (itemType, id, preview) => x.GetRequiredService<SnapshotReader>().Get(
                itemType == PublishedItemType.Media ? ContentKind.Media : ContentKind.Document, id, preview)));
        services.TryAddSingleton<IPublishedModelFactory, NoopPublishedModelFactory>();
        services.TryAddSingleton<IPublishedContentTypeFactory, PublishedContentTypeFactory>();
    }

    private static void AddCaches(IServiceCollection services)
    {
        services.AddSingleton<PublishedContentTypeCache>();
        services.AddSingleton<IPublishedContentTypeCache>(x => x.GetRequiredService<PublishedContentTypeCache>());
        services.AddSingleton<IPublishedContentCache, PublishedContentCache>();
        services.AddSingleton<IPublishedMediaCache, PublishedMediaCache>();
        services.AddSingleton<IPublishedMemberCache, PublishedMemberCache>();
        services.AddSingleton<IDocumentCacheService, DocumentCacheService>();
        services.AddSingleton<IMediaCacheService, MediaCacheService>();
        services.AddSingleton<ICacheManager, CacheManager>();
        services.AddSingleton<DomainCache>();
        services.AddSingleton<IDomainCache>(x => x.GetRequiredService<DomainCache>());
        services.AddSingleton<IDomainCacheService>(x => x.GetRequiredService<DomainCache>());
        services.AddSingleton<DatabaseCacheRebuilder>();
        services.AddSingleton<IDatabaseCacheRebuilder>(x => x.GetRequiredService<DatabaseCacheRebuilder>());
        services.AddSingleton<IDeferredCacheRebuildService>(x => x.GetRequiredService<DatabaseCacheRebuilder>());
    }

    private static void AddRouting(IUmbracoBuilder builder)
    {
        builder.Services.TryAddSingleton<IUrlAssembler, DefaultUrlAssembler>();
        builder.Services.AddSingleton<IContentLastChanceFinder, NotFoundFinder>();
        builder.Services.AddSingleton<IContentRoutingReadiness, ContentRoutingReadiness>();
        builder.Services.AddSingleton<UnfinishedAddresses>();
        builder.Services.AddSingleton<RedirectTracker>();
        builder.Services.AddSingleton<IRedirectTracker>(x => x.GetRequiredService<RedirectTracker>());
        builder.AddNotificationAsyncHandler<ContentTypeChangedNotification, UrlSegmentHandler>();
        builder
            .AddNotificationHandler<ContentPublishingNotification, PublishTimingHandler>()
            .AddNotificationHandler<ContentPublishedNotification, PublishTimingHandler>()
            .AddNotificationHandler<ContentPublishingNotification, RedirectTrackingHandler>()
            .AddNotificationHandler<ContentPublishedNotification, RedirectTrackingHandler>()
            .AddNotificationHandler<ContentMovingNotification, RedirectTrackingHandler>();
    }
}
