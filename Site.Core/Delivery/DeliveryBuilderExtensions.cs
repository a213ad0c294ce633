using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Site.Core.Delivery.Changes;
using Site.Core.Delivery.Cultures;
using Site.Core.Delivery.Filters;
using Site.Core.Delivery.Keys;
using Site.Core.Delivery.Media;
using Site.Core.Delivery.Output;
using Site.Core.Delivery.Preview;
using Site.Core.Delivery.Querying;
using Site.Core.Delivery.Selectors;
using Site.Core.Delivery.Sorts;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DeliveryApi.Accessors;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Core.Delivery;

/// <summary>Registers the Content Delivery API but for HTTP.</summary>
public static class DeliveryBuilderExtensions
{
    /// <summary>
    /// Adds Core's builders, the queries and the output strategy. What depends on the request (culture, start item, routes, access) comes
    /// from the web host.
    /// </summary>
    public static IUmbracoBuilder AddDelivery(this IUmbracoBuilder builder)
    {
        AddBuilders(builder.Services);
        AddQueries(builder.Services);
        AddMedia(builder.Services);
        builder.Services.AddDeliveryKeys();
        AddRequestDefaults(builder.Services);
        builder.Services.AddSingleton<SiteCultures>();
        builder.Services.AddSingleton<INotificationHandler<LanguageCacheRefresherNotification>>(x => x.GetRequiredService<SiteCultures>());
        builder.Services.AddChangeFeed();
        builder.SelectorHandlers().Add<AncestorsSelector>().Add<ChildrenSelector>().Add<DescendantsSelector>();
        builder.FilterHandlers().Add<ContentTypeFilter>().Add<NameFilter>().Add<CreateDateFilter>().Add<UpdateDateFilter>();
        builder.SortHandlers().Add<CreateDateSort>().Add<LevelSort>().Add<NameSort>().Add<SortOrderSort>().Add<UpdateDateSort>();
        return builder
            .AddNotificationHandler<ContentCacheRefresherNotification, ContentIndexInvalidation>()
            .AddNotificationHandler<ContentTypeCacheRefresherNotification, ContentIndexInvalidation>()
            .AddNotificationHandler<LanguageCacheRefresherNotification, ContentIndexInvalidation>()
            .AddNotificationHandler<PublicAccessCacheRefresherNotification, ContentIndexInvalidation>();
    }

    private static void AddBuilders(IServiceCollection services)
    {
        services.AddSingleton<IApiContentBuilder, ApiContentBuilder>();
        services.AddSingleton<IApiContentResponseBuilder, ApiContentResponseBuilder>();
        services.AddSingleton<IApiContentNameProvider, ApiContentNameProvider>();
        services.AddSingleton<IApiContentPathProvider, ApiContentPathProvider>();
        services.AddSingleton<IApiContentPathResolver, PreviewPathResolver>();
        services.AddSingleton<ApiContentRouteBuilder>();
        services.AddSingleton<PreviewRouteBuilder>();
        services.AddSingleton<IApiContentRouteBuilder, RestrictedRouteBuilder>();
        services.AddSingleton<ApiDocumentUrlService>();
        services.AddSingleton<IApiDocumentUrlService, RestrictedDocumentUrls>();
        services.AddSingleton<IApiElementBuilder, ApiElementBuilder>();
        services.AddSingleton<IApiMediaBuilder, ApiMediaBuilder>();
        services.AddSingleton<IApiMediaUrlProvider, ApiMediaUrlProvider>();
        services.AddSingleton<IApiPropertyRenderer, ApiPropertyRenderer>();
        services.AddSingleton<IApiPublishedContentCache, ApiPublishedContentCache>();
        services.AddSingleton<OutputServices>();
        services.AddSingleton<OutputExpansionStrategyAccessor>();
        services.AddSingleton<IOutputExpansionStrategyAccessor>(x => x.GetRequiredService<OutputExpansionStrategyAccessor>());
    }

    // Outside a request there is no culture, start item or route to speak of; the web host replaces these.
    private static void AddRequestDefaults(IServiceCollection services)
    {
        services.AddSingleton<IRequestPreviewService, ContextRequestPreviewService>();
        services.TryAddSingleton<IRequestRoutingService, NoopRequestRoutingService>();
        services.TryAddSingleton<IRequestStartItemProviderAccessor, NoopRequestStartItemProviderAccessor>();
        services.TryAddSingleton<IRequestCultureService, NoopRequestCultureService>();
        services.TryAddSingleton<IRequestRedirectService, NoopRequestRedirectService>();
        services.TryAddSingleton<IApiAccessService, NoopApiAccessService>();
    }

    private static void AddQueries(IServiceCollection services)
    {
        services.AddSingleton<IndexSnapshots>();
        services.AddSingleton<IndexTypes>();
        services.AddSingleton<HandlerFields>();
        services.AddSingleton<IndexRowBuilder>();
        services.AddSingleton<ContentIndexes>();
        services.AddSingleton<VisibleRows>();
        services.AddSingleton<SelectorQuery>();
        services.AddSingleton<QueryCulture>();
        services.AddSingleton<QueryHandlers>();
        services.AddSingleton<IApiContentQueryProvider, ContentIndexQueryProvider>();
        services.AddSingleton<IApiContentQueryService, ApiContentQueryService>();
    }

    private static void AddMedia(IServiceCollection services)
    {
        services.AddSingleton<MediaTree>();
        services.AddSingleton<IApiMediaQueryService, ApiMediaQueryService>();
    }
}
