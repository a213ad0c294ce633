using Microsoft.Extensions.DependencyInjection;
using Site.Core.Persistence.Containers;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Dictionary;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Templates;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Registers the repositories of the schema: languages, dictionary, data types, templates and types.</summary>
internal static class SchemaRegistration
{
    public static IServiceCollection AddSchemaRepositories(this IServiceCollection services) => services
        .AddSingleton<ILanguageRepository, LanguageRepository>()
        .AddSingleton<IDictionaryRepository, DictionaryRepository>()
        .AddSingleton<ITemplateRepository, TemplateRepository>()
        .AddSingleton<DataTypeEditors>()
        .AddSingleton<IDataTypeRepository, DataTypeRepository>()
        .AddSingleton<DataTypeUsageRepository>()
        .AddSingleton<IDataTypeUsageRepository>(x => x.GetRequiredService<DataTypeUsageRepository>())
        .AddSingleton<IPropertyTypeUsageRepository>(x => x.GetRequiredService<DataTypeUsageRepository>())
        .AddSingleton<IDataTypeContainerRepository, DataTypeContainerRepository>()
        .AddSingleton<IDocumentTypeContainerRepository, DocumentTypeContainerRepository>()
        .AddSingleton<IMediaTypeContainerRepository, MediaTypeContainerRepository>()
        .AddSingleton<IDocumentBlueprintContainerRepository, DocumentBlueprintContainerRepository>()
        .AddSingleton<ContentTypeLoader>()
        .AddSingleton<IContentTypeRepository, ContentTypeRepository>()
        .AddSingleton<IMediaTypeRepository, MediaTypeRepository>()
        .AddSingleton<IMemberTypeRepository, MemberTypeRepository>()
        .AddSingleton<IContentTypeCommonRepository, ContentTypeCommonRepository>();
}
