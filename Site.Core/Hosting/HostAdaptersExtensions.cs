using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Site.Core.Hosting.IsoCodes;
using Site.Core.Hosting.Runtime;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.IO;
using Umbraco.Cms.Core.IO.MediaPathSchemes;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Runtime;
using Umbraco.Cms.Core.Scoping;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;
using Umbraco.Cms.Core.Sync;
using IHostingEnvironment = Umbraco.Cms.Core.Hosting.IHostingEnvironment;

namespace Site.Core.Hosting;

/// <summary>Registers what Core asks of its host, and those of its own services that it leaves to the host to register.</summary>
internal static class HostAdaptersExtensions
{
    /// <summary>Adds the host's side of Core.</summary>
    public static IUmbracoBuilder AddHostAdapters(this IUmbracoBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddMemoryCache();
        services.AddSingleton<IHostingEnvironment, SiteHostingEnvironment>();
        services.AddSingleton<IShortStringHelper>(provider => new DefaultShortStringHelper(
            new DefaultShortStringHelperConfig().WithDefault(provider.GetRequiredService<IOptions<RequestHandlerSettings>>().Value)));
        services.AddSingleton<IServerRoleAccessor, SingleServerRoleAccessor>();
        services.AddSingleton<IIsoCodeValidator, NamedCultureIsoCodeValidator>();
        AddTexts(services);
        AddRuntime(services);
        AddFiles(services);
        AddGenuineServices(services);
        return builder;
    }

    private static void AddRuntime(IServiceCollection services)
    {
        services.AddSingleton<IRuntimeState, RuntimeState>();
        services.AddSingleton<DataFolderLock>();
        services.AddSingleton<IMainDomLock, DataFolderMainDomLock>();
        services.AddSingleton<IMainDom, MainDom>();
        services.AddSingleton<SiteRuntime>();
    }

    // Core's own texts, e.g. of validation, are files inside its assembly.
    private static void AddTexts(IServiceCollection services) => services.AddSingleton(provider => new LocalizedTextServiceFileSources(
        provider.GetRequiredService<ILogger<LocalizedTextServiceFileSources>>(),
        provider.GetRequiredService<AppCaches>(),
        new DirectoryInfo(Path.Combine(provider.GetRequiredService<SiteFolders>().Data, "lang")),
        [],
        new EmbeddedFileProvider(typeof(IUmbracoBuilder).Assembly, "Umbraco.Cms.Core.EmbeddedResources.Lang").GetDirectoryContents(string.Empty)));

    private static void AddFiles(IServiceCollection services)
    {
        services.AddSingleton<IMediaPathScheme, UniqueMediaPathScheme>();
        services.AddSingleton<FileSystems>();
        services.AddSingleton(provider => new MediaFileManager(
            new PhysicalFileSystem(
                provider.GetRequiredService<IIOHelper>(),
                provider.GetRequiredService<IHostingEnvironment>(),
                provider.GetRequiredService<ILogger<PhysicalFileSystem>>(),
                provider.GetRequiredService<SiteFolders>().Media,
                "/media"),
            provider.GetRequiredService<IMediaPathScheme>(),
            provider.GetRequiredService<ILogger<MediaFileManager>>(),
            provider.GetRequiredService<IShortStringHelper>(),
            provider,
            new Lazy<ICoreScopeProvider>(provider.GetRequiredService<ICoreScopeProvider>)));
    }

    private static void AddGenuineServices(IServiceCollection services)
    {
        services.AddSingleton<IReservedFieldNamesService, ReservedFieldNamesService>();
        services.AddSingleton<IIdKeyMap, IdKeyMap>();

        // Two of its constructors have the same number of parameters, so the container cannot choose.
        services.AddSingleton<IDataTypeService>(provider => new Umbraco.Cms.Core.Services.Implement.DataTypeService(
            provider.GetRequiredService<ICoreScopeProvider>(),
            provider.GetRequiredService<ILoggerFactory>(),
            provider.GetRequiredService<IEventMessagesFactory>(),
            provider.GetRequiredService<IDataTypeRepository>(),
            provider.GetRequiredService<IAuditService>(),
            provider.GetRequiredService<IContentTypeRepository>(),
            provider.GetRequiredService<IMediaTypeRepository>(),
            provider.GetRequiredService<IMemberTypeRepository>(),
            new Lazy<IIdKeyMap>(provider.GetRequiredService<IIdKeyMap>)));
        services.AddSingleton<IAuditService, Umbraco.Cms.Core.Services.Implement.AuditService>();
        services.AddSingleton<IAuditEntryService, AuditEntryService>();
    }
}
