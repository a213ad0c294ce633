using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.Navigation;

namespace Site.Core.Organisations;

/// <summary>Finds the organisations, their media folders and the reference lists among documents and media, published or not.</summary>
internal sealed class OrganisationNodes(IDocumentNavigationQueryService navigation, IContentService contents, IMediaService media)
{
    private const string ReferencesAlias = "references";
    private const string AcronymAlias = "acronym";

    /// <summary>The organisations' keys; no query is needed for them.</summary>
    public IReadOnlyList<Guid> GetOrganisationKeys() => GetKeysOfType(ContentTypes.Organisation);

    /// <summary>The keys of the roots of the reference lists; none before the content is imported.</summary>
    public IReadOnlyList<Guid> GetReferencesKeys() => GetKeysOfType(ReferencesAlias);

    /// <summary>One of them.</summary>
    public IContent Get(Guid key) => contents.GetById(key) ?? throw new InvalidOperationException($"The document {key} is in the tree and not in the database.");

    /// <summary>The organisation's acronym, or its name when it has none.</summary>
    public static string GetShortName(IContent organisation) =>
        organisation.GetValue<string>(AcronymAlias) is { Length: > 0 } acronym ? acronym.Trim() : GetName(organisation);

    /// <summary>The folder at the root of the media that has the organisation's name or acronym.</summary>
    public IMedia? FindMediaFolder(IContent organisation)
    {
        string[] names = [GetName(organisation), GetShortName(organisation)];
        return media.GetRootMedia().FirstOrDefault(x => names.Contains(x.Name, StringComparer.OrdinalIgnoreCase));
    }

    private static string GetName(IContent content) =>
        content.Name ?? throw new InvalidOperationException($"The document {content.Key} has no name.");

    private List<Guid> GetKeysOfType(string alias)
    {
        List<Guid> keys = [];
        if (navigation.TryGetRootKeysOfType(alias, out IEnumerable<Guid> roots))
        {
            keys.AddRange(roots);
        }

        navigation.TryGetRootKeys(out IEnumerable<Guid> all);
        foreach (Guid root in all)
        {
            if (navigation.TryGetDescendantsKeysOfType(root, alias, out IEnumerable<Guid> below))
            {
                keys.AddRange(below);
            }
        }

        return keys;
    }
}
