using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Relations;

/// <summary>Says what refers to what, from the relations that are written when items are saved.</summary>
internal sealed class TrackedReferencesRepository(AmbientDbContext database) : ITrackedReferencesRepository
{
    /// <inheritdoc />
    public IEnumerable<RelationItemModel> GetPagedRelationsForItem(
        Guid key,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords)
    {
        SiteDbContext context = database.Read;
        IQueryable<int> item = context.Set<NodeRow>().Where(x => x.UniqueId == key).Select(x => x.Id);
        IQueryable<Reference> references = References(context, filterMustBeIsDependency).Where(x => item.Contains(x.Id));
        return Page(context, references.Select(x => new Related { NodeId = x.OtherId, RelationTypeId = x.RelationTypeId }), skip, take, out totalRecords);
    }

    /// <inheritdoc />
    public IEnumerable<RelationItemModel> GetPagedRelationsForRecycleBin(
        Guid objectTypeKey,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords)
    {
        SiteDbContext context = database.Read;
        IQueryable<int> trashed = context.Set<NodeRow>().Where(x => x.Trashed && x.NodeObjectType == objectTypeKey).Select(x => x.Id);
        IQueryable<Reference> references = References(context, filterMustBeIsDependency).Where(x => trashed.Contains(x.Id));
        return Page(context, references.Select(x => new Related { NodeId = x.OtherId, RelationTypeId = x.RelationTypeId }), skip, take, out totalRecords);
    }

    /// <inheritdoc />
    public IEnumerable<RelationItemModel> GetPagedItemsWithRelations(
        ISet<Guid> keys,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords)
    {
        SiteDbContext context = database.Read;
        IQueryable<int> items = context.Set<NodeRow>().Where(x => keys.Contains(x.UniqueId)).Select(x => x.Id);
        IQueryable<Reference> references = References(context, filterMustBeIsDependency).Where(x => items.Contains(x.Id));
        return Page(context, references.Select(x => new Related { NodeId = x.Id, RelationTypeId = x.RelationTypeId }), skip, take, out totalRecords);
    }

    /// <inheritdoc />
    public IEnumerable<RelationItemModel> GetPagedDescendantsInReferences(
        Guid parentKey,
        long skip,
        long take,
        bool filterMustBeIsDependency,
        out long totalRecords)
    {
        SiteDbContext context = database.Read;
        string? path = context.Set<NodeRow>().Where(x => x.UniqueId == parentKey).Select(x => x.Path).SingleOrDefault();
        if (path is null)
        {
            totalRecords = 0;
            return [];
        }

        IQueryable<int> descendants = context.Set<NodeRow>().Below(path).Select(x => x.Id);
        IQueryable<Reference> references = References(context, filterMustBeIsDependency).Where(x => descendants.Contains(x.Id));
        return Page(context, references.Select(x => new Related { NodeId = x.Id, RelationTypeId = x.RelationTypeId }), skip, take, out totalRecords);
    }

    /// <inheritdoc />
    public Task<PagedModel<Guid>> GetPagedNodeKeysWithDependantReferencesAsync(ISet<Guid> keys, Guid nodeObjectTypeId, long skip, long take)
    {
        SiteDbContext context = database.Read;
        IQueryable<Reference> references = References(context, dependenciesOnly: true);
        IQueryable<NodeRow> nodes = context.Set<NodeRow>().Where(x =>
            keys.Contains(x.UniqueId) && x.NodeObjectType == nodeObjectTypeId && references.Any(reference => reference.Id == x.Id));
        int total = nodes.Count();
        List<Guid> page = [.. nodes.OrderBy(x => x.Id).Skip((int)skip).Take((int)take).Select(x => x.UniqueId)];
        return Task.FromResult(new PagedModel<Guid>(total, page));
    }

    // The child is referred to by the parent; where a relation holds in both directions, the parent by the child too.
    private static IQueryable<Reference> References(SiteDbContext context, bool dependenciesOnly)
    {
        var relations =
            from relation in context.Set<RelationRow>()
            join type in context.Set<RelationTypeRow>() on relation.RelationType equals type.Id
            where !dependenciesOnly || type.IsDependency
            select new { relation.ParentId, relation.ChildId, type.Id, type.Dual };
        return relations
            .Select(x => new Reference { Id = x.ChildId, OtherId = x.ParentId, RelationTypeId = x.Id })
            .Union(relations.Where(x => x.Dual).Select(x => new Reference { Id = x.ParentId, OtherId = x.ChildId, RelationTypeId = x.Id }));
    }

    private static List<RelationItemModel> Page(SiteDbContext context, IQueryable<Related> related, long skip, long take, out long total)
    {
        IQueryable<Related> distinct = related.Distinct();
        total = distinct.LongCount();
        var rows =
            from item in distinct
            join relationType in context.Set<RelationTypeRow>() on item.RelationTypeId equals relationType.Id
            join node in context.Set<NodeRow>() on item.NodeId equals node.Id
            join content in context.Set<ContentRow>() on node.Id equals content.NodeId into contents
            from content in contents.DefaultIfEmpty()
            join contentType in context.Set<ContentTypeRow>() on content.ContentTypeId equals contentType.NodeId into contentTypes
            from contentType in contentTypes.DefaultIfEmpty()
            join contentTypeNode in context.Set<NodeRow>() on content.ContentTypeId equals contentTypeNode.Id into contentTypeNodes
            from contentTypeNode in contentTypeNodes.DefaultIfEmpty()
            join document in context.Set<DocumentRow>() on node.Id equals document.NodeId into documents
            from document in documents.DefaultIfEmpty()
            join ownType in context.Set<ContentTypeRow>() on node.Id equals ownType.NodeId into ownTypes
            from ownType in ownTypes.DefaultIfEmpty()
            orderby relationType.Alias, node.Id
            select new
            {
                node.UniqueId,
                node.Text,
                node.NodeObjectType,
                OwnAlias = (string?)ownType.Alias,
                Published = (bool?)document.Published,
                ContentTypeKey = (Guid?)contentTypeNode.UniqueId,
                ContentTypeName = contentTypeNode.Text,
                ContentTypeAlias = (string?)contentType.Alias,
                ContentTypeIcon = contentType.Icon,
                RelationTypeName = relationType.Name,
                relationType.Dual,
                relationType.IsDependency,
            };
        return [.. rows.Skip((int)skip).Take((int)take).ToList().Select(x => new RelationItemModel
        {
            NodeKey = x.UniqueId,
            NodeAlias = x.OwnAlias,
            NodeName = x.Text,
            NodeType = ObjectTypes.GetUdiType(x.NodeObjectType),
            NodePublished = x.Published,
            ContentTypeKey = x.ContentTypeKey ?? Guid.Empty,
            ContentTypeName = x.ContentTypeName,
            ContentTypeAlias = x.ContentTypeAlias,
            ContentTypeIcon = x.ContentTypeIcon,
            RelationTypeName = x.RelationTypeName,
            RelationTypeIsBidirectional = x.Dual,
            RelationTypeIsDependency = x.IsDependency,
        })];
    }

    /// <summary>The node <see cref="Id"/> is referred to by the node <see cref="OtherId"/>.</summary>
    private sealed class Reference
    {
        public int Id { get; set; }

        public int OtherId { get; set; }

        public int RelationTypeId { get; set; }
    }

    private sealed class Related
    {
        public int NodeId { get; set; }

        public int RelationTypeId { get; set; }
    }
}
