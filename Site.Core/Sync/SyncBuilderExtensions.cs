using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Site.Core.Sync.DataTypes;
using Site.Core.Sync.Dictionary;
using Site.Core.Sync.Domains;
using Site.Core.Sync.Export;
using Site.Core.Sync.Languages;
using Site.Core.Sync.Nodes;
using Site.Core.Sync.Nodes.Shapes;
using Site.Core.Sync.RelationTypes;
using Site.Core.Sync.Templates;
using Site.Core.Sync.Types;
using Site.Core.Sync.Webhooks;
using Umbraco.Cms.Core.DependencyInjection;

namespace Site.Core.Sync;

/// <summary>Registers uSync.</summary>
public static class SyncBuilderExtensions
{
    /// <summary>Adds <see cref="SyncImporter"/>, <see cref="SyncStartup"/> and the importers of all kinds.</summary>
    public static IUmbracoBuilder AddSync(this IUmbracoBuilder builder)
    {
        IServiceCollection services = builder.Services;
        services.AddOptions<SyncOptions>().BindConfiguration(SyncOptions.Section);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<SyncSettings>();
        services.AddSingleton<SyncActivity>();
        services.AddSingleton<SyncImporter>();
        services.AddSingleton<SyncExporter>();
        services.AddSingleton<SyncStartup>();
        services.AddScoped<MediaFileImporter>();
        services.AddScoped<BlockShapes>();
        services.AddScoped<ValueShapes>();
        services.AddScoped<NodeValues>();
        services.AddScoped<NodeTemplates>();
        services.AddScoped<NodeValueExporter>();
        services.AddScoped<NodeExportServices>();
        services.AddScoped<TypeProperties>();
        services.AddScoped<ISyncImporter, LanguageImporter>();
        services.AddScoped<ISyncImporter, DictionaryImporter>();
        services.AddScoped<ISyncImporter, DataTypeImporter>();
        services.AddScoped<ISyncImporter, TemplateImporter>();
        services.AddScoped<ISyncImporter, ContentTypeImporter>();
        services.AddScoped<ISyncImporter, MediaTypeImporter>();
        services.AddScoped<ISyncImporter, MediaImporter>();
        services.AddScoped<ISyncImporter, ContentImporter>();
        services.AddScoped<ISyncImporter, BlueprintImporter>();
        services.AddScoped<ISyncImporter, DomainImporter>();
        services.AddScoped<ISyncImporter, RelationTypeImporter>();
        services.AddScoped<ISyncImporter, WebhookImporter>();
        services.AddExporters();
        return builder.AddExportOnSave();
    }

    private static void AddExporters(this IServiceCollection services) => services
        .AddScoped<ISyncExporter, LanguageExporter>()
        .AddScoped<ISyncExporter, DictionaryExporter>()
        .AddScoped<ISyncExporter, DataTypeExporter>()
        .AddScoped<ISyncExporter, TemplateExporter>()
        .AddScoped<ISyncExporter, ContentTypeExporter>()
        .AddScoped<ISyncExporter, MediaTypeExporter>()
        .AddScoped<ISyncExporter, MediaExporter>()
        .AddScoped<ISyncExporter, ContentExporter>()
        .AddScoped<ISyncExporter, BlueprintExporter>()
        .AddScoped<ISyncExporter, DomainExporter>()
        .AddScoped<ISyncExporter, RelationTypeExporter>()
        .AddScoped<ISyncExporter, WebhookExporter>();
}
