using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.Dictionary;

/// <summary>What a <c>Dictionary</c> file says.</summary>
internal sealed record DictionaryFile(Guid Key, string ItemKey, string Parent, IReadOnlyList<(string IsoCode, string Text)> Translations)
{
    public static DictionaryFile Read(XElement root)
    {
        string itemKey = root.Attribute("Alias")?.Value ?? string.Empty;
        return new DictionaryFile(
            root.KeyAttribute(),
            itemKey.Length is > 0 and <= 450 ? itemKey : throw new SyncItemException("@Alias", "is missing or longer than 450 characters."),
            root.Child("Info").Text("Parent").Trim(),
            [
                .. root.Child("Translations").Elements("Translation")
                    .Select(element => (element.Attribute("Language")?.Value.Trim() ?? string.Empty, element.Value)),
            ]);
    }
}
