using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Extensions;

namespace Site.Core.Persistence.Entities;

/// <summary>In which cultures documents are published; a document that does not vary is published in all or in none.</summary>
internal sealed class PublishStatusRepository(AmbientDbContext database) : IPublishStatusRepository
{
    /// <inheritdoc />
    public Task<IDictionary<Guid, ISet<string>>> GetAllPublishStatusAsync(CancellationToken cancellationToken) =>
        ReadAsync(database.Read, x => x, cancellationToken);

    /// <inheritdoc />
    public async Task<ISet<string>> GetPublishStatusAsync(Guid documentKey, CancellationToken cancellationToken)
    {
        IDictionary<Guid, ISet<string>> statuses = await ReadAsync(database.Read, x => x.Where(n => n.UniqueId == documentKey), cancellationToken);
        return statuses.TryGetValue(documentKey, out ISet<string>? cultures) ? cultures : new HashSet<string>();
    }

    /// <inheritdoc />
    public async Task<IDictionary<Guid, ISet<string>>> GetDescendantsOrSelfPublishStatusAsync(Guid rootDocumentKey, CancellationToken cancellationToken)
    {
        SiteDbContext context = database.Read;
        string? path = await context.Set<NodeRow>().Where(x => x.UniqueId == rootDocumentKey).Select(x => x.Path).FirstOrDefaultAsync(cancellationToken);
        if (path is null)
        {
            return new Dictionary<Guid, ISet<string>>();
        }

        return await ReadAsync(context, x => x.BelowOrSelf(path), cancellationToken);
    }

    private static async Task<IDictionary<Guid, ISet<string>>> ReadAsync(
        SiteDbContext context,
        Func<IQueryable<NodeRow>, IQueryable<NodeRow>> filter,
        CancellationToken cancellationToken)
    {
        Dictionary<int, string> languages = await context.Set<LanguageRow>().ToDictionaryAsync(x => x.Id, x => x.IsoCode, cancellationToken);
        IQueryable<NodeRow> nodes = filter(context.Set<NodeRow>().Where(x => x.NodeObjectType == Constants.ObjectTypes.Document));
        var documents = await nodes
            .Join(context.Set<DocumentRow>(), x => x.Id, x => x.NodeId, (node, document) => new { node.Id, node.UniqueId, document.Published })
            .Join(context.Set<ContentRow>(), x => x.Id, x => x.NodeId, (node, content) => new { node.Id, node.UniqueId, node.Published, content.ContentTypeId })
            .Join(context.Set<ContentTypeRow>(), x => x.ContentTypeId, x => x.NodeId, (node, type) => new { node.Id, node.UniqueId, node.Published, type.Variations })
            .ToListAsync(cancellationToken);
        var cultures = await context.Set<DocumentCultureVariationRow>()
            .Where(x => x.Published && nodes.Any(n => n.Id == x.NodeId))
            .Select(x => new { x.NodeId, x.LanguageId })
            .ToListAsync(cancellationToken);
        ILookup<int, string> published = cultures.Where(x => languages.ContainsKey(x.LanguageId)).ToLookup(x => x.NodeId, x => languages[x.LanguageId]);
        return documents.ToDictionary(
            x => x.UniqueId,
            x => (ISet<string>)(!x.Published ? [] : ((ContentVariation)x.Variations).VariesByCulture() ? published[x.Id] : languages.Values)
                .ToHashSet(StringComparer.OrdinalIgnoreCase));
    }
}
