namespace Site.Core.Hosting.Webhooks;

/// <summary>An event that a webhook is still to be told of.</summary>
/// <param name="Id">The row in the queue.</param>
/// <param name="Key">Stays the same over all attempts and replays.</param>
/// <param name="WebhookKey">The webhook, which may be gone.</param>
/// <param name="EventAlias">The event, e.g. <c>Umbraco.ContentPublish</c>.</param>
/// <param name="Payload">What is sent, as JSON.</param>
/// <param name="Attempts">How often it was sent in vain.</param>
internal sealed record WebhookDelivery(int Id, Guid Key, Guid WebhookKey, string EventAlias, string Payload, int Attempts)
{
    /// <summary>What the receiver is told in <c>webhook-id</c>, by which it knows a delivery again.</summary>
    public string MessageId => $"msg_{Key:N}";
}
