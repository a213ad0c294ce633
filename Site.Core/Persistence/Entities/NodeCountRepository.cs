using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Entities;

/// <summary>Counts nodes outside the recycle bins.</summary>
internal sealed class NodeCountRepository(AmbientDbContext database) : INodeCountRepository
{
    /// <inheritdoc />
    public int GetNodeCount(Guid nodeType) => database.Read.Set<NodeRow>().Count(x => x.NodeObjectType == nodeType && !x.Trashed);

    /// <inheritdoc />
    /// <remarks>Folders are not media items.</remarks>
    public int GetMediaCount()
    {
        SiteDbContext context = database.Read;
        return context.Set<NodeRow>()
            .Where(x => x.NodeObjectType == Constants.ObjectTypes.Media && !x.Trashed)
            .Join(context.Set<ContentRow>(), x => x.Id, x => x.NodeId, (node, content) => content)
            .Join(context.Set<ContentTypeRow>(), x => x.ContentTypeId, x => x.NodeId, (content, type) => type.Alias)
            .Count(x => x != Constants.Conventions.MediaTypes.Folder);
    }
}
