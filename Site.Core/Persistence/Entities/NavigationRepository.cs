using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Entities;

/// <summary>The trees of documents and media, as Core's navigation keeps them in memory.</summary>
internal sealed class NavigationRepository(AmbientDbContext database) : INavigationRepository
{
    /// <inheritdoc />
    public IEnumerable<INavigationModel> GetContentNodesByObjectType(Guid objectTypeKey) => Read(objectTypeKey, x => x.Where(n => !n.Trashed));

    /// <inheritdoc />
    public IEnumerable<INavigationModel> GetTrashedContentNodesByObjectType(Guid objectTypeKey) => Read(objectTypeKey, x => x.Where(n => n.Trashed));

    /// <inheritdoc />
    public IEnumerable<INavigationModel> GetContentNodeWithAncestors(Guid key, Guid objectTypeKey)
    {
        string? path = database.Read.Set<NodeRow>()
            .Where(x => x.UniqueId == key && x.NodeObjectType == objectTypeKey)
            .Select(x => x.Path)
            .FirstOrDefault();
        if (path is null)
        {
            return [];
        }

        int[] ids = [.. path.Split(',').Select(x => int.Parse(x, CultureInfo.InvariantCulture))];
        return Read(objectTypeKey, x => x.Where(n => EF.Parameter(ids).Contains(n.Id)));
    }

    // Parents come before their children, and siblings in their order.
    private List<NavigationModel> Read(Guid objectType, Func<IQueryable<NodeRow>, IQueryable<NodeRow>> filter)
    {
        SiteDbContext context = database.Read;
        return [.. filter(context.Set<NodeRow>().Where(x => x.NodeObjectType == objectType))
            .Join(context.Set<ContentRow>(), x => x.Id, x => x.NodeId, (node, content) => new { Node = node, content.ContentTypeId })
            .Join(context.Set<NodeRow>(), x => x.ContentTypeId, x => x.Id, (content, type) => new { content.Node, TypeKey = type.UniqueId })
            .OrderBy(x => x.Node.Level).ThenBy(x => x.Node.ParentId).ThenBy(x => x.Node.SortOrder).ThenBy(x => x.Node.Id)
            .Select(x => new NavigationModel
            {
                Id = x.Node.Id,
                Key = x.Node.UniqueId,
                ContentTypeKey = x.TypeKey,
                ParentId = x.Node.ParentId,
                SortOrder = x.Node.SortOrder,
                Trashed = x.Node.Trashed,
            })];
    }

    private sealed class NavigationModel : INavigationModel
    {
        public int Id { get; set; }

        public Guid Key { get; set; }

        public Guid ContentTypeKey { get; set; }

        public int ParentId { get; set; }

        public int SortOrder { get; set; }

        public bool Trashed { get; set; }
    }
}
