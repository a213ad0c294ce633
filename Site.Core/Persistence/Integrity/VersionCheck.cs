using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Media;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Persistence.Integrity;

/// <summary>Every document and media item has exactly one current version, and every version its second half.</summary>
internal sealed class VersionCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "version";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context) =>
        [.. WithoutContent(context), .. WithoutHalf(context), .. NotOneCurrent(context)];

    private static IEnumerable<Damage> WithoutContent(SiteDbContext context) =>
        context.Set<NodeRow>()
            .Where(x => x.NodeObjectType == Constants.ObjectTypes.Document || x.NodeObjectType == Constants.ObjectTypes.Media)
            .Where(x => !context.Set<ContentRow>().Any(c => c.NodeId == x.Id) || !context.Set<ContentVersionRow>().Any(v => v.NodeId == x.Id))
            .Select(x => new { x.Id, x.Text })
            .ToList()
            .Select(x => new Damage($"the node {x.Id} \"{x.Text}\" has no content or no version at all; restore a backup, or delete the row of umbracoNode", null));

    private static IEnumerable<Damage> WithoutHalf(SiteDbContext context)
    {
        IQueryable<ContentVersionRow> versions = context.Set<ContentVersionRow>();
        IQueryable<int> media = context.Set<NodeRow>().Where(x => x.NodeObjectType == Constants.ObjectTypes.Media).Select(x => x.Id);
        IQueryable<int> documents = context.Set<NodeRow>()
            .Where(x => x.NodeObjectType == Constants.ObjectTypes.Document || x.NodeObjectType == Constants.ObjectTypes.DocumentBlueprint)
            .Select(x => x.Id);
        var documentVersions = versions
            .Where(x => documents.Contains(x.NodeId) && !context.Set<DocumentVersionRow>().Any(d => d.Id == x.Id))
            .Select(x => new { x.Id, x.NodeId }).ToList();
        foreach (var version in documentVersions)
        {
            yield return new Damage(
                $"the version {version.Id} of the document {version.NodeId} lacks its row of umbracoDocumentVersion; it gets one as a draft without template",
                x => Add(x, new DocumentVersionRow { Id = version.Id }));
        }

        foreach (int id in context.Set<ContentRow>()
            .Where(x => documents.Contains(x.NodeId) && !context.Set<DocumentRow>().Any(d => d.NodeId == x.NodeId))
            .Select(x => x.NodeId).ToList())
        {
            yield return new Damage($"the document {id} lacks its row of umbracoDocument; it gets one as a draft", x => Add(x, new DocumentRow { NodeId = id, Edited = true }));
        }

        foreach (var version in versions
            .Where(x => media.Contains(x.NodeId) && !context.Set<MediaVersionRow>().Any(m => m.Id == x.Id))
            .Select(x => new { x.Id, x.NodeId }).ToList())
        {
            yield return new Damage($"the version {version.Id} of the media item {version.NodeId} lacks its row of umbracoMediaVersion; save the item again", null);
        }
    }

    private static IEnumerable<Damage> NotOneCurrent(SiteDbContext context) =>
        context.Set<ContentRow>()
            .Where(x => context.Set<ContentVersionRow>().Any(v => v.NodeId == x.NodeId))
            .Select(x => new { x.NodeId, Count = context.Set<ContentVersionRow>().Count(v => v.NodeId == x.NodeId && v.Current) })
            .Where(x => x.Count != 1)
            .ToList()
            .Select(x => Describe(context, x.NodeId, x.Count));

    private static Damage Describe(SiteDbContext context, int nodeId, int count)
    {
        // The published version is never the current one: editing it would change what visitors see.
        int? latest = context.Set<ContentVersionRow>()
            .Where(x => x.NodeId == nodeId && !context.Set<DocumentVersionRow>().Any(d => d.Id == x.Id && d.Published))
            .OrderByDescending(x => x.Current).ThenByDescending(x => x.Id)
            .Select(x => (int?)x.Id)
            .FirstOrDefault();
        return latest is null
            ? new Damage($"{nodeId} has no version that could be the current one, only a published one; restore a backup", null)
            : new Damage($"{nodeId} has {count} current versions; the latest one, {latest}, becomes the only one", x => x.Set<ContentVersionRow>()
                .Where(v => v.NodeId == nodeId)
                .ExecuteUpdate(v => v.SetProperty(y => y.Current, y => y.Id == latest)));
    }

    private static void Add(SiteDbContext context, object row)
    {
        context.Add(row);
        context.SaveChanges();
    }
}
