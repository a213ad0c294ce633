using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Entities;

/// <summary>Whatever has a node, as light entities: documents, media, types, containers, data types, templates.</summary>
internal sealed class EntityRepository(AmbientDbContext database) : IEntityRepository
{
    private static readonly PredicateTranslator<NodeRow> _translator = new(
        new Dictionary<string, Expression<Func<NodeRow, object?>>>
        {
            [nameof(IUmbracoEntity.Id)] = x => x.Id,
            [nameof(IUmbracoEntity.Key)] = x => x.UniqueId,
            [nameof(IUmbracoEntity.ParentId)] = x => x.ParentId,
            [nameof(IUmbracoEntity.Level)] = x => x.Level,
            [nameof(IUmbracoEntity.Path)] = x => x.Path,
            [nameof(IUmbracoEntity.SortOrder)] = x => x.SortOrder,
            [nameof(IUmbracoEntity.Trashed)] = x => x.Trashed,
            [nameof(IUmbracoEntity.CreatorId)] = x => x.NodeUser,
            [nameof(IUmbracoEntity.CreateDate)] = x => x.CreateDate,
            [nameof(IUmbracoEntity.Name)] = x => x.Text,
            [nameof(IEntitySlim.NodeObjectType)] = x => x.NodeObjectType,
        });

    /// <inheritdoc />
    public IEntitySlim? Get(int id) => One(x => x.Id == id);

    /// <inheritdoc />
    public IEntitySlim? Get(Guid key) => One(x => x.UniqueId == key);

    /// <inheritdoc />
    public IEntitySlim? Get(int id, Guid objectTypeId) => One(x => x.Id == id && x.NodeObjectType == objectTypeId);

    /// <inheritdoc />
    public IEntitySlim? Get(Guid key, Guid objectTypeId) => One(x => x.UniqueId == key && x.NodeObjectType == objectTypeId);

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<IEntitySlim> GetAll(Guid objectType, params int[] ids) =>
        Many(ids.Length == 0 ? OfType(objectType) : OfType(objectType).Where(x => EF.Parameter(ids).Contains(x.Id)));

    /// <inheritdoc />
    /// <remarks>No keys means all.</remarks>
    public IEnumerable<IEntitySlim> GetAll(Guid objectType, params Guid[] keys) =>
        Many(keys.Length == 0 ? OfType(objectType) : OfType(objectType).Where(x => EF.Parameter(keys).Contains(x.UniqueId)));

    /// <inheritdoc />
    public IEnumerable<IEntitySlim> GetSiblings(
        ISet<Guid> objectTypes,
        Guid targetKey,
        int before,
        int after,
        IQuery<IUmbracoEntity>? filter,
        Ordering ordering,
        out long totalBefore,
        out long totalAfter) =>
        GetSiblings(objectTypes, targetKey, before, after, filter, ordering, trashed: false, out totalBefore, out totalAfter);

    /// <inheritdoc />
    public IEnumerable<IEntitySlim> GetTrashedSiblings(
        ISet<Guid> objectTypes,
        Guid targetKey,
        int before,
        int after,
        IQuery<IUmbracoEntity>? filter,
        Ordering ordering,
        out long totalBefore,
        out long totalAfter) =>
        GetSiblings(objectTypes, targetKey, before, after, filter, ordering, trashed: true, out totalBefore, out totalAfter);

    /// <inheritdoc />
    public IEnumerable<IEntitySlim> GetByQuery(IQuery<IUmbracoEntity> query) => Many(Where(database.Read.Set<NodeRow>(), query));

    /// <inheritdoc />
    public IEnumerable<IEntitySlim> GetByQuery(IQuery<IUmbracoEntity> query, Guid objectType) => Many(Where(OfType(objectType), query));

    /// <inheritdoc />
    public UmbracoObjectTypes GetObjectType(int id) =>
        ToObjectType(database.Read.Set<NodeRow>().Where(x => x.Id == id).Select(x => (Guid?)x.NodeObjectType).FirstOrDefault());

