using System.Linq.Expressions;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Services;
using Direction = Umbraco.Cms.Core.Direction;

namespace Site.Core.Persistence.Relations;

/// <summary>A relation with what the nodes at its two ends are.</summary>
internal sealed class RelationView
{
    public int Id { get; set; }

    public int ParentId { get; set; }

    public Guid ParentObjectType { get; set; }

    public int ChildId { get; set; }

    public Guid ChildObjectType { get; set; }

    public int RelationTypeId { get; set; }

    public DateTime CreateDate { get; set; }

    public string Comment { get; set; } = string.Empty;
}

/// <summary>Puts Core's conditions on relations, and the order that it asks for, on their rows.</summary>
internal static class RelationQuery
{
    private static readonly Dictionary<string, Expression<Func<RelationView, object?>>> _columns = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(IRelation.Id)] = x => x.Id,
        [nameof(IRelation.ParentId)] = x => x.ParentId,
        [nameof(IRelation.ParentObjectType)] = x => x.ParentObjectType,
        [nameof(IRelation.ChildId)] = x => x.ChildId,
        [nameof(IRelation.ChildObjectType)] = x => x.ChildObjectType,
        [nameof(IRelation.RelationTypeId)] = x => x.RelationTypeId,
        [nameof(IRelation.CreateDate)] = x => x.CreateDate,
        [nameof(IRelation.UpdateDate)] = x => x.CreateDate,
        [nameof(IRelation.Comment)] = x => x.Comment,
    };

    private static readonly PredicateTranslator<RelationView> _translator = new(_columns);

    /// <summary>Every relation.</summary>
    public static IQueryable<RelationView> Relations(this SiteDbContext context) =>
        from relation in context.Set<RelationRow>()
        join parent in context.Set<NodeRow>() on relation.ParentId equals parent.Id
        join child in context.Set<NodeRow>() on relation.ChildId equals child.Id
        select new RelationView
        {
            Id = relation.Id,
            ParentId = relation.ParentId,
            ParentObjectType = parent.NodeObjectType,
            ChildId = relation.ChildId,
            ChildObjectType = child.NodeObjectType,
            RelationTypeId = relation.RelationType,
            CreateDate = relation.Datetime,
            Comment = relation.Comment,
        };

    /// <summary>The relations for which the query's conditions hold.</summary>
    public static IQueryable<RelationView> Where(this IQueryable<RelationView> relations, IQuery<IRelation>? query) =>
        ((Query<IRelation>?)query)?.Predicates.Aggregate(relations, (rows, predicate) => rows.Where(_translator.Translate(predicate)))
        ?? relations;

    /// <summary>Orders the relations by a member of <see cref="IRelation"/>, without one by id.</summary>
    /// <exception cref="NotSupportedException">Relations cannot be ordered by the member.</exception>
    public static IOrderedQueryable<RelationView> OrderBy(this IQueryable<RelationView> relations, Ordering? ordering)
    {
        if (string.IsNullOrEmpty(ordering?.OrderBy))
        {
            return relations.OrderBy(x => x.Id);
        }

        if (!_columns.TryGetValue(ordering.OrderBy, out Expression<Func<RelationView, object?>>? column))
        {
            throw new NotSupportedException($"Relations cannot be ordered by \"{ordering.OrderBy}\".");
        }

        return (ordering.Direction == Direction.Descending ? relations.OrderByDescending(column) : relations.OrderBy(column)).ThenBy(x => x.Id);
    }
}
