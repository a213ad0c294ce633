using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Entities;

/// <summary>Translates between the ids and the keys of nodes.</summary>
internal sealed class IdKeyMapRepository(AmbientDbContext database) : IIdKeyMapRepository
{
    /// <inheritdoc />
    public int? GetIdForKey(Guid key, UmbracoObjectTypes umbracoObjectType) =>
        OfType(umbracoObjectType).Where(x => x.UniqueId == key).Select(x => (int?)x.Id).FirstOrDefault();

    /// <inheritdoc />
    public Guid? GetIdForKey(int id, UmbracoObjectTypes umbracoObjectType) =>
        OfType(umbracoObjectType).Where(x => x.Id == id).Select(x => (Guid?)x.UniqueId).FirstOrDefault();

    // A reserved id is known before there is anything that has it.
    private IQueryable<NodeRow> OfType(UmbracoObjectTypes objectType)
    {
        IQueryable<NodeRow> nodes = database.Read.Set<NodeRow>();
        if (objectType == UmbracoObjectTypes.Unknown)
        {
            return nodes;
        }

        Guid guid = objectType.GetGuid();
        return nodes.Where(x => x.NodeObjectType == guid || x.NodeObjectType == Constants.ObjectTypes.IdReservation);
    }
}
