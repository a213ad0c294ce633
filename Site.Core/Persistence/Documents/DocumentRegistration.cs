using Microsoft.Extensions.DependencyInjection;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Entities;
using Site.Core.Persistence.Media;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Documents;

/// <summary>Registers the repositories of documents and media, and of the nodes that they and all else have.</summary>
internal static class DocumentRegistration
{
    /// <summary>Adds the repositories.</summary>
    public static IServiceCollection AddDocumentRepositories(this IServiceCollection services)
    {
        services.AddSingleton<ContentRepositoryServices>();
        services.AddSingleton<InvariantChanges>();
        services.AddSingleton<PropertyDataMapper>();
        services.AddSingleton<TrackedReferences>();
        services.AddSingleton<ContentTags>();
        services.AddSingleton<DocumentSchedules>();
        services.AddSingleton<DocumentPermissions>();
        services.AddSingleton<IDocumentRepository, DocumentRepository>();
        services.AddSingleton<IDocumentBlueprintRepository, DocumentBlueprintRepository>();
        services.AddSingleton<IDocumentVersionRepository, DocumentVersionRepository>();
        services.AddSingleton<IMediaRepository, MediaRepository>();
        services.AddSingleton<IEntityRepository, EntityRepository>();
        services.AddSingleton<INavigationRepository, NavigationRepository>();
        services.AddSingleton<IPublishStatusRepository, PublishStatusRepository>();
        services.AddSingleton<IIdKeyMapRepository, IdKeyMapRepository>();
        services.AddSingleton<INodeCountRepository, NodeCountRepository>();
        return services;
    }
}
