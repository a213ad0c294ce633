using Microsoft.Extensions.DependencyInjection;
using Site.Core.Persistence.Containers;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Dictionary;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Templates;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Registers the repositories of the schema: languages, dictionary, data types, templates, types and their folders.</summary>
internal static class SchemaRegistration
{
    public static IServiceCollection AddSchemaRepositories(this IServiceCollection services) => services
        .AddSingleton<ILanguageRepository, LanguageRepository>()
        .AddSingleton<IDictionaryRepository, DictionaryRepository>()
        .AddSingleton<ITemplateRepository, TemplateRepository>()
        .AddSingleton<DataTypeFactory>()
        .AddSingleton<IDataTypeRepository, DataTypeRepository>()
        .AddSingleton<IDataTypeUsageRepository, DataTypeUsageRepository>()
        .AddSingleton<ContentTraces>()
        .AddSingleton<StoredBlocks>()
        .AddSingleton<PublishedDifferences>()
        .AddSingleton<ContentTypeDataMigration>()
        .AddSingleton<ContentTypeServices>()
        .AddSingleton<IContentTypeRepository, ContentTypeRepository>()
        .AddSingleton<IMediaTypeRepository, MediaTypeRepository>()
        .AddSingleton<IMemberTypeRepository, MemberTypeRepository>()
        .AddSingleton<IContentTypeCommonRepository, ContentTypeCommonRepository>()
        .AddSingleton<IPropertyTypeUsageRepository, PropertyTypeUsageRepository>()
        .AddSingleton<IDataTypeContainerRepository, DataTypeContainerRepository>()
        .AddSingleton<IDocumentTypeContainerRepository, DocumentTypeContainerRepository>()
        .AddSingleton<IMediaTypeContainerRepository, MediaTypeContainerRepository>()
        .AddSingleton<IMemberTypeContainerRepository, MemberTypeContainerRepository>()
        .AddSingleton<IDocumentBlueprintContainerRepository, DocumentBlueprintContainerRepository>();
}
