using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.DocumentUrls;
using Site.Core.Persistence.KeyValues;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Persistence.Integrity;

/// <summary>Every published document has a segment of which its addresses are made.</summary>
internal sealed class UrlCheck : IIntegrityCheck
{
    /// <inheritdoc />
    public string Name => "url";

    /// <inheritdoc />
    public IEnumerable<Damage> Find(SiteDbContext context)
    {
        // Core makes all segments anew at the next start when this key is gone: the repair, so that none is made here in another way.
        if (!context.Set<KeyValueRow>().Any(x => x.Key == DocumentUrlService.RebuildKey))
        {
            return [];
        }

        return context.Set<DocumentRow>()
            .Where(x => x.Published)
            .Join(context.Set<NodeRow>().Where(x => !x.Trashed && x.NodeObjectType == Constants.ObjectTypes.Document), x => x.NodeId, x => x.Id, (_, node) => node)
            .Where(x => !context.Set<DocumentUrlRow>().Any(url => url.UniqueId == x.UniqueId && !url.IsDraft && url.IsPrimary))
            .Select(x => new { x.Id, x.Text })
            .ToList()
            .Select(x => new Damage(
                $"the published document {x.Id} \"{x.Text}\" has no address; all are made anew at the next start",
                repair => repair.Set<KeyValueRow>().Where(y => y.Key == DocumentUrlService.RebuildKey).ExecuteDelete()));
    }
}
