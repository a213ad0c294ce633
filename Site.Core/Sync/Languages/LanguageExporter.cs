using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;

namespace Site.Core.Sync.Languages;

/// <summary>Exports languages.</summary>
internal sealed class LanguageExporter(ILanguageService languages) : ISyncExporter
{
    public SyncKind Kind => SyncKind.Language;

    public int Priority => 1005;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        foreach (ILanguage language in (await languages.GetAllAsync()).OrderBy(language => language.IsoCode, StringComparer.Ordinal))
        {
            yield return Describe(language);
        }
    }

    private static SyncEntry Describe(ILanguage language)
    {
        Guid key = SyncKeys.Derive(language.IsoCode);
        var root = new XElement("Language",
            SyncXmlText.Key(key),
            new XAttribute("Alias", language.IsoCode),
            new XAttribute("Level", 0),
            SyncXmlText.Text("Name", language.CultureName),
            SyncXmlText.Text("IsoCode", language.IsoCode),
            SyncXmlText.Bool("IsMandatory", language.IsMandatory),
            SyncXmlText.Bool("IsDefault", language.IsDefault),
            string.IsNullOrEmpty(language.FallbackIsoCode) ? null : new XElement("Fallback", language.FallbackIsoCode));
        return new SyncEntry(SyncKind.Language, key, language.IsoCode, language.IsoCode.ToLowerInvariant(), root);
    }
}
