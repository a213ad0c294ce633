using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.Domains;

/// <summary>What a <c>Domain</c> file says.</summary>
/// <param name="Name">The domain name; of no use for a wildcard, whose name holds an id of the site that wrote it.</param>
/// <param name="IsWildcard">Whether the file only gives the document its culture.</param>
/// <param name="IsoCode">The language.</param>
/// <param name="Root">The document, by key; its path of names is the alias.</param>
/// <param name="SortOrder">The place among the document's domains, if the file says it.</param>
internal sealed record DomainFile(string Name, bool IsWildcard, string IsoCode, SyncReference Root, int? SortOrder)
{
    public static DomainFile Read(XElement root)
    {
        XElement info = root.Child("Info");
        string name = root.Attribute("Alias")?.Value.Trim() ?? string.Empty;
        return new DomainFile(
            name.Length is > 0 and <= 255 ? name : throw new SyncItemException("@Alias", "is missing or longer than 255 characters."),
            info.Bool("IsWildcard") || name.StartsWith('*'),
            info.Required("Language").Trim(),
            SyncReference.Read(info.Element("Root")),
            info.OptionalInt("SortOrder"));
    }
}
