using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>What the aligning of stored blocks needs to know of the types of blocks and of the languages.</summary>
internal sealed class BlockSchema
{
    private readonly Dictionary<Guid, BlockType> _types;

    private BlockSchema(Dictionary<Guid, BlockType> types) => _types = types;

    /// <summary>The code of the default language; <c>null</c> in a site without languages.</summary>
    public string? DefaultCulture { get; private init; }

    /// <summary>New codes of languages, by their former ones.</summary>
    public IReadOnlyDictionary<string, string> RenamedCultures { get; init; } = new Dictionary<string, string>();

    /// <summary>Reads the types as they are stored now.</summary>
    /// <param name="context">The context.</param>
    /// <param name="formerAliases">The aliases that properties had before, by id.</param>
    /// <param name="renamedCultures">New codes of languages, by their former ones.</param>
    public static BlockSchema Read(
        SiteDbContext context,
        IReadOnlyDictionary<int, string> formerAliases,
        IReadOnlyDictionary<string, string> renamedCultures)
    {
        var graph = ContentTypeGraph.Read(context);
        var aliases = context.Set<PropertyTypeRow>().Select(x => new { x.Id, x.Alias }).ToDictionary(x => x.Id, x => x.Alias);
        var elements = (from type in context.Set<ContentTypeRow>()
                        join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                        where type.IsElement
                        select new { node.Id, node.UniqueId }).ToList();
        return new BlockSchema(elements.ToDictionary(x => x.UniqueId, x => CreateType(graph, x.Id, aliases, formerAliases)))
        {
            DefaultCulture = context.Set<LanguageRow>().Where(x => x.IsDefault).Select(x => x.IsoCode).FirstOrDefault(),
            RenamedCultures = renamedCultures,
        };
    }

    /// <summary>The type with the key; <c>null</c> when there is no such element type.</summary>
    public BlockType? Find(string? key) => Guid.TryParse(key, out Guid known) ? _types.GetValueOrDefault(known) : null;

    private static BlockType CreateType(
        ContentTypeGraph graph,
        int id,
        Dictionary<int, string> aliases,
        IReadOnlyDictionary<int, string> formerAliases)
    {
        var type = new BlockType(graph.VariationOf(id).VariesByCulture(), [], new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));
        foreach ((int propertyId, Umbraco.Cms.Core.Models.ContentVariation variation) in graph.PropertiesOf(id))
        {
            string alias = aliases[propertyId];
            if (variation.VariesByCulture())
            {
                type.VaryingAliases.Add(alias);
            }

            if (formerAliases.TryGetValue(propertyId, out string? former) && former != alias)
            {
                type.RenamedAliases[former] = alias;
            }
        }

        return type;
    }
}

/// <summary>A type of blocks.</summary>
/// <param name="Varies">Whether its blocks are shown by language.</param>
/// <param name="VaryingAliases">The properties whose values vary by language.</param>
/// <param name="RenamedAliases">New aliases of properties, by their former ones.</param>
internal sealed record BlockType(bool Varies, HashSet<string> VaryingAliases, Dictionary<string, string> RenamedAliases);
