using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>How every type and property varied at one moment, and which types are composed of which.</summary>
internal sealed class VariationState
{
    private readonly Dictionary<int, ContentVariation> _types;
    private readonly Dictionary<int, PropertyTypeRow> _properties;
    private readonly ILookup<int, int> _parents;
    private readonly ILookup<int, int> _children;

    private VariationState(SiteDbContext context)
    {
        _types = context.Set<ContentTypeRow>().ToDictionary(x => x.NodeId, x => (ContentVariation)x.Variations);
        _properties = context.Set<PropertyTypeRow>().ToDictionary(x => x.Id);
        List<ContentTypeCompositionRow> compositions = [.. context.Set<ContentTypeCompositionRow>()];
        _parents = compositions.ToLookup(x => x.ChildContentTypeId, x => x.ParentContentTypeId);
        _children = compositions.ToLookup(x => x.ParentContentTypeId, x => x.ChildContentTypeId);
    }

    /// <summary>The ids of all types.</summary>
    public IEnumerable<int> Types => _types.Keys;

    /// <summary>Reads the present state.</summary>
    public static VariationState Read(SiteDbContext context) => new(context);

    /// <summary>The types of which a type is composed, directly or not.</summary>
    public IReadOnlyCollection<int> AncestorsOf(int typeId) => Follow(typeId, _parents);

    /// <summary>The types that are composed of a type, directly or not.</summary>
    public IReadOnlyCollection<int> DescendantsOf(int typeId) => Follow(typeId, _children);

    /// <summary>Whether items of the type have a name for each culture.</summary>
    public bool VariesByCulture(int typeId) => _types.TryGetValue(typeId, out ContentVariation variations) && variations.HasFlag(ContentVariation.Culture);

    /// <summary>The properties of the type, those of its compositions too, with whether their values vary by culture in items of the type.</summary>
    public IEnumerable<(int PropertyTypeId, bool VariesByCulture)> PropertiesOf(int typeId)
    {
        HashSet<int> owners = [typeId, .. AncestorsOf(typeId)];
        return _properties.Values
            .Where(x => owners.Contains(x.ContentTypeId))
            .Select(x => (x.Id, VariesByCulture(typeId) && ((ContentVariation)x.Variations).HasFlag(ContentVariation.Culture)));
    }

    private static HashSet<int> Follow(int start, ILookup<int, int> next)
    {
        HashSet<int> found = [];
        var waiting = new Stack<int>(next[start]);
        while (waiting.TryPop(out int id))
        {
            if (found.Add(id))
            {
                foreach (int further in next[id])
                {
                    waiting.Push(further);
                }
            }
        }

        return found;
    }
}
