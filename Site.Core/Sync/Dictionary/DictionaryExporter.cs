using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Dictionary;

/// <summary>Exports dictionary items with their texts.</summary>
internal sealed class DictionaryExporter(IDictionaryItemService dictionary, IShortStringHelper shortStrings) : ISyncExporter
{
    public SyncKind Kind => SyncKind.Dictionary;

    public int Priority => 1006;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        List<IDictionaryItem> all =
        [
            .. (await dictionary.GetAtRootAsync()).Concat(await dictionary.GetDescendantsAsync(null))
                .DistinctBy(item => item.Key)
                .OrderBy(item => item.ItemKey, StringComparer.Ordinal),
        ];
        var byKey = all.ToDictionary(item => item.Key);
        foreach (IDictionaryItem item in all)
        {
            yield return Describe(item, byKey);
        }
    }

    private SyncEntry Describe(IDictionaryItem item, Dictionary<Guid, IDictionaryItem> all)
    {
        IDictionaryItem? parent = ParentOf(item, all);
        IEnumerable<XElement> translations = item.Translations
            .Where(translation => translation.Value.Length > 0)
            .OrderBy(translation => translation.LanguageIsoCode, StringComparer.Ordinal)
            .Select(translation => new XElement("Translation", new XAttribute("Language", translation.LanguageIsoCode), translation.Value));
        var root = new XElement("Dictionary",
            SyncXmlText.Key(item.Key),
            new XAttribute("Alias", item.ItemKey),
            new XAttribute("Level", LevelOf(item, all)),
            new XElement("Info", parent is null ? null : new XElement("Parent", parent.ItemKey)),
            new XElement("Translations", translations));
        return new SyncEntry(SyncKind.Dictionary, item.Key, item.ItemKey, SyncFileNames.FromName(item.ItemKey, shortStrings), root);
    }

    private static int LevelOf(IDictionaryItem item, Dictionary<Guid, IDictionaryItem> all)
    {
        int level = 0;
        for (IDictionaryItem? parent = ParentOf(item, all); parent is not null && level < all.Count; parent = ParentOf(parent, all))
        {
            level++;
        }

        return level;
    }

    private static IDictionaryItem? ParentOf(IDictionaryItem item, Dictionary<Guid, IDictionaryItem> all) =>
        item.ParentId is { } key ? all.GetValueOrDefault(key) : null;
}
