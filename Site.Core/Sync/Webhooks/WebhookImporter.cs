using Site.Core.Sync.Files;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Services;
using Umbraco.Cms.Core.Services.OperationStatus;

namespace Site.Core.Sync.Webhooks;

/// <summary>Imports webhooks, matched by key.</summary>
internal sealed class WebhookImporter(IWebhookService webhooks) : ISyncImporter
{
    public SyncKind Kind => SyncKind.Webhook;

    public int Priority => 1250;

    public IEnumerable<SyncFile> Order(IEnumerable<SyncFile> files) => SyncOrder.DependenciesFirst(files, _ => []);

    public async Task ImportAsync(SyncItem item, SyncRun run)
    {
        var file = WebhookFile.Read(item.Root);
        IWebhook? live = await FindAsync(file.Key);
        item.IsNew = live is null;
        IWebhook webhook = live ?? new Webhook(file.Url) { Key = file.Key };
        item.SetText("Name", webhook.Name, file.Name, value => webhook.Name = value);
        item.SetText("Description", webhook.Description, file.Description, value => webhook.Description = value);
        item.SetText("Url", webhook.Url, file.Url, value => webhook.Url = value);
        item.Set("Enabled", webhook.Enabled, file.IsEnabled, value => webhook.Enabled = value);
        if (!webhook.ContentTypeKeys.ToHashSet().SetEquals(file.ContentTypeKeys))
        {
            item.Differ("ContentTypeKeys");
            webhook.ContentTypeKeys = [.. file.ContentTypeKeys];
        }

        if (!webhook.Events.ToHashSet().SetEquals(file.Events))
        {
            item.Differ("Events");
            webhook.Events = [.. file.Events];
        }

        if (!webhook.Headers.ToHashSet().SetEquals(file.Headers))
        {
            item.Differ("Headers");
            webhook.Headers = file.Headers.ToDictionary();
        }

        if (run.Writes && item.HasChanges)
        {
            Attempt<IWebhook, WebhookOperationStatus> result = item.IsNew ? await webhooks.CreateAsync(webhook) : await webhooks.UpdateAsync(webhook);
            SyncErrors.Ensure(result.Success, "Events", result.Status);
        }
    }

    public async Task<bool> DeleteAsync(SyncFile marker, SyncRun run)
    {
        IWebhook? live = await FindAsync(marker.Key);
        if (live is not null && run.Writes)
        {
            Attempt<IWebhook?, WebhookOperationStatus> result = await webhooks.DeleteAsync(live.Key);
            SyncErrors.Ensure(result.Success, "@Key", result.Status);
        }

        return live is not null;
    }

    /// <summary>Core says that there is always one; there may be none.</summary>
    private async Task<IWebhook?> FindAsync(Guid key) => await webhooks.GetAsync(key);
}
