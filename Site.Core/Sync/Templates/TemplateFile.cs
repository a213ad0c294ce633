using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.Templates;

/// <summary>What a <c>Template</c> file says.</summary>
internal sealed record TemplateFile(Guid Key, string Alias, string Name, string Parent, bool HasContents)
{
    public static TemplateFile Read(XElement root)
    {
        string alias = root.Attribute("Alias")?.Value.Trim() ?? string.Empty;
        return new TemplateFile(
            root.KeyAttribute(),
            alias.Length is > 0 and <= 100 ? alias : throw new SyncItemException("@Alias", "is missing or longer than 100 characters."),
            root.Required("Name"),
            root.Text("Parent").Trim(),
            !string.IsNullOrWhiteSpace(root.Text("Contents")));
    }
}
