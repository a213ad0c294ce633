using System.Xml.Linq;
using Site.Core.Sync.DataTypes;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;

namespace Site.Core.Sync.Types;

/// <summary>What a <c>ContentType</c> or <c>MediaType</c> file says.</summary>
internal sealed record TypeFile
{
    public required Guid Key { get; init; }

    public required string Alias { get; init; }

    public required string Name { get; init; }

    public required string Icon { get; init; }

    public required string Thumbnail { get; init; }

    public required string Description { get; init; }

    public required bool AllowAtRoot { get; init; }

    /// <summary>The data type of the collection view, or null.</summary>
    public required Guid? ListView { get; init; }

    public required ContentVariation Variations { get; init; }

    public required bool IsElement { get; init; }

    /// <summary>The clean-up of old versions; null when the file says nothing of it.</summary>
    public required HistoryCleanup? HistoryCleanup { get; init; }

    /// <summary>The type that this one lies below and inherits from.</summary>
    public required SyncReference Parent { get; init; }

    /// <summary>The folder's path, its segments URL-encoded.</summary>
    public required string Folder { get; init; }

    public required IReadOnlyList<SyncReference> Compositions { get; init; }

    /// <summary>The alias of the default template, or empty; null when the file says nothing of templates.</summary>
    public required string? DefaultTemplate { get; init; }

    public required IReadOnlyList<SyncReference> AllowedTemplates { get; init; }

    /// <summary>The types allowed below this one, in their order.</summary>
    public required IReadOnlyList<SyncReference> Structure { get; init; }

    public required IReadOnlyList<TypePropertyFile> Properties { get; init; }

    /// <summary>Tabs and groups, parents before children.</summary>
    public required IReadOnlyList<TypeTabFile> Tabs { get; init; }

    /// <summary>Reads the file; the order of its elements does not matter.</summary>
    /// <param name="root">The root element.</param>
    /// <param name="defaultListView">What <c>IsListView</c> of Umbraco 13 and before means.</param>
    public static TypeFile Read(XElement root, Guid defaultListView)
    {
        XElement info = root.Child("Info");
        string alias = root.Attribute("Alias")?.Value.Trim() ?? string.Empty;
        return new TypeFile
        {
            Key = root.KeyAttribute(),
            Alias = alias.Length is > 0 and <= 255 ? alias : throw new SyncItemException("@Alias", "is missing or longer than 255 characters."),
            Name = info.Required("Name"),
            Icon = info.Text("Icon"),
            Thumbnail = info.Text("Thumbnail"),
            Description = info.Text("Description"),
            AllowAtRoot = info.Bool("AllowAtRoot"),
            ListView = ReadListView(info, defaultListView),
            Variations = info.Enum("Variations", ContentVariation.Nothing),
            IsElement = info.Bool("IsElement"),
            HistoryCleanup = ReadHistoryCleanup(info),
            Parent = SyncReference.Read(info.Element("Parent")),
            Folder = info.Text("Folder").Trim(),
            Compositions = [.. info.Child("Compositions").Elements("Composition").Select(SyncReference.Read)],
            DefaultTemplate = info.Element("DefaultTemplate")?.Value.Trim(),
            AllowedTemplates = [.. info.Child("AllowedTemplates").Elements("Template").Select(SyncReference.Read)],
            Structure = [.. ReadStructure(root)],
            Properties = [.. root.Child("GenericProperties").Elements("GenericProperty").Select(TypePropertyFile.Read)],
            Tabs = [.. root.Child("Tabs").Elements("Tab").Select(TypeTabFile.Read).OrderBy(tab => tab.Alias.Count(c => c == '/'))],
        };
    }

    private static Guid? ReadListView(XElement info, Guid defaultListView)
    {
        if (info.Element("ListView") is null)
        {
            return info.Bool("IsListView") ? defaultListView : null;
        }

        Guid key = info.Key("ListView");
        return key == Guid.Empty ? null : key;
    }

    private static HistoryCleanup? ReadHistoryCleanup(XElement info) =>
        info.Element("HistoryCleanup") is { } element
            ? new HistoryCleanup
            {
                PreventCleanup = element.Bool("PreventCleanup"),
                KeepAllVersionsNewerThanDays = element.OptionalInt("KeepAllVersionsNewerThanDays"),
                KeepLatestVersionPerDayForDays = element.OptionalInt("KeepLatestVersionPerDayForDays"),
            }
            : null;

    /// <summary>Rows without a <c>SortOrder</c>, as older files have them, keep the order in which they stand.</summary>
    private static IEnumerable<SyncReference> ReadStructure(XElement root) =>
        root.Child("Structure").Elements()
            .Select((element, index) => (element, order: (int?)element.Attribute("SortOrder") ?? index))
            .OrderBy(row => row.order)
            .Select(row => SyncReference.Read(row.element));
}

/// <summary>A <c>GenericProperty</c> of a type.</summary>
internal sealed record TypePropertyFile(
    Guid Key,
    string Name,
    string Alias,
    SyncReference Definition,
    string EditorAlias,
    bool IsMandatory,
    string Validation,
    string Description,
    int SortOrder,
    string TabAlias,
    string TabCaption,
    ContentVariation Variations,
    string MandatoryMessage,
    string ValidationMessage,
    bool IsLabelOnTop)
{
    public static TypePropertyFile Read(XElement element)
    {
        XElement? tab = element.Element("Tab");
        return new TypePropertyFile(
            element.Key("Key"),
            element.Required("Name"),
            element.Required("Alias").Trim(),
            new SyncReference(element.Key("Definition"), string.Empty),
            LegacyEditors.Successor(element.Text("Type").Trim()),
            element.Bool("Mandatory"),
            element.Text("Validation"),
            element.Text("Description"),
            element.Int("SortOrder"),
            tab?.Attribute("Alias")?.Value.Trim() ?? string.Empty,
            tab?.Value.Trim() ?? string.Empty,
            element.Enum("Variations", ContentVariation.Nothing),
            element.Text("MandatoryMessage"),
            element.Text("ValidationRegExpMessage"),
            element.Bool("LabelOnTop"));
    }
}

/// <summary>A <c>Tab</c> of a type: a tab or a group; a group inside a tab has the alias <c>tab/group</c>.</summary>
internal sealed record TypeTabFile(Guid Key, string Caption, string Alias, PropertyGroupType Type, int SortOrder)
{
    public static TypeTabFile Read(XElement element) => new(
        element.Key("Key"),
        element.Required("Caption"),
        element.Required("Alias").Trim(),
        element.Enum("Type", PropertyGroupType.Group),
        element.Int("SortOrder"));
}