    /// <inheritdoc />
    public UmbracoObjectTypes GetObjectType(Guid key) =>
        ToObjectType(database.Read.Set<NodeRow>().Where(x => x.UniqueId == key).Select(x => (Guid?)x.NodeObjectType).FirstOrDefault());

    /// <inheritdoc />
    /// <exception cref="InvalidOperationException">The key is taken.</exception>
    public int ReserveId(Guid key)
    {
        SiteDbContext context = database.Write;
        NodeRow? known = context.Set<NodeRow>().FirstOrDefault(x => x.UniqueId == key);
        if (known is not null)
        {
            return known.NodeObjectType == Constants.ObjectTypes.IdReservation
                ? known.Id
                : throw new InvalidOperationException($"The key {key} cannot be reserved: the node {known.Id} has it.");
        }

        NodeRow node = context.Add(new NodeRow
        {
            UniqueId = key,
            ParentId = Constants.System.Root,
            Level = 1,
            Path = Constants.System.RootString,
            Text = "RESERVED.ID",
            NodeObjectType = Constants.ObjectTypes.IdReservation,
            CreateDate = DateTime.UtcNow,
        }).Entity;
        context.SaveChanges();
        context.ChangeTracker.Clear();
        return node.Id;
    }

    /// <inheritdoc />
    public IEnumerable<TreeEntityPath> GetAllPaths(Guid objectType, params int[]? ids) =>
        Paths(ids is null or [] ? OfType(objectType) : OfType(objectType).Where(x => EF.Parameter(ids).Contains(x.Id)));

    /// <inheritdoc />
    public IEnumerable<TreeEntityPath> GetAllPaths(Guid objectType, params Guid[] keys) =>
        Paths(keys.Length == 0 ? OfType(objectType) : OfType(objectType).Where(x => EF.Parameter(keys).Contains(x.UniqueId)));

    /// <inheritdoc />
    public bool Exists(int id) => database.Read.Set<NodeRow>().Any(x => x.Id == id);

    /// <inheritdoc />
    public bool Exists(Guid key) => database.Read.Set<NodeRow>().Any(x => x.UniqueId == key);

    /// <inheritdoc />
    public bool Exists(IEnumerable<Guid> keys)
    {
        Guid[] distinct = [.. keys.Distinct()];
        return database.Read.Set<NodeRow>().Count(x => EF.Parameter(distinct).Contains(x.UniqueId)) == distinct.Length;
    }

    /// <inheritdoc />
    public bool Exists(Guid key, Guid objectType) => OfType(objectType).Any(x => x.UniqueId == key);

    /// <inheritdoc />
    public bool Exists(int id, Guid objectType) => OfType(objectType).Any(x => x.Id == id);

    /// <inheritdoc />
    public IEnumerable<IEntitySlim> GetPagedResultsByQuery(
        IQuery<IUmbracoEntity> query,
        Guid objectType,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IUmbracoEntity>? filter,
        Ordering? ordering) =>
        GetPagedResultsByQuery(query, new HashSet<Guid> { objectType }, pageIndex, pageSize, out totalRecords, filter, ordering);

    /// <inheritdoc />
    public IEnumerable<IEntitySlim> GetPagedResultsByQuery(
        IQuery<IUmbracoEntity> query,
        ISet<Guid> objectTypes,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        IQuery<IUmbracoEntity>? filter,
        Ordering? ordering)
    {
        SiteDbContext context = database.Read;
        IQueryable<NodeRow> nodes = Where(Where(OfTypes(objectTypes), query), filter);
        totalRecords = nodes.LongCount();
        long skip = pageIndex * pageSize;
        return pageSize == 0 || skip >= totalRecords
            ? []
            : new EntityFactory(context).Create(new EntityOrdering(context).Apply(nodes, ordering).Skip((int)skip).Take(pageSize).ToList());
    }

