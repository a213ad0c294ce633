using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.Languages;

/// <summary>What a <c>Language</c> file says.</summary>
internal sealed record LanguageFile(string Name, string IsoCode, bool IsMandatory, bool IsDefault, string Fallback)
{
    public static LanguageFile Read(XElement root)
    {
        string isoCode = root.Text("IsoCode").Trim();
        isoCode = isoCode.Length > 0 ? isoCode : root.Attribute("Alias")?.Value.Trim() ?? string.Empty;
        return new LanguageFile(
            root.Required("Name"),
            isoCode.Length is > 0 and <= 14 ? isoCode : throw new SyncItemException("IsoCode", "is missing or longer than 14 characters."),
            root.Bool("IsMandatory"),
            root.Bool("IsDefault"),
            root.Text("Fallback").Trim());
    }
}
