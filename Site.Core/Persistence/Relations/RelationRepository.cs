using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Entities;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Relations;

/// <summary>Relations between nodes. They are many and change with every save, so they are not cached.</summary>
internal sealed class RelationRepository(AmbientDbContext database, IRelationTypeRepository relationTypes, IEntityRepository entities)
    : IRelationRepository
{
    /// <inheritdoc />
    public IRelation? Get(int id) => ToEntities(database.Read.Relations().Where(x => x.Id == id)).SingleOrDefault();

    /// <inheritdoc />
    /// <remarks>No ids means all.</remarks>
    public IEnumerable<IRelation> GetMany(params int[]? ids)
    {
        IQueryable<RelationView> relations = database.Read.Relations();
        return ToEntities((ids is null or [] ? relations : relations.Where(x => ids.Contains(x.Id))).OrderBy(x => x.Id));
    }

    /// <inheritdoc />
    public bool Exists(int id) => database.Read.Set<RelationRow>().Any(x => x.Id == id);

    /// <inheritdoc />
    public IEnumerable<IRelation> Get(IQuery<IRelation> query) => ToEntities(database.Read.Relations().Where(query).OrderBy(x => x.Id));

    /// <inheritdoc />
    public int Count(IQuery<IRelation>? query) => database.Read.Relations().Where(query).Count();

    /// <inheritdoc />
    public IEnumerable<IRelation> GetPagedRelationsByQuery(
        IQuery<IRelation>? query,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        Ordering? ordering)
    {
        IQueryable<RelationView> relations = database.Read.Relations().Where(query);
        totalRecords = relations.LongCount();
        return ToEntities(relations.OrderBy(ordering).Skip((int)(pageIndex * pageSize)).Take(pageSize));
    }

    /// <inheritdoc />
    public Task<PagedModel<IRelation>> GetPagedByChildKeyAsync(Guid childKey, int skip, int take, string? relationTypeAlias)
    {
        SiteDbContext context = database.Read;
        IQueryable<int> child = context.Set<NodeRow>().Where(x => x.UniqueId == childKey).Select(x => x.Id);
        IQueryable<RelationView> relations = context.Relations().Where(x => child.Contains(x.ChildId));
        if (!string.IsNullOrEmpty(relationTypeAlias))
        {
            int[] types = TypeIds([relationTypeAlias]);
            relations = relations.Where(x => types.Contains(x.RelationTypeId));
        }

        int total = relations.Count();
        List<RelationView> page = [.. relations.OrderBy(x => x.Id).Skip(skip).Take(take)];
        return Task.FromResult(new PagedModel<IRelation>(total, ToEntities(page)));
    }

    /// <inheritdoc />
    public IEnumerable<IUmbracoEntity> GetPagedParentEntitiesByChildId(
        int childId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        params Guid[] entityTypes)
    {
        IQueryable<int> related = database.Read.Set<RelationRow>().Where(x => x.ChildId == childId).Select(x => x.ParentId);
        return GetPagedEntities(related, pageIndex, pageSize, out totalRecords, entityTypes);
    }

    /// <inheritdoc />
    public IEnumerable<IUmbracoEntity> GetPagedChildEntitiesByParentId(
        int parentId,
        long pageIndex,
        int pageSize,
        out long totalRecords,
        params Guid[] entityTypes)
    {
        IQueryable<int> related = database.Read.Set<RelationRow>().Where(x => x.ParentId == parentId).Select(x => x.ChildId);
        return GetPagedEntities(related, pageIndex, pageSize, out totalRecords, entityTypes);
    }

    /// <inheritdoc />
    public void Save(IRelation entity) => Save([entity]);

    /// <inheritdoc />
    public void Save(IEnumerable<IRelation> relations)
    {
        SiteDbContext context = database.Write;
        IRelation[] all = [.. relations];
        int[] ids = [.. all.Where(x => x.HasIdentity).Select(x => x.Id)];
        var rows = context.Set<RelationRow>().AsTracking().Where(x => ids.Contains(x.Id)).ToDictionary(x => x.Id);
        List<(IRelation Relation, RelationRow Row)> saved = [.. all.Select(x => (x, Track(context, x, rows)))];
        context.SaveChanges();
        context.ChangeTracker.Clear();
        Complete(context, saved);
    }

    /// <inheritdoc />
    public void SaveBulk(IEnumerable<ReadOnlyRelation> relations)
    {
        SiteDbContext context = database.Write;
        DateTime now = DateTime.UtcNow;
        foreach (ReadOnlyRelation relation in relations)
        {
            var row = new RelationRow
            {
                Id = relation.Id,
                ParentId = relation.ParentId,
                ChildId = relation.ChildId,
                RelationType = relation.RelationTypeId,
                Datetime = relation.CreateDate == default ? now : relation.CreateDate,
                Comment = relation.Comment ?? string.Empty,
            };
            context.Entry(row).State = relation.HasIdentity ? EntityState.Modified : EntityState.Added;
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <inheritdoc />
    public void Delete(IRelation entity) => database.Write.Set<RelationRow>().Where(x => x.Id == entity.Id).ExecuteDelete();

    /// <inheritdoc />
    public void DeleteByParent(int parentId, params string[] relationTypeAliases)
    {
        int[] types = TypeIds(relationTypeAliases);
        database.Write.Set<RelationRow>()
            .Where(x => x.ParentId == parentId && (relationTypeAliases.Length == 0 || types.Contains(x.RelationType)))
            .ExecuteDelete();
    }

    private static RelationRow Track(SiteDbContext context, IRelation relation, Dictionary<int, RelationRow> stored)
    {
        RelationRow? row = null;
        if (relation.HasIdentity && !stored.TryGetValue(relation.Id, out row))
        {
            throw new InvalidOperationException($"There is no relation {relation.Id} any more.");
        }

        EntityDates.Touch(relation);
        if (row is null)
        {
            row = new RelationRow();
            context.Add(row);
        }

        row.ParentId = relation.ParentId;
        row.ChildId = relation.ChildId;
        row.RelationType = relation.RelationType.Id;
        row.Datetime = relation.CreateDate;
        row.Comment = relation.Comment ?? string.Empty;
        return row;
    }

    private static void Complete(SiteDbContext context, List<(IRelation Relation, RelationRow Row)> saved)
    {
        int[] nodeIds = [.. saved.SelectMany(x => new[] { x.Row.ParentId, x.Row.ChildId }).Distinct()];
        var objectTypes = context.Set<NodeRow>()
            .Where(x => nodeIds.Contains(x.Id))
            .Select(x => new { x.Id, x.NodeObjectType })
            .ToDictionary(x => x.Id, x => x.NodeObjectType);
        foreach ((IRelation relation, RelationRow row) in saved)
        {
            relation.Id = row.Id;
            relation.ParentObjectType = objectTypes[row.ParentId];
            relation.ChildObjectType = objectTypes[row.ChildId];
            relation.ResetDirtyProperties();
        }
    }

    private static Relation ToEntity(RelationView view, IRelationType type)
    {
        var relation = new Relation(view.ParentId, view.ChildId, view.ParentObjectType, view.ChildObjectType, type);
        relation.DisableChangeTracking();
        relation.Id = view.Id;
        relation.Comment = view.Comment;
        relation.CreateDate = view.CreateDate;
        relation.UpdateDate = view.CreateDate;
        relation.ResetDirtyProperties(false);
        relation.EnableChangeTracking();
        return relation;
    }

    private List<IRelation> ToEntities(IEnumerable<RelationView> relations)
    {
        List<RelationView> views = [.. relations];
        Dictionary<int, IRelationType> types = views.Count == 0 ? [] : relationTypes.GetMany((int[]?)null).ToDictionary(x => x.Id);
        return [.. views.Select(x => ToEntity(x, types[x.RelationTypeId]))];
    }

    private int[] TypeIds(string[] aliases) => [.. relationTypes.GetMany((int[]?)null)
        .Where(x => aliases.Contains(x.Alias, StringComparer.OrdinalIgnoreCase))
        .Select(x => x.Id)];

    private List<IUmbracoEntity> GetPagedEntities(IQueryable<int> ids, long pageIndex, int pageSize, out long totalRecords, Guid[] entityTypes)
    {
        IQueryable<NodeRow> nodes = database.Read.Set<NodeRow>()
            .Where(x => ids.Contains(x.Id) && (entityTypes.Length == 0 || entityTypes.Contains(x.NodeObjectType)));
        totalRecords = nodes.LongCount();
        var page = nodes.OrderBy(x => x.Id)
            .Skip((int)(pageIndex * pageSize))
            .Take(pageSize)
            .Select(x => new { x.Id, x.NodeObjectType })
            .ToList();
        var found = page
            .GroupBy(x => x.NodeObjectType, x => x.Id)
            .SelectMany(x => entities.GetAll(x.Key, [.. x]))
            .ToDictionary(x => x.Id);
        return [.. page.Where(x => found.ContainsKey(x.Id)).Select(x => found[x.Id])];
    }
}