    /// <inheritdoc />
    public int CountByQuery(IQuery<IUmbracoEntity> query, Guid objectType, IQuery<IUmbracoEntity>? filter) =>
        CountByQuery(query, [objectType], filter);

    /// <inheritdoc />
    public int CountByQuery(IQuery<IUmbracoEntity> query, IEnumerable<Guid> objectTypes, IQuery<IUmbracoEntity>? filter) =>
        Where(Where(OfTypes(objectTypes), query), filter).Count();

    private static UmbracoObjectTypes ToObjectType(Guid? objectType) =>
        objectType is { } known ? ObjectTypes.GetUmbracoObjectType(known) : UmbracoObjectTypes.Unknown;

    private static List<TreeEntityPath> Paths(IQueryable<NodeRow> nodes) =>
        [.. nodes.Select(x => new TreeEntityPath { Id = x.Id, Path = x.Path, Key = x.UniqueId })];

    private static IQueryable<NodeRow> Where(IQueryable<NodeRow> nodes, IQuery<IUmbracoEntity>? query) =>
        query is null
            ? nodes
            : ((Query<IUmbracoEntity>)query).Predicates.Aggregate(nodes, (filtered, predicate) => filtered.Where(_translator.Translate(CaseInsensitive.Rewrite(predicate))));

    private List<IEntitySlim> GetSiblings(
        ISet<Guid> objectTypes,
        Guid targetKey,
        int before,
        int after,
        IQuery<IUmbracoEntity>? filter,
        Ordering ordering,
        bool trashed,
        out long totalBefore,
        out long totalAfter)
    {
        totalBefore = totalAfter = 0;
        SiteDbContext context = database.Read;
        if (context.Set<NodeRow>().FirstOrDefault(x => x.UniqueId == targetKey) is { } target)
        {
            int parentId = target.ParentId;
            IQueryable<NodeRow> siblings = Where(OfTypes(objectTypes).Where(x => x.ParentId == parentId && x.Trashed == trashed), filter);
            List<int> ids = [.. new EntityOrdering(context).Apply(siblings, ordering).Select(x => x.Id)];
            int index = ids.IndexOf(target.Id);
            if (index >= 0)
            {
                int from = Math.Max(0, index - before);
                int to = Math.Min(ids.Count - 1, index + after);
                totalBefore = from;
                totalAfter = ids.Count - 1 - to;
                return InOrder(context, ids[from..(to + 1)]);
            }
        }

        return [];
    }

    private static List<IEntitySlim> InOrder(SiteDbContext context, List<int> ids)
    {
        int[] wanted = [.. ids];
        var nodes = context.Set<NodeRow>().Where(x => EF.Parameter(wanted).Contains(x.Id)).ToDictionary(x => x.Id);
        return new EntityFactory(context).Create([.. ids.Where(nodes.ContainsKey).Select(x => nodes[x])]);
    }

    private IQueryable<NodeRow> OfType(Guid objectType) => database.Read.Set<NodeRow>().Where(x => x.NodeObjectType == objectType);

    private IQueryable<NodeRow> OfTypes(IEnumerable<Guid> objectTypes)
    {
        Guid[] types = [.. objectTypes];
        return types is [Guid one] ? OfType(one) : database.Read.Set<NodeRow>().Where(x => types.Contains(x.NodeObjectType));
    }

    private IEntitySlim? One(Expression<Func<NodeRow, bool>> predicate)
    {
        SiteDbContext context = database.Read;
        return new EntityFactory(context).Create(context.Set<NodeRow>().Where(predicate).OrderBy(x => x.Id).Take(1).ToList()).FirstOrDefault();
    }

    private List<IEntitySlim> Many(IQueryable<NodeRow> nodes) =>
        new EntityFactory(database.Read).Create(nodes.OrderBy(x => x.Level).ThenBy(x => x.ParentId).ThenBy(x => x.SortOrder).ThenBy(x => x.Id).ToList());
}
