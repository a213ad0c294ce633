using System.Xml.Linq;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Sync.Nodes;

/// <summary>Writes the values of a document or media item, compositions included.</summary>
internal sealed class NodeValueExporter(MediaFileImporter mediaFiles)
{
    /// <summary>The properties that travel, sorted by alias: all but those that follow from a file.</summary>
    public IReadOnlyList<IProperty> Written(IContentBase node)
    {
        HashSet<string> computed = mediaFiles.ComputedAliases(node);
        return [.. node.Properties.Where(property => !computed.Contains(property.Alias)).OrderBy(property => property.Alias, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>One element with a <c>Value</c> for each culture and segment; blank ones too, so that an importer can clear them.</summary>
    public static XElement Describe(IContentBase node, IProperty property)
    {
        IEnumerable<string?> cultures = property.PropertyType.VariesByCulture()
            ? node.AvailableCultures.Concat(property.Values.Select(value => value.Culture).OfType<string>())
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal)
            : [null];
        IEnumerable<string?> segments = property.Values.Select(value => value.Segment).OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).Prepend(null);
        return new XElement(property.Alias, cultures.SelectMany(culture => segments, (culture, segment) => Value(property, culture, segment)).OfType<XElement>());
    }

    /// <summary>The binary files that the values name.</summary>
    public static IReadOnlyList<string> MediaFiles(IEnumerable<IProperty> properties) =>
    [
        .. properties.Where(property => MediaFileImporter.IsFileEditor(property.PropertyType))
            .SelectMany(property => property.Values)
            .Select(value => MediaFileImporter.PathOf(value.EditedValue as string))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private static XElement? Value(IProperty property, string? culture, string? segment)
    {
        string text = StoredValue.Print(property.GetValue(culture, segment), property.PropertyType);
        return segment is not null && text.Length == 0
            ? null
            : new XElement("Value",
                culture is null ? null : new XAttribute("Culture", culture),
                segment is null ? null : new XAttribute("Segment", segment),
                new XCData(text));
    }
}
