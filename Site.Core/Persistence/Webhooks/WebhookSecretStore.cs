using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Webhooks;

namespace Site.Core.Persistence.Webhooks;

/// <summary>The protected secrets of webhooks.</summary>
internal sealed class WebhookSecretStore(AmbientDbContext database) : IWebhookSecretStore
{
    /// <inheritdoc />
    public ProtectedWebhookSecret? Get(Guid webhookKey) => database.Read.Set<WebhookSecretRow>()
        .Where(x => x.WebhookKey == webhookKey)
        .Select(x => new ProtectedWebhookSecret(x.Secret, x.PreviousSecret, x.PreviousUntil))
        .SingleOrDefault();

    /// <inheritdoc />
    public void Set(Guid webhookKey, ProtectedWebhookSecret secret)
    {
        SiteDbContext context = database.Write;
        context.Set<WebhookSecretRow>().Where(x => x.WebhookKey == webhookKey).ExecuteDelete();
        context.Add(new WebhookSecretRow
        {
            WebhookKey = webhookKey,
            Secret = secret.Current,
            PreviousSecret = secret.Previous,
            PreviousUntil = secret.PreviousUntil,
        });
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }
}
