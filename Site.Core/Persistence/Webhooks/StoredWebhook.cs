using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A webhook that can be cloned. Core's own cannot: its cloning fails at the array of keys.</summary>
internal sealed class StoredWebhook : Webhook, IDeepCloneable
{
    private StoredWebhook(string url, bool enabled, Guid[] contentTypeKeys, string[] events, IDictionary<string, string> headers)
        : base(url, enabled, contentTypeKeys, events, headers)
    {
    }

    /// <summary>Makes the webhook of its rows.</summary>
    public static StoredWebhook From(
        WebhookRow row,
        IEnumerable<string> events,
        IEnumerable<Guid> contentTypeKeys,
        IEnumerable<Webhook2HeadersRow> headers)
    {
        var webhook = new StoredWebhook(row.Url, row.Enabled, [.. contentTypeKeys], [.. events], headers.ToDictionary(x => x.Key, x => x.Value));
        webhook.Identify(row.Id, row.Key, row.Name, row.Description);
        return webhook;
    }

    /// <inheritdoc />
    object IDeepCloneable.DeepClone()
    {
        var clone = new StoredWebhook(Url, Enabled, [.. ContentTypeKeys], [.. Events], new Dictionary<string, string>(Headers));
        clone.Identify(Id, Key, Name, Description);
        return clone;
    }

    private void Identify(int id, Guid key, string? name, string? description)
    {
        DisableChangeTracking();
        Id = id;
        Key = key;
        Name = name;
        Description = description;
        ResetDirtyProperties(false);
        EnableChangeTracking();
    }
}
