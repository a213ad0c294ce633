using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Types;

/// <summary>What the exports of document types and media types have in common.</summary>
/// <typeparam name="TType">The kind of type.</typeparam>
internal abstract class TypeExporter<TType>(
    IContentTypeBaseService<TType> types,
    IEntityTypeContainerService<TType> containerService,
    IShortStringHelper shortStrings) : ISyncExporter
    where TType : class, IContentTypeComposition
{
    private readonly SyncContainers<TType> _containers = new(containerService);

    public abstract SyncKind Kind { get; }

    public abstract int Priority { get; }

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        foreach (TType type in types.GetAll().OrderBy(type => type.Alias, StringComparer.Ordinal))
        {
            yield return await DescribeAsync(type);
        }
    }

    public async Task<SyncEntry?> ReadAsync(Guid key) => types.Get(key) is { } type ? await DescribeAsync(type) : null;

    /// <summary>The root element's children, in the order in which uSync writes them for this kind.</summary>
    protected abstract IEnumerable<XElement> Parts(TType type, XElement info);

    /// <summary>The elements between <c>IsElement</c> and the place in the tree.</summary>
    protected virtual IEnumerable<XElement> BeforePlace(TType type) => [];

    /// <summary>The elements after the compositions.</summary>
    protected virtual IEnumerable<XElement> AfterCompositions(TType type) => [];

    /// <summary>The types allowed below this one, in their order.</summary>
    protected XElement Structure(TType type) => new("Structure",
        (type.AllowedContentTypes ?? []).OrderBy(allowed => allowed.SortOrder).ThenBy(allowed => allowed.Alias, StringComparer.Ordinal)
            .Select((allowed, index) => new XElement(Kind.ToString(), SyncXmlText.Key(allowed.Key), new XAttribute("SortOrder", index), allowed.Alias)));

    /// <summary>The type's own properties, sorted by alias.</summary>
    /// <param name="type">The type.</param>
    /// <param name="writesVariations">Whether the kind can vary by culture.</param>
    protected static XElement Properties(TType type, bool writesVariations) => new("GenericProperties",
        type.PropertyTypes.OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)
            .Select(property => Property(property, GroupOf(type, property), writesVariations)));

    /// <summary>Tabs in their order, each followed by its groups.</summary>
    protected static XElement Tabs(TType type)
    {
        var byAlias = type.PropertyGroups.ToDictionary(group => group.Alias, StringComparer.OrdinalIgnoreCase);
        return new XElement("Tabs", type.PropertyGroups
            .OrderBy(group => byAlias.GetValueOrDefault(TabOf(group), group).SortOrder)
            .ThenBy(TabOf, StringComparer.Ordinal)
            .ThenBy(group => group.Alias.Contains('/'))
            .ThenBy(group => group.SortOrder)
            .ThenBy(group => group.Alias, StringComparer.Ordinal)
            .Select(Tab));
    }

    private async Task<SyncEntry> DescribeAsync(TType type)
    {
        IContentTypeComposition? parent = type.ContentTypeComposition.FirstOrDefault(composition => composition.Id == type.ParentId);
        string folder = parent is null ? await _containers.PathOfAsync(type) : string.Empty;
        var root = new XElement(Kind.ToString(),
            SyncXmlText.Key(type.Key),
            new XAttribute("Alias", type.Alias),
            new XAttribute("Level", type.Level),
            Parts(type, Info(type, parent, folder)));
        return new SyncEntry(Kind, type.Key, type.Alias, SyncFileNames.FromName(type.Alias, shortStrings), root) { Folders = SyncFileNames.FromFolder(folder, shortStrings) };
    }

    private XElement Info(TType type, IContentTypeComposition? parent, string folder) => new("Info",
        SyncXmlText.Text("Name", type.Name),
        SyncXmlText.Text("Icon", type.Icon),
        SyncXmlText.Text("Thumbnail", type.Thumbnail),
        SyncXmlText.Text("Description", type.Description),
        SyncXmlText.NetBool("AllowAtRoot", type.AllowedAsRoot),
        SyncXmlText.Text("ListView", (type.ListView ?? Guid.Empty).ToString("D")),
        SyncXmlText.Text("Variations", type.Variations.ToString()),
        SyncXmlText.Bool("IsElement", type.IsElement),
        BeforePlace(type),
        parent is null ? null : SyncXmlText.Reference("Parent", parent.Key, parent.Alias),
        folder.Length == 0 ? null : new XElement("Folder", folder),
        new XElement("Compositions", type.ContentTypeComposition
            .Where(composition => composition.Key != parent?.Key)
            .OrderBy(composition => composition.Alias, StringComparer.OrdinalIgnoreCase)
            .Select(composition => SyncXmlText.Reference("Composition", composition.Key, composition.Alias))),
        AfterCompositions(type));

    private static XElement Property(IPropertyType property, PropertyGroup? group, bool writesVariations) => new("GenericProperty",
        SyncXmlText.Text("Key", property.Key.ToString("D")),
        SyncXmlText.Text("Name", property.Name),
        SyncXmlText.Text("Alias", property.Alias),
        SyncXmlText.Text("Definition", property.DataTypeKey.ToString("D")),
        SyncXmlText.Text("Type", property.PropertyEditorAlias),
        SyncXmlText.Bool("Mandatory", property.Mandatory),
        SyncXmlText.Text("Validation", property.ValidationRegExp),
        new XElement("Description", new XCData(property.Description ?? string.Empty)),
        new XElement("SortOrder", property.SortOrder),
        new XElement("Tab", new XAttribute("Alias", group?.Alias ?? string.Empty), group?.Name ?? string.Empty),
        writesVariations ? SyncXmlText.Text("Variations", property.Variations.ToString()) : null,
        SyncXmlText.Text("MandatoryMessage", property.MandatoryMessage),
        SyncXmlText.Text("ValidationRegExpMessage", property.ValidationRegExpMessage),
        SyncXmlText.Bool("LabelOnTop", property.LabelOnTop));

    private static XElement Tab(PropertyGroup group) => new("Tab",
        SyncXmlText.Text("Key", group.Key.ToString("D")),
        SyncXmlText.Text("Caption", group.Name),
        SyncXmlText.Text("Alias", group.Alias),
        SyncXmlText.Text("Type", group.Type.ToString()),
        new XElement("SortOrder", group.SortOrder));

    private static string TabOf(PropertyGroup group) => group.Alias.Split('/')[0];

    private static PropertyGroup? GroupOf(TType type, IPropertyType property) =>
        type.PropertyGroups.FirstOrDefault(group => group.PropertyTypes?.Contains(property.Alias) == true);
}
