using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.WebEncoders;
using Site.Core.Organisations;
using Site.Core.Organisations.Export;
using Site.Web.Website.Addresses;
using Site.Web.Website.Assets;
using Site.Web.Website.Errors;
using Site.Web.Website.Feeds;
using Site.Web.Website.Media;
using Site.Web.Website.Metadata;
using Site.Web.Website.Rendering;
using Site.Web.Website.Routing;
using Site.Web.Website.Security;
using Site.Web.Website.Texts;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Notifications;

namespace Site.Web.Website;

/// <summary>The public website: pages, feeds, site map, files and errors.</summary>
public static class WebsiteExtensions
{
    /// <summary>Adds what the website needs.</summary>
    public static IUmbracoBuilder AddWebsite(this IUmbracoBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        IServiceCollection services = builder.Services;
        services.AddMvcCore().AddViews().AddRazorViewEngine();
        // Letters with accents as themselves, not as references six times as long.
        services.Configure<WebEncoderOptions>(options => options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["text/html", "application/xml", "application/atom+xml", "text/plain", "image/svg+xml", "application/ld+json", "text/csv"];
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Optimal);
        services.TryAddTime();
        services.AddSingleton<SiteTexts>().AddSingleton<WebsiteAssets>().AddSingleton<SecurityHeaders>();
        services.AddScoped<ContentTree>().AddScoped<SiteAddresses>().AddScoped<IContentAddresses>(provider => provider.GetRequiredService<SiteAddresses>());
        services.AddScoped<SchemaOrg>().AddScoped<StructuredData>();
        services.AddScoped<RichTextRenderer>().AddScoped<PageServices>().AddScoped<PageContextFactory>().AddScoped<PageRenderer>();
        services.AddScoped<PageFinder>().AddScoped<PageEndpoint>();
        services.AddScoped<SitemapEndpoint>().AddScoped<AtomFeedEndpoint>().AddScoped<RobotsEndpoint>();
        // Not through AddNotificationHandler, which would make a second instance.
        services.AddSingleton<INotificationHandler<DictionaryCacheRefresherNotification>>(provider => provider.GetRequiredService<SiteTexts>());
        services.AddSingleton<INotificationHandler<LanguageCacheRefresherNotification>>(provider => provider.GetRequiredService<SiteTexts>());
        return builder;
    }

    /// <summary>Adds what must stand before every other middleware: headers, error pages, compression.</summary>
    public static void UseWebsite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseSecurityHeaders();
        app.UseErrorPages();
        app.UseResponseCompression();
    }

    /// <summary>Maps the website. Pages answer only what nothing else answers.</summary>
    public static void MapWebsite(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        string[] reading = [HttpMethods.Get, HttpMethods.Head];
        app.MapMethods("/assets/{name}", reading, async (HttpContext context, WebsiteAssets assets, PageEndpoint pages) =>
        {
            if (!await assets.TryServeAsync(context))
                await pages.HandleAsync(context);
        });
        app.MapMediaFiles(context => context.RequestServices.GetRequiredService<PageEndpoint>().HandleAsync(context));
        app.MapMethods("/robots.txt", reading, (HttpContext context, RobotsEndpoint robots) => robots.ServeAsync(context));
        app.MapMethods("/sitemap.xml", reading, async (HttpContext context, SitemapEndpoint sitemap, PageEndpoint pages) =>
        {
            if (!await sitemap.TryServeAsync(context))
                await pages.HandleAsync(context);
        });
        app.MapFallback("{**path}", async (HttpContext context, AtomFeedEndpoint feed, PageEndpoint pages) =>
        {
            if (!await feed.TryServeAsync(context))
                await pages.HandleAsync(context);
        });
    }

    private static void TryAddTime(this IServiceCollection services) =>
        Microsoft.Extensions.DependencyInjection.Extensions.ServiceCollectionDescriptorExtensions.TryAddSingleton(services, TimeProvider.System);
}
