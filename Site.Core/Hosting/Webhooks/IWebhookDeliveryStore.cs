namespace Site.Core.Hosting.Webhooks;

/// <summary>The queue of deliveries and what was given up; every member works in the current scope.</summary>
/// <remarks>
/// A webhook's deliveries go out in the order in which they were queued: only the oldest one may be sent, and while it waits for its next
/// attempt so do the others.
/// </remarks>
internal interface IWebhookDeliveryStore
{
    /// <summary>The webhooks whose oldest delivery is due; they may be gone. The one that has waited longest comes first.</summary>
    IReadOnlyList<Guid> GetDueWebhooks(DateTime now);

    /// <summary>The webhook's oldest delivery, if it is due.</summary>
    WebhookDelivery? GetDue(Guid webhookKey, DateTime now);

    /// <summary>Takes a delivery out of the queue: it was accepted.</summary>
    void Remove(WebhookDelivery delivery);

    /// <summary>Takes everything out of the queue that is for the webhook.</summary>
    void RemoveAll(Guid webhookKey);

    /// <summary>Notes that an attempt has failed, and when the next one is due.</summary>
    void Postpone(WebhookDelivery delivery, DateTime due);

    /// <summary>Moves a delivery from the queue to the dead letters.</summary>
    void Bury(WebhookDelivery delivery, string reason, DateTime now);

    /// <summary>Moves everything that is queued for the webhook to the dead letters.</summary>
    void BuryAll(Guid webhookKey, string reason, DateTime now);

    /// <summary>Moves what is queued for the webhook and was due before the moment to the dead letters.</summary>
    void BuryOverdue(Guid webhookKey, DateTime due, string reason, DateTime now);

    /// <summary>How much is queued for each webhook that something is queued for.</summary>
    IReadOnlyDictionary<Guid, int> CountQueued();
}
