using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Organisations;

/// <summary>Finds the organisations, their media folders and the reference lists among documents and media, published or not.</summary>
internal sealed class OrganisationNodes(IContentTypeService contentTypes, IContentService contents, IMediaService media)
{
    private const string OrganisationAlias = "organisation";
    private const string ReferencesAlias = "references";
    private const string AcronymAlias = "acronym";

    /// <summary>The organisations.</summary>
    public IReadOnlyList<IContent> GetOrganisations() => GetOfType(OrganisationAlias);

    /// <summary>The root of the reference lists; none before the content is imported.</summary>
    public IReadOnlyList<IContent> GetReferences() => GetOfType(ReferencesAlias);

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

    // Without a filter: Core's signature says that there is always one, Core itself passes none.
    private IReadOnlyList<IContent> GetOfType(string alias) => contentTypes.Get(alias) is { } type
        ? [.. contents.GetPagedOfType(type.Id, 0, int.MaxValue, out _, null!).Where(x => !x.Trashed).OrderBy(x => x.Level).ThenBy(x => x.SortOrder)]
        : [];
}
