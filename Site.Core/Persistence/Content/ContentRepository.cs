using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Caching;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Content;

/// <summary>What the repositories of documents, blueprints and media share: reading, counting and deleting.</summary>
/// <typeparam name="TEntity">The entity's interface.</typeparam>
internal abstract partial class ContentRepository<TEntity>(ContentRepositoryServices services)
    : IContentRepository<int, TEntity>, IReadRepository<Guid, TEntity>
    where TEntity : class, IContentBase
{
    /// <inheritdoc />
    public abstract int RecycleBinId { get; }

    /// <summary>What the nodes are, one of <see cref="Umbraco.Cms.Core.Constants.ObjectTypes"/>.</summary>
    protected abstract Guid ObjectType { get; }

    /// <summary>The columns that queries on the entity may name.</summary>
    protected abstract PredicateTranslator<ContentProjection> Translator { get; }

    /// <summary>What the repositories have in common.</summary>
    protected ContentRepositoryServices Services { get; } = services;

    /// <summary>The cached entities.</summary>
    protected EntityCache<TEntity> Cache { get; } = new(services.AppCaches, services.Database, areIndependent: true);

    /// <summary>The context of the current scope.</summary>
    protected AmbientDbContext Database => Services.Database;

    /// <inheritdoc />
    public TEntity? Get(int id) => Cache.Get(id, x => Load([x]).FirstOrDefault()) is { } entity && IsOwn(entity) ? entity : null;

    /// <inheritdoc />
    public TEntity? Get(Guid id)
    {
        int? nodeId = Nodes(Database.Read).Where(x => x.UniqueId == id).Select(x => (int?)x.Id).FirstOrDefault();
        return nodeId is { } known ? Get(known) : null;
    }

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<TEntity> GetMany(params int[]? ids) =>
        ids is null or [] ? BuildCurrent(Database.Read, Ordered(Current(Database.Read))) : [.. Cache.GetMany([.. ids.Distinct()], Load).Where(IsOwn)];

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<TEntity> GetMany(params Guid[]? ids)
    {
        if (ids is null or [])
        {
            return GetMany(Array.Empty<int>());
        }

        Dictionary<Guid, int> known = Nodes(Database.Read)
            .Where(x => EF.Parameter(ids).Contains(x.UniqueId))
            .ToDictionary(x => x.UniqueId, x => x.Id);
        int[] nodeIds = [.. ids.Distinct().Where(known.ContainsKey).Select(x => known[x])];
        return nodeIds.Length == 0 ? [] : GetMany(nodeIds);
    }

    /// <inheritdoc />
    public bool Exists(int id) => Nodes(Database.Read).Any(x => x.Id == id);

    /// <inheritdoc />
    public bool Exists(Guid id) => Nodes(Database.Read).Any(x => x.UniqueId == id);

    /// <inheritdoc />
    public IEnumerable<TEntity> Get(IQuery<TEntity> query)
    {
        SiteDbContext context = Database.Read;
        return BuildCurrent(context, Ordered(Where(Current(context), query)));
    }

    /// <inheritdoc />
    public int Count(IQuery<TEntity>? query) => Where(Current(Database.Read), query).Count();

    /// <inheritdoc />
    public int Count(string? contentTypeAlias = null)
    {
        SiteDbContext context = Database.Read;
        return OfType(context, Nodes(context), contentTypeAlias).Count();
    }

    /// <inheritdoc />
    public int CountChildren(int parentId, string? contentTypeAlias = null)
    {
        SiteDbContext context = Database.Read;
        return OfType(context, Nodes(context).Where(x => x.ParentId == parentId), contentTypeAlias).Count();
    }

    /// <inheritdoc />
    public int CountDescendants(int parentId, string? contentTypeAlias = null)
    {
        SiteDbContext context = Database.Read;
        if (NodeTree.TryFindPlace(context, parentId) is not { } parent)
        {
            return 0;
        }

        return OfType(context, Nodes(context).Below(parent.Path), contentTypeAlias).Count();
    }

    /// <inheritdoc />
    public IEnumerable<TEntity> GetRecycleBin()
    {
        SiteDbContext context = Database.Read;
        return BuildCurrent(context, Ordered(Current(context).Where(x => x.Node.Trashed)));
    }

    /// <summary>Whether there is anything in the recycle bin.</summary>
    public bool RecycleBinSmells() => Nodes(Database.Read).Any(x => x.ParentId == RecycleBinId);

    /// <inheritdoc />
    public void Save(TEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        SiteDbContext context = Database.Write;
        context.ChangeTracker.Clear();
        if (entity.HasIdentity)
        {
            PersistUpdated(context, entity);
        }
        else
        {
            PersistNew(context, entity);
        }

        context.ChangeTracker.Clear();
        Cache.Invalidate(entity);
    }

    /// <inheritdoc />
    /// <remarks>What depends on the node (versions, values, relations, tags, permissions, addresses) goes with it.</remarks>
    public virtual void Delete(TEntity entity)
    {
        ArgumentNullException.ThrowIfNull(entity);
        int id = entity.Id;
        Database.Write.Set<NodeRow>().Where(x => x.Id == id).ExecuteDelete();
        entity.DeleteDate = DateTime.UtcNow;
        Cache.Invalidate(entity);
    }

    /// <inheritdoc />
    /// <remarks>Core refreshes the caches of other servers; ours is cleared here.</remarks>
    public void UpdateSortOrder(IReadOnlyList<int> orderedNodeIds)
    {
        SiteDbContext context = Database.Write;
        int[] ids = [.. orderedNodeIds];
        var nodes = Nodes(context).AsTracking().Where(x => EF.Parameter(ids).Contains(x.Id)).ToDictionary(x => x.Id);
        for (int index = 0; index < ids.Length; index++)
        {
            if (nodes.TryGetValue(ids[index], out NodeRow? node))
            {
                node.SortOrder = index;
            }
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        Cache.InvalidateAll();
    }

    /// <summary>Inserts the entity and gives it its id, place and version.</summary>
    protected abstract void PersistNew(SiteDbContext context, TEntity entity);

    /// <summary>Updates the entity.</summary>
    protected abstract void PersistUpdated(SiteDbContext context, TEntity entity);

    /// <summary>All versions of all entities.</summary>
    protected abstract IQueryable<ContentProjection> Versions(SiteDbContext context);

    /// <summary>Makes the entities of some versions, in their order, with a number of queries that does not depend on how many they are.</summary>
    /// <param name="context">The context.</param>
    /// <param name="rows">The versions.</param>
    /// <param name="propertyAliases">Only values of these properties; <c>null</c> does not restrict.</param>
    protected abstract List<TEntity> Build(SiteDbContext context, IReadOnlyList<ContentProjection> rows, string[]? propertyAliases);

    /// <summary>Whether a cached entity is of this repository: documents and blueprints are cached together.</summary>
    protected virtual bool IsOwn(TEntity entity) => true;

    /// <summary>A property type with this alias.</summary>
    protected abstract IPropertyType? FindPropertyType(string alias);

    /// <summary>The nodes of the entities.</summary>
    protected IQueryable<NodeRow> Nodes(SiteDbContext context)
    {
        Guid objectType = ObjectType;
        return context.Set<NodeRow>().Where(x => x.NodeObjectType == objectType);
    }

    /// <summary>The version of each entity that editors see.</summary>
    protected IQueryable<ContentProjection> Current(SiteDbContext context) => Versions(context).Where(x => x.Version.Current);

    /// <summary>The entities of the rows that the query gives.</summary>
    protected List<TEntity> BuildCurrent(SiteDbContext context, IQueryable<ContentProjection> query) =>
        Build(context, query.ToList(), propertyAliases: null);

    /// <summary>Parents before children, and siblings in their order.</summary>
    protected static IQueryable<ContentProjection> Ordered(IQueryable<ContentProjection> query) =>
        query.OrderBy(x => x.Node.Level).ThenBy(x => x.Node.ParentId).ThenBy(x => x.Node.SortOrder).ThenBy(x => x.Node.Id);

    /// <summary>The nodes whose type has this alias; <c>null</c> or empty does not restrict.</summary>
    protected static IQueryable<NodeRow> OfType(SiteDbContext context, IQueryable<NodeRow> nodes, string? contentTypeAlias)
    {
        if (string.IsNullOrWhiteSpace(contentTypeAlias))
        {
            return nodes;
        }

        string lower = contentTypeAlias.ToLowerInvariant();
        return nodes.Where(x => context.Set<ContentRow>().Any(c => c.NodeId == x.Id
            && context.Set<ContentTypeRow>().Any(t => t.NodeId == c.ContentTypeId && t.Alias.ToLower() == lower)));
    }

    /// <summary>Puts the conditions of a query of Core's on rows.</summary>
    protected IQueryable<ContentProjection> Where(IQueryable<ContentProjection> rows, IQuery<TEntity>? query) =>
        query is null
            ? rows
            : ((Query<TEntity>)query).Predicates.Aggregate(rows, (filtered, predicate) => filtered.Where(Translator.Translate(CaseInsensitive.Rewrite(predicate))));

    private List<TEntity> Load(IReadOnlyCollection<int> ids)
    {
        SiteDbContext context = Database.Read;
        int[] wanted = [.. ids];
        return BuildCurrent(context, Current(context).Where(x => EF.Parameter(wanted).Contains(x.Node.Id)));
    }
}
