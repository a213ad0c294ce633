using System.Xml.Linq;

namespace Site.Core.Sync.Files;

/// <summary>Lays what a file of a later folder says over what the file of the same path says in an earlier one.</summary>
/// <remarks>
/// Element by element: what only one of the two says stays, what both say is the later one's. Elements that stand several times are
/// told apart by their key, culture, language or alias; where they cannot be, the later list takes the place of the earlier.
/// An element without content empties the earlier one. A marker, or a file of another kind, takes the earlier file's place.
/// </remarks>
internal static class SyncLayers
{
    /// <summary>The merged element; the earlier one is changed.</summary>
    public static XElement Merge(XElement earlier, XElement later)
    {
        if (earlier.Name != later.Name)
        {
            return later;
        }

        foreach (XAttribute attribute in later.Attributes())
        {
            earlier.SetAttributeValue(attribute.Name, attribute.Value);
        }

        ILookup<string, XElement> known = earlier.Elements().ToLookup(Identity, StringComparer.OrdinalIgnoreCase);
        bool isAmbiguous = known.Any(group => group.Count() > 1) || later.Elements().GroupBy(Identity, StringComparer.OrdinalIgnoreCase).Any(group => group.Count() > 1);
        if (!later.HasElements || !earlier.HasElements || isAmbiguous)
        {
            earlier.ReplaceNodes(later.Nodes());
            return earlier;
        }

        foreach (XElement child in later.Elements())
        {
            if (known[Identity(child)].FirstOrDefault() is { } below)
            {
                Merge(below, child);
            }
            else
            {
                earlier.Add(child);
            }
        }

        return earlier;
    }

    private static string Identity(XElement element)
    {
        string? id = element.Attribute("Key")?.Value ?? element.Attribute("Language")?.Value ?? element.Element("Key")?.Value ?? element.Element("Alias")?.Value;

        // A parent is one whichever it is, and so is a domain's root.
        bool isSingle = element.Name.LocalName is "Parent" or "Root" or "Template" && element.Parent?.Name.LocalName == "Info";
        return isSingle ? element.Name.LocalName : $"{element.Name.LocalName}|{id}|{element.Attribute("Culture")?.Value}|{element.Attribute("Segment")?.Value}";
    }
}
