using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A row of <c>siteWebhookSecret</c>: with what a webhook's deliveries are signed, protected by the keys of the data folder.</summary>
internal sealed class WebhookSecretRow
{
    public Guid WebhookKey { get; set; }

    public string Secret { get; set; } = string.Empty;

    /// <summary>The one before it, which signs too for some time.</summary>
    public string? PreviousSecret { get; set; }

    public DateTime? PreviousUntil { get; set; }
}

/// <summary>Maps <see cref="WebhookSecretRow"/>.</summary>
internal sealed class WebhookSecretRowConfiguration : IEntityTypeConfiguration<WebhookSecretRow>
{
    public void Configure(EntityTypeBuilder<WebhookSecretRow> builder)
    {
        builder.ToTable("siteWebhookSecret");
        builder.HasKey(x => x.WebhookKey);
        builder.Property(x => x.WebhookKey).HasColumnName("webhookKey").ValueGeneratedNever();
        builder.Property(x => x.Secret).HasColumnName("secret");
        builder.Property(x => x.PreviousSecret).HasColumnName("previousSecret");
        builder.Property(x => x.PreviousUntil).HasColumnName("previousUntil");
    }
}
