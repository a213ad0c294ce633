using System.Linq.Expressions;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Entities;

/// <summary>Orders nodes as Core's <see cref="Ordering"/> asks.</summary>
internal sealed class EntityOrdering(SiteDbContext context)
{
    /// <summary>Orders the nodes; without an ordering by sort order. Nodes that compare equal are ordered by id.</summary>
    /// <exception cref="NotSupportedException">There is no such field.</exception>
    public IQueryable<NodeRow> Apply(IQueryable<NodeRow> nodes, Ordering? ordering)
    {
        IOrderedQueryable<NodeRow>? ordered = null;
        for (Ordering? part = ordering; part is { IsEmpty: false }; part = part.Next)
        {
            ordered = Add(nodes, ordered, part);
        }

        ordered ??= nodes.OrderBy(x => x.SortOrder);
        return ordered.ThenBy(x => x.Id);
    }

    private IOrderedQueryable<NodeRow> Add(IQueryable<NodeRow> nodes, IOrderedQueryable<NodeRow>? ordered, Ordering ordering)
    {
        return ordering.OrderBy!.ToUpperInvariant() switch
        {
            "NAME" or "TEXT" or "NODENAME" when !ordering.IsInvariant => By(NameIn(ordering.Culture!)),
            "NAME" or "TEXT" or "NODENAME" => By(x => x.Text!.ToLower()),
            "SORTORDER" => By(x => x.SortOrder),
            "ID" or "NODEID" => By(x => x.Id),
            "KEY" or "UNIQUEID" => By(x => x.UniqueId),
            "PATH" => By(x => x.Path),
            "LEVEL" => By(x => x.Level),
            "PARENTID" => By(x => x.ParentId),
            "TRASHED" => By(x => x.Trashed),
            "CREATORID" or "OWNER" => By(x => x.NodeUser),
            "CREATEDATE" => By(x => x.CreateDate),
            "NODEOBJECTTYPE" => By(x => x.NodeObjectType),
            "UPDATEDATE" or "VERSIONDATE" => By(x => context.Set<ContentVersionRow>()
                .Where(v => v.NodeId == x.Id && v.Current).Select(v => (DateTime?)v.VersionDate).FirstOrDefault() ?? x.CreateDate),
            "PUBLISHED" => By(x => context.Set<DocumentRow>().Any(d => d.NodeId == x.Id && d.Published)),
            "CONTENTTYPEALIAS" => By(x => context.Set<ContentRow>().Where(c => c.NodeId == x.Id)
                .Join(context.Set<ContentTypeRow>(), c => c.ContentTypeId, t => t.NodeId, (content, type) => type.Alias).FirstOrDefault()),
            _ => throw new NotSupportedException($"Entities cannot be ordered by \"{ordering.OrderBy}\"."),
        };

        IOrderedQueryable<NodeRow> By<TKey>(Expression<Func<NodeRow, TKey>> key) => (ordered, ordering.Direction) switch
        {
            (null, Direction.Ascending) => nodes.OrderBy(key),
            (null, _) => nodes.OrderByDescending(key),
            (_, Direction.Ascending) => ordered.ThenBy(key),
            _ => ordered.ThenByDescending(key),
        };
    }

    private Expression<Func<NodeRow, string>> NameIn(string culture)
    {
        string lower = culture.ToLowerInvariant();
        return x => (context.Set<DocumentCultureVariationRow>()
            .Where(v => v.NodeId == x.Id && context.Set<LanguageRow>().Any(l => l.Id == v.LanguageId && l.IsoCode.ToLower() == lower))
            .Select(v => v.Name)
            .FirstOrDefault() ?? x.Text!).ToLower();
    }
}
