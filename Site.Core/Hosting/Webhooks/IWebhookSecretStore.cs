namespace Site.Core.Hosting.Webhooks;

/// <summary>The secrets of webhooks, protected; every member works in the current scope.</summary>
internal interface IWebhookSecretStore
{
    /// <summary>The webhook's secret; <c>null</c> before the first use.</summary>
    ProtectedWebhookSecret? Get(Guid webhookKey);

    /// <summary>Puts the secret in the place of the one that the webhook has.</summary>
    void Set(Guid webhookKey, ProtectedWebhookSecret secret);
}

/// <summary>A secret as it is stored, unreadable without the site's keys.</summary>
/// <param name="Current">With which deliveries are signed.</param>
/// <param name="Previous">With which they are signed too until <paramref name="PreviousUntil"/>; <c>null</c> for none.</param>
/// <param name="PreviousUntil">In UTC; <c>null</c> when there is no previous one.</param>
internal sealed record ProtectedWebhookSecret(string Current, string? Previous, DateTime? PreviousUntil);
