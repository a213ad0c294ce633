using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Scoping;

namespace Site.Core.Hosting.Webhooks;

/// <summary>
/// Keeps a secret for each webhook: in the database, protected by the keys of the data folder. So a copy of the database alone gives no
/// secret away, a backup holds both, exports of webhooks hold neither, and every process on the database uses the same.
/// </summary>
internal sealed class WebhookSecrets(ICoreScopeProvider scopes, IWebhookSecretStore store, IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>How long deliveries are signed with the old secret too after it was replaced.</summary>
    public static readonly TimeSpan Overlap = TimeSpan.FromHours(24);

    private readonly IDataProtector _protector = protection.CreateProtector("Site.Webhooks.Secret");

    /// <summary>The secrets with which to sign now, the newest first. A webhook that has none yet gets one.</summary>
    /// <exception cref="InvalidOperationException">It cannot be read with the keys of the data folder.</exception>
    public IReadOnlyList<WebhookSecret> Get(Guid webhookKey)
    {
        ProtectedWebhookSecret stored = Find(webhookKey) ?? Create(webhookKey);
        return stored is { Previous: { } previous, PreviousUntil: { } until } && until > time.GetUtcNow().UtcDateTime
            ? [Unprotect(webhookKey, stored.Current), Unprotect(webhookKey, previous)]
            : [Unprotect(webhookKey, stored.Current)];
    }

    /// <summary>Gives the webhook another secret; the old one signs too for the time of <see cref="Overlap"/>.</summary>
    /// <returns>The new one.</returns>
    public WebhookSecret Rotate(Guid webhookKey)
    {
        var secret = WebhookSecret.Create();
        using ICoreScope scope = scopes.CreateCoreScope();
        scope.WriteLock(Constants.Locks.WebhookRequest);

        // One that cannot be read any more signs nothing, and would keep the new one from it.
        string? previous = store.Get(webhookKey)?.Current is { } current && TryUnprotect(webhookKey, current) is not null ? current : null;
        DateTime? until = previous is null ? null : time.GetUtcNow().UtcDateTime + Overlap;
        store.Set(webhookKey, new ProtectedWebhookSecret(Protect(webhookKey, secret), previous, until));
        scope.Complete();
        return secret;
    }

    private ProtectedWebhookSecret? Find(Guid webhookKey)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        return store.Get(webhookKey);
    }

    private ProtectedWebhookSecret Create(Guid webhookKey)
    {
        using ICoreScope scope = scopes.CreateCoreScope(autoComplete: true);
        scope.WriteLock(Constants.Locks.WebhookRequest);
        if (store.Get(webhookKey) is { } created)
        {
            return created;
        }

        var secret = new ProtectedWebhookSecret(Protect(webhookKey, WebhookSecret.Create()), null, null);
        store.Set(webhookKey, secret);
        return secret;
    }

    private string Protect(Guid webhookKey, WebhookSecret secret) => ProtectorOf(webhookKey).Protect(secret.Reveal());

    private WebhookSecret Unprotect(Guid webhookKey, string text) => TryUnprotect(webhookKey, text) ?? throw new InvalidOperationException(
        $"The secret of the webhook {webhookKey} cannot be read with the keys of the data folder. Restore them from a backup, or make another: webhooks secret {webhookKey} --rotate");

    private WebhookSecret? TryUnprotect(Guid webhookKey, string text)
    {
        try
        {
            return WebhookSecret.Parse(ProtectorOf(webhookKey).Unprotect(text));
        }
        catch (CryptographicException)
        {
            // Protected by other keys, or for another webhook.
            return null;
        }
    }

    // What is protected for one webhook is of no use in the row of another.
    private IDataProtector ProtectorOf(Guid webhookKey) => _protector.CreateProtector(webhookKey.ToString("N"));
}
