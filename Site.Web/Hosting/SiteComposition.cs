using System.Reflection;
using Microsoft.AspNetCore.DataProtection;
using Site.Core.Delivery;
using Site.Core.Delivery.Changes;
using Site.Core.Hosting;
using Site.Core.Hosting.Jobs;
using Site.Core.Media;
using Site.Core.Operations;
using Site.Core.Organisations;
using Site.Core.Persistence;
using Site.Core.PropertyEditors;
using Site.Core.PublishedContent;
using Site.Core.Security;
using Site.Core.Sync;
using Site.Web.DeliveryApi;
using Site.Web.OpenApi;
using Site.Web.Website;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Web.Hosting;

/// <summary>Puts the site together; the order of the lines is the order in which features build on each other.</summary>
public static class SiteComposition
{
    /// <summary>Adds everything that the site consists of.</summary>
    public static void AddSite(this WebApplicationBuilder builder)
    {
        // Core registers services that this site does not offer and that cannot be made; a test names them, so the host need not look.
        builder.Host.UseDefaultServiceProvider((context, options) =>
        {
            options.ValidateScopes = context.HostingEnvironment.IsDevelopment();
            options.ValidateOnBuild = false;
        });

        // Attackers need not be told what answers them, nor everybody else at each request.
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.AddSiteFolders();
        builder.AddSiteLogging();
        TelemetryExport.AddTo(builder);
        builder.AddUmbraco(typeof(SiteComposition).Assembly).AddWebsite().Build();
        builder.Services.AddRuntimeSteps();
        builder.Services.AddSingleton(new HealthKey(builder.Configuration));
        builder.Services.AddHostedService<SiteRuntimeService>();
        builder.Services.AddHostedService<JobScheduler>();
        builder.Services.AddHostedService<ChangeFeedService>();
        builder.Services.AddProblemDetails();
        builder.Services.AddDeliveryApi();
        builder.Services.AddOpenApiDocuments();
    }

    /// <summary>Adds Umbraco's core on our infrastructure, without what only a web server needs: what the tests host in their own process.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="entryAssembly">Where the search for composers begins.</param>
    public static IUmbracoBuilder AddUmbraco(this IHostApplicationBuilder builder, Assembly entryAssembly)
    {
        // What protects cookies, tokens and secrets.
        builder.Services.AddDataProtection()
            .SetApplicationName("Site")
            .PersistKeysToFileSystem(new DirectoryInfo(SiteFolders.From(builder.Configuration).Keys));
        using ILoggerFactory loggerFactory = LoggerFactory.Create(logging => logging.AddConfiguration(builder.Configuration.GetSection("Logging")).AddConsole());
        return builder.Services
            .AddUmbracoCore(builder.Configuration, entryAssembly, loggerFactory)
            .AddPersistence()
            .AddSecurity()
            .AddMedia()
            .AddPropertyEditors()
            .AddPublishedContent()
            .AddDelivery()
            .AddSync()
            .AddOrganisations()
            .AddJobs()
            .AddOperations();
    }

    /// <summary>Makes the data folder absolute.</summary>
    private static void AddSiteFolders(this WebApplicationBuilder builder)
    {
        string folder = builder.Configuration[SiteFolders.DataFolderKey] is { Length: > 0 } configured ? configured : "umbraco/Data";
        builder.Configuration[SiteFolders.DataFolderKey] = Path.GetFullPath(folder, builder.Environment.ContentRootPath);
    }
}
