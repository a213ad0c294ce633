using Microsoft.Extensions.DependencyInjection;
using Site.Core.Hosting.PublishedContent;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.DocumentUrls;

/// <summary>Registers the repositories of documents' URLs.</summary>
internal static class DocumentUrlsRegistration
{
    public static IServiceCollection AddDocumentUrlRepositories(this IServiceCollection services) => services
        .AddSingleton<IDocumentUrlRepository, DocumentUrlRepository>()
        .AddSingleton<IDocumentUrlAliasRepository, DocumentUrlAliasRepository>()
        .AddSingleton<ILatestPublishedDocuments, LatestPublishedDocuments>();
}
