using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Entities;

/// <summary>In which cultures documents are published; a document that does not vary is published in all or in none.</summary>
internal sealed class PublishStatusRepository(AmbientDbContext database, ILanguageRepository languageRepository) : IPublishStatusRepository
{
    /// <inheritdoc />
    public Task<IDictionary<Guid, ISet<string>>> GetAllPublishStatusAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IDictionary<Guid, ISet<string>>>(Read(database.Read, x => x));

    /// <inheritdoc />
    public Task<ISet<string>> GetPublishStatusAsync(Guid documentKey, CancellationToken cancellationToken)
    {
        Dictionary<Guid, ISet<string>> statuses = Read(database.Read, x => x.Where(n => n.UniqueId == documentKey));
        return Task.FromResult(statuses.TryGetValue(documentKey, out ISet<string>? cultures) ? cultures : new HashSet<string>());
    }

    /// <inheritdoc />
    public Task<IDictionary<Guid, ISet<string>>> GetDescendantsOrSelfPublishStatusAsync(Guid rootDocumentKey, CancellationToken cancellationToken)
    {
        SiteDbContext context = database.Read;
        string? path = context.Set<NodeRow>().Where(x => x.UniqueId == rootDocumentKey).Select(x => x.Path).FirstOrDefault();
        return Task.FromResult<IDictionary<Guid, ISet<string>>>(path is null ? [] : Read(context, x => x.BelowOrSelf(path)));
    }

    private Dictionary<Guid, ISet<string>> Read(SiteDbContext context, Func<IQueryable<NodeRow>, IQueryable<NodeRow>> filter)
    {
        IReadOnlyDictionary<int, string> languages = LanguageCodes.From(languageRepository).All;
        IQueryable<NodeRow> nodes = filter(context.Set<NodeRow>().Where(x => x.NodeObjectType == Constants.ObjectTypes.Document));
        var documents = nodes
            .Join(context.Set<DocumentRow>(), x => x.Id, x => x.NodeId, (node, document) => new { node.Id, node.UniqueId, document.Published })
            .Join(context.Set<ContentRow>(), x => x.Id, x => x.NodeId, (node, content) => new { node.Id, node.UniqueId, node.Published, content.ContentTypeId })
            .Join(context.Set<ContentTypeRow>(), x => x.ContentTypeId, x => x.NodeId, (node, type) => new { node.Id, node.UniqueId, node.Published, type.Variations })
            .ToList();
        var cultures = nodes
            .Join(context.Set<DocumentCultureVariationRow>().Where(x => x.Published), x => x.Id, x => x.NodeId, (node, culture) => new { culture.NodeId, culture.LanguageId })
            .ToList();
        ILookup<int, string> published = cultures.Where(x => languages.ContainsKey(x.LanguageId)).ToLookup(x => x.NodeId, x => languages[x.LanguageId]);
        return documents.ToDictionary(
            x => x.UniqueId,
            x => (ISet<string>)(!x.Published ? [] : ((ContentVariation)x.Variations).VariesByCulture() ? published[x.Id] : languages.Values)
                .ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
