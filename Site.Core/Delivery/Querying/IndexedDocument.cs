using Site.Core.Hosting.PublishedContent;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;
using Document = Umbraco.Cms.Core.Models.Content;

namespace Site.Core.Delivery.Querying;

/// <summary>
/// Makes of one version of a document what index handlers read. Handlers ask for the values that are edited, as they are written for
/// Umbraco's own index; of a published version they get the published ones, so that nobody finds an item by what is still a draft.
/// </summary>
internal static class IndexedDocument
{
    /// <summary>Makes the document without asking the database.</summary>
    /// <param name="data">The node.</param>
    /// <param name="version">The version that stands for what is edited.</param>
    /// <param name="type">The document type.</param>
    public static IContent Create(ContentData data, VersionData version, IContentType type)
    {
        var document = new Document(version.Name, data.ParentId, type, new PropertyCollection(type.CompositionPropertyTypes.Select(x => CreateProperty(x, data, version))));
        document.DisableChangeTracking();
        try
        {
            Fill(document, data, version);
            if (type.VariesByCulture())
            {
                FillCultures(document, data, version);
            }

            document.ResetDirtyProperties(false);
            return document;
        }
        finally
        {
            document.EnableChangeTracking();
        }
    }

    private static void Fill(Document document, ContentData data, VersionData version)
    {
        document.Id = data.Id;
        document.Key = data.Key;
        document.Path = data.Path;
        document.Level = data.Level;
        document.SortOrder = data.SortOrder;
        document.Trashed = data.Trashed;
        document.CreatorId = data.CreatorId;
        document.WriterId = version.WriterId;
        document.CreateDate = data.CreateDate;
        document.UpdateDate = version.UpdateDate;
        document.TemplateId = version.TemplateId;
        document.Published = data.Published is not null;
        document.Edited = !ReferenceEquals(version, data.Published);
        document.PublishName = data.Published?.Name;
        document.PublishDate = data.Published?.UpdateDate;
        document.PublisherId = data.Published?.WriterId;
        document.PublishTemplateId = data.Published?.TemplateId;
    }

    private static void FillCultures(Document document, ContentData data, VersionData version)
    {
        foreach ((string culture, CultureData info) in version.Cultures)
        {
            document.SetCultureInfo(culture, info.Name, info.Date);
        }

        foreach ((string culture, CultureData info) in data.Published?.Cultures ?? new Dictionary<string, CultureData>())
        {
            document.SetPublishInfo(culture, info.Name, info.Date);
        }
    }

    private static Property CreateProperty(IPropertyType type, ContentData data, VersionData version) =>
        Property.CreateWithValues(type.Id, type, [.. ValuesOf(type, version, published: false), .. ValuesOf(type, data.Published, published: true)]);

    // What a change of variation left behind is no value of the property.
    private static IEnumerable<Property.InitialPropertyValue> ValuesOf(IPropertyType type, VersionData? version, bool published) =>
        version is not null && version.Properties.TryGetValue(type.Alias, out IReadOnlyList<PropertyData>? values)
            ? values
                .Where(x => x.Culture is not null == type.VariesByCulture())
                .Select(x => new Property.InitialPropertyValue(x.Culture, x.Segment, published, x.Value))
            : [];
}
