using System.Xml.Linq;
using Site.Core.Sync.Files;

namespace Site.Core.Sync.Webhooks;

/// <summary>What a <c>Webhook</c> file says.</summary>
internal sealed record WebhookFile(
    Guid Key,
    string Name,
    string Description,
    string Url,
    bool IsEnabled,
    IReadOnlyList<Guid> ContentTypeKeys,
    IReadOnlyList<string> Events,
    IReadOnlyDictionary<string, string> Headers)
{
    public static WebhookFile Read(XElement root)
    {
        string url = root.Required("Url", maxLength: 500).Trim();
        return new WebhookFile(
            root.KeyAttribute(),
            root.Text("Name"),
            root.Text("Description"),
            Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https"
                ? url
                : throw new SyncItemException("Url", $"'{SyncXml.Shorten(url)}' is not an address that begins with http:// or https://."),
            root.Bool("Enabled", fallback: true),
            [.. root.Child("ContentTypeKeys").Elements("Key").Select(ReadKey)],
            [.. root.Child("Events").Elements("Event").Select(element => element.Value.Trim())],
            root.Child("Headers").Elements("Header").DistinctBy(HeaderName, StringComparer.Ordinal).ToDictionary(HeaderName, element => element.Value));
    }

    private static string HeaderName(XElement element) =>
        element.Attribute("Key")?.Value is { Length: > 0 } name ? name : throw new SyncItemException("Headers/Header/@Key", "is missing.");

    private static Guid ReadKey(XElement element) =>
        Guid.TryParse(element.Value, out Guid key) ? key : throw new SyncItemException("ContentTypeKeys/Key", $"'{SyncXml.Shorten(element.Value)}' is not a key (guid).");
}
