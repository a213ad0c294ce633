using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Which properties each type has, its own and those that it is composed of, and how they vary in it.</summary>
internal sealed class ContentTypeGraph
{
    private readonly Dictionary<int, ContentTypeNode> _types;

    private ContentTypeGraph(Dictionary<int, ContentTypeNode> types) => _types = types;

    /// <summary>Reads the graph of all types.</summary>
    public static ContentTypeGraph Read(SiteDbContext context)
    {
        ILookup<int, PropertyTypeRow> properties = context.Set<PropertyTypeRow>().ToLookup(x => x.ContentTypeId);
        ILookup<int, int> parents = context.Set<ContentTypeCompositionRow>().ToLookup(x => x.ChildContentTypeId, x => x.ParentContentTypeId);
        return new ContentTypeGraph(context.Set<ContentTypeRow>().Select(x => new { x.NodeId, x.Variations }).AsEnumerable().ToDictionary(
            x => x.NodeId,
            x => new ContentTypeNode(
                (ContentVariation)x.Variations,
                properties[x.NodeId].ToDictionary(y => y.Id, y => (ContentVariation)y.Variations),
                [.. parents[x.NodeId]])));
    }

    /// <summary>How a type varies.</summary>
    public ContentVariation VariationOf(int typeId) => _types[typeId].Variation;

    /// <summary>The same graph with one type as <paramref name="entity"/> says.</summary>
    public ContentTypeGraph With(IContentTypeComposition entity) => new(new Dictionary<int, ContentTypeNode>(_types)
    {
        [entity.Id] = new(
            entity.Variations,
            entity.PropertyTypes.Where(x => x.HasIdentity).ToDictionary(x => x.Id, x => x.Variations),
            [.. entity.ContentTypeComposition.Select(x => x.Id)]),
    });

    /// <summary>The type itself and every type that is composed of it, directly or not.</summary>
    public IReadOnlyCollection<int> ComposedOf(int typeId)
    {
        HashSet<int> found = [typeId];
        Queue<int> open = new([typeId]);
        while (open.TryDequeue(out int parent))
        {
            foreach (int child in _types.Where(x => x.Value.Parents.Contains(parent)).Select(x => x.Key).Where(found.Add))
            {
                open.Enqueue(child);
            }
        }

        return found;
    }

    /// <summary>The properties of items of a type, and how each varies there: never in a way in which the type itself does not.</summary>
    public Dictionary<int, ContentVariation> PropertiesOf(int typeId)
    {
        Dictionary<int, ContentVariation> properties = [];
        HashSet<int> seen = [typeId];
        Queue<int> open = new([typeId]);
        while (open.TryDequeue(out int id))
        {
            if (!_types.TryGetValue(id, out ContentTypeNode? type))
            {
                continue;
            }

            foreach ((int propertyId, ContentVariation variation) in type.Properties)
            {
                properties[propertyId] = variation & VariationOf(typeId);
            }

            foreach (int parent in type.Parents.Where(seen.Add))
            {
                open.Enqueue(parent);
            }
        }

        return properties;
    }

    private sealed record ContentTypeNode(ContentVariation Variation, Dictionary<int, ContentVariation> Properties, int[] Parents);
}
