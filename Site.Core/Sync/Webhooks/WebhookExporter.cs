using System.Xml.Linq;
using Site.Core.Sync.Export;
using Site.Core.Sync.Files;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Sync.Webhooks;

/// <summary>Exports webhooks, with their headers: a secret among them is then in the folder. One without a name is known by its key.</summary>
internal sealed class WebhookExporter(IWebhookService webhooks, IShortStringHelper shortStrings) : ISyncExporter
{
    public SyncKind Kind => SyncKind.Webhook;

    public int Priority => 1250;

    public async IAsyncEnumerable<SyncEntry> ReadAllAsync()
    {
        foreach (IWebhook webhook in (await webhooks.GetAllAsync(0, int.MaxValue)).Items.OrderBy(webhook => webhook.Key))
        {
            yield return Describe(webhook);
        }
    }

    private SyncEntry Describe(IWebhook webhook)
    {
        string alias = string.IsNullOrEmpty(webhook.Name) ? webhook.Key.ToString("D") : webhook.Name;
        var root = new XElement("Webhook",
            SyncXmlText.Key(webhook.Key),
            new XAttribute("Alias", alias),
            new XAttribute("Level", 0),
            string.IsNullOrEmpty(webhook.Name) ? null : SyncXmlText.Text("Name", webhook.Name),
            string.IsNullOrEmpty(webhook.Description) ? null : SyncXmlText.Text("Description", webhook.Description),
            SyncXmlText.Text("Url", webhook.Url),
            SyncXmlText.Bool("Enabled", webhook.Enabled),
            new XElement("ContentTypeKeys", webhook.ContentTypeKeys.Order().Select(key => SyncXmlText.Text("Key", key.ToString("D")))),
            new XElement("Events", webhook.Events.Order(StringComparer.Ordinal).Select(name => SyncXmlText.Text("Event", name))),
            new XElement("Headers", webhook.Headers.OrderBy(header => header.Key, StringComparer.Ordinal)
                .Select(header => new XElement("Header", new XAttribute("Key", header.Key), new XCData(header.Value)))));
        return new SyncEntry(SyncKind.Webhook, webhook.Key, alias, SyncFileNames.FromName(alias, shortStrings), root);
    }
}
