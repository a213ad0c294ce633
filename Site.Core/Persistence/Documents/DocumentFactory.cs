using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;
using Document = Umbraco.Cms.Core.Models.Content;

namespace Site.Core.Persistence.Documents;

/// <summary>Makes documents of the rows of their versions, with one query per table however many they are.</summary>
/// <param name="context">The context.</param>
/// <param name="types">The document types of the rows, by id.</param>
/// <param name="languages">The languages.</param>
/// <param name="blueprint">Whether the documents are blueprints.</param>
internal sealed class DocumentFactory(
    SiteDbContext context,
    IReadOnlyDictionary<int, IContentType> types,
    LanguageCodes languages,
    bool blueprint)
{
    private readonly Dictionary<int, IPropertyType[]> _propertyTypes = [];

    /// <summary>Makes the documents, in the order of the rows.</summary>
    /// <param name="rows">The versions.</param>
    /// <param name="propertyAliases">Only values of these properties; <c>null</c> does not restrict.</param>
    public List<IContent> Create(IReadOnlyList<ContentProjection> rows, string[]? propertyAliases)
    {
        if (rows.Count == 0)
        {
            return [];
        }

        Dictionary<int, PublishedVersion> published = ReadPublished(rows);
        int[] versionIds = [.. rows.Select(x => x.Version.Id), .. published.Values.Select(x => x.Version.Id)];
        bool vary = types.Values.Any(x => x.VariesByCulture());
        var contents = VersionContents.Read(context, versionIds, PropertyTypeIds(propertyAliases), vary);
        ILookup<int, int> edited = vary ? ReadEditedLanguages(rows) : Array.Empty<int>().ToLookup(x => x);
        return [.. rows.Select(x => Create(x, published.GetValueOrDefault(x.Node.Id), contents, edited[x.Node.Id]))];
    }

    private Document Create(ContentProjection row, PublishedVersion? published, VersionContents contents, IEnumerable<int> editedLanguages)
    {
        IContentType type = types[row.Content.ContentTypeId];
        PropertyCollection properties = PropertyDataMapper.ToProperties(
            PropertyTypesOf(type),
            contents.PropertiesOf(row.Version.Id),
            published is null ? [] : contents.PropertiesOf(published.Version.Id),
            languages);
        var document = new Document(row.Version.Text, row.Node.ParentId, type, properties);
        document.DisableChangeTracking();
        try
        {
            Fill(document, row);
            Fill(document, published);
            if (type.VariesByCulture())
            {
                FillCultures(document, row, published, contents, editedLanguages);
            }

            document.ResetDirtyProperties(false);
            return document;
        }
        finally
        {
            document.EnableChangeTracking();
        }
    }

    private void Fill(Document document, ContentProjection row)
    {
        document.Id = row.Node.Id;
        document.Key = row.Node.UniqueId;
        document.VersionId = row.Version.Id;
        document.Path = row.Node.Path;
        document.Level = row.Node.Level;
        document.SortOrder = row.Node.SortOrder;
        document.Trashed = row.Node.Trashed;
        document.CreatorId = row.Node.NodeUser ?? Constants.Security.UnknownUserId;
        document.WriterId = row.Version.UserId ?? Constants.Security.UnknownUserId;
        document.CreateDate = row.Node.CreateDate;
        document.UpdateDate = row.Version.VersionDate;
        document.Published = row.Document!.Published;
        document.Edited = row.Document.Edited;
        document.TemplateId = row.DocumentVersion!.TemplateId;
        document.Blueprint = blueprint;
    }

    private static void Fill(Document document, PublishedVersion? published)
    {
        if (published is not null)
        {
            document.PublishedVersionId = published.Version.Id;
            document.PublishDate = published.Version.VersionDate;
            document.PublishName = published.Version.Text;
            document.PublisherId = published.Version.UserId;
            document.PublishTemplateId = published.TemplateId;
        }
    }

    private void FillCultures(
        Document document,
        ContentProjection row,
        PublishedVersion? published,
        VersionContents contents,
        IEnumerable<int> editedLanguages)
    {
        foreach (ContentVersionCultureVariationRow culture in contents.CulturesOf(row.Version.Id))
        {
            if (languages.CodeOf(culture.LanguageId) is { } code)
            {
                document.SetCultureInfo(code, culture.Name, culture.Date);
            }
        }

        foreach (ContentVersionCultureVariationRow culture in published is null ? [] : contents.CulturesOf(published.Version.Id))
        {
            if (languages.CodeOf(culture.LanguageId) is { } code)
            {
                document.SetPublishInfo(code, culture.Name, culture.Date);
            }
        }

        document.SetCultureEdited(editedLanguages.Select(x => languages.CodeOf(x)).OfType<string>());
    }

    private Dictionary<int, PublishedVersion> ReadPublished(IReadOnlyList<ContentProjection> rows)
    {
        int[] ids = [.. rows.Where(x => x.Document!.Published).Select(x => x.Node.Id).Distinct()];
        return ids.Length == 0
            ? []
            : context.Set<ContentVersionRow>()
                .Where(x => EF.Parameter(ids).Contains(x.NodeId))
                .Join(
                    context.Set<DocumentVersionRow>().Where(x => x.Published),
                    x => x.Id,
                    x => x.Id,
                    (version, documentVersion) => new PublishedVersion(version, documentVersion.TemplateId))
                .ToDictionary(x => x.Version.NodeId);
    }

    private ILookup<int, int> ReadEditedLanguages(IReadOnlyList<ContentProjection> rows)
    {
        int[] ids = [.. rows.Select(x => x.Node.Id).Distinct()];
        return context.Set<DocumentCultureVariationRow>()
            .Where(x => EF.Parameter(ids).Contains(x.NodeId) && x.Edited)
            .Select(x => new { x.NodeId, x.LanguageId })
            .ToList()
            .ToLookup(x => x.NodeId, x => x.LanguageId);
    }

    private int[]? PropertyTypeIds(string[]? propertyAliases)
    {
        if (propertyAliases is null or [])
        {
            return propertyAliases is null ? null : [];
        }

        HashSet<string> aliases = new(propertyAliases, StringComparer.OrdinalIgnoreCase);
        return [.. types.Values.SelectMany(PropertyTypesOf).Where(x => aliases.Contains(x.Alias)).Select(x => x.Id).Distinct()];
    }

    private IPropertyType[] PropertyTypesOf(IContentType type) =>
        _propertyTypes.TryGetValue(type.Id, out IPropertyType[]? known)
            ? known
            : _propertyTypes[type.Id] = [.. type.CompositionPropertyTypes];

    private sealed record PublishedVersion(ContentVersionRow Version, int? TemplateId);
}
