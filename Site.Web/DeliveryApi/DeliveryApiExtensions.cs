using Site.Core.Organisations.Export;
using Site.Web.DeliveryApi.Caching;
using Site.Web.DeliveryApi.Cultures;
using Site.Web.DeliveryApi.Keys;
using Site.Web.DeliveryApi.RateLimits;
using Site.Web.DeliveryApi.Requests;
using Site.Web.DeliveryApi.Responses;
using Umbraco.Cms.Core.DeliveryApi;

namespace Site.Web.DeliveryApi;

/// <summary>The Content Delivery API over HTTP.</summary>
internal static class DeliveryApiExtensions
{
    /// <summary>The address that Umbraco gives it.</summary>
    public const string Root = "/umbraco/delivery/api/v2";

    /// <summary>Adds what reads the current request for the builders and queries of Site.Core.</summary>
    public static IServiceCollection AddDeliveryApi(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddOptions<SiteDeliveryApiSettings>().BindConfiguration(SiteDeliveryApiSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddCors();
        services.ConfigureOptions<DeliveryCors>();
        services.AddSingleton<DeliveryQueryLimits>();
        services.AddSingleton<AcceptedCultures>();
        services.AddSingleton<DeliveryRequest>();
        services.AddSingleton<DeliveryCallers>();
        services.AddSingleton<SettingsKeys>();
        services.AddSingleton<DeliveryRateLimits>();
        services.AddSingleton<RequestCulture>();
        services.AddSingleton<IRequestCultureService, RequestCultureService>();
        services.AddSingleton<IRequestSegmentService, RequestSegmentService>();
        services.AddSingleton<IApiAccessService, ApiAccessService>();
        services.AddSingleton<RequestStartItemProvider>();
        services.AddSingleton<IRequestStartItemProvider>(x => x.GetRequiredService<RequestStartItemProvider>());
        services.AddSingleton<IRequestStartItemProviderAccessor>(x => x.GetRequiredService<RequestStartItemProvider>());
        services.AddSingleton<RequestRoutingService>();
        services.AddSingleton<IRequestRoutingService>(x => x.GetRequiredService<RequestRoutingService>());
        services.AddSingleton<IRequestRedirectService, RequestRedirectService>();
        services.AddSingleton<JsonResponder>();
        services.AddSingleton<DeliveryMemory>();
        services.AddSingleton<RenderedItems>();
        services.AddSingleton<AnswerLifetimes>();
        services.AddSingleton<ResponseCache>();
        services.AddSingleton<PlainRequests>();
        services.AddSingleton<KeptAnswersMiddleware>();
        services.AddSingleton<ItemViews>();
        services.AddSingleton<ContentItems>();
        services.AddSingleton<MediaItems>();
        services.AddSingleton<ChangeScope>();
        services.AddSingleton<ChangeFeed>();
        services.AddScoped<JsonLdExport>();
        services.AddScoped<CsvExport>();
        return services;
    }

    /// <summary>Answers from memory what needs no other middleware; its place is before it, and after what tells who asks.</summary>
    public static void UseKeptAnswers(this WebApplication app)
    {
        KeptAnswersMiddleware middleware = app.Services.GetRequiredService<KeptAnswersMiddleware>();
        app.Use((context, next) => middleware.InvokeAsync(context, next));
    }

    /// <summary>Maps the API at the address that Umbraco gives it.</summary>
    public static void MapDeliveryApi(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder api = routes.MapGroup(Root).RequireCors(DeliveryCors.Policy).AddEndpointFilter<RateLimitFilter>();
        api.MapContent();
        api.MapMedia();
        api.MapChanges();
        api.MapDictionary();
        api.MapOrganisationExport();
    }
}
