using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Events;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Content;

/// <summary>What the repositories of documents, blueprints and media have in common.</summary>
internal sealed record ContentRepositoryServices(
    AmbientDbContext Database,
    AppCaches AppCaches,
    ILanguageRepository Languages,
    PropertyDataMapper Properties,
    TrackedReferences References,
    ContentTags Tags,
    IEventAggregator Events);
