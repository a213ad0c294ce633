using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;

namespace Site.Core.Persistence.Integrity;

/// <summary>A published document has exactly one published version, and another has none.</summary>
internal sealed class PublishedVersionCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "published-version";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) =>
        context.Set<DocumentRow>()
            .Select(x => new
            {
                x.NodeId,
                x.Published,
                Count = context.Set<DocumentVersionRow>().Count(d => d.Published && context.Set<ContentVersionRow>().Any(v => v.Id == d.Id && v.NodeId == x.NodeId)),
            })
            .Where(x => x.Count > 1 || x.Published != (x.Count == 1))
            .ToList()
            .Select(x => Describe(context, x.NodeId, x.Published, x.Count));

    private static Damage Describe(SiteDbContext context, int id, bool published, int count)
    {
        if (!published)
        {
            return new Damage($"the document {id} is not published and has a published version; the version becomes a former one", x => Keep(x, id, 0));
        }

        if (count == 0)
        {
            return new Damage($"the document {id} is published and has no published version; it becomes a draft", x => Unpublish(x, id));
        }

        int latest = PublishedOf(context, id).Max(x => x.Id);
        return new Damage($"the document {id} has {count} published versions; the latest, {latest}, is kept", x => Keep(x, id, latest));
    }

    /// <summary>Makes the document a draft in every language.</summary>
    internal static void Unpublish(SiteDbContext context, int id)
    {
        context.Set<DocumentRow>().Where(x => x.NodeId == id).ExecuteUpdate(x => x.SetProperty(y => y.Published, false).SetProperty(y => y.Edited, true));
        context.Set<DocumentCultureVariationRow>().Where(x => x.NodeId == id).ExecuteUpdate(x => x.SetProperty(y => y.Published, false));
        Keep(context, id, 0);
    }

    private static void Keep(SiteDbContext context, int id, int versionId)
    {
        IQueryable<int> others = PublishedOf(context, id).Where(x => x.Id != versionId).Select(x => x.Id);
        context.Set<DocumentVersionRow>().Where(x => others.Contains(x.Id)).ExecuteUpdate(x => x.SetProperty(y => y.Published, false));
    }

    private static IQueryable<DocumentVersionRow> PublishedOf(SiteDbContext context, int id) =>
        context.Set<DocumentVersionRow>().Where(x => x.Published && context.Set<ContentVersionRow>().Any(v => v.Id == x.Id && v.NodeId == id));
}
