using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A row of <c>umbracoWebhookRequest</c>: an event of which a webhook is still to be told.</summary>
internal sealed class WebhookRequestRow
{
    public int Id { get; set; }

    /// <summary>The webhook, which may be gone.</summary>
    public Guid WebhookKey { get; set; }

    public string EventName { get; set; } = string.Empty;

    /// <summary>The payload as JSON.</summary>
    public string? RequestObject { get; set; }

    public int RetryCount { get; set; }
}

/// <summary>Maps <see cref="WebhookRequestRow"/>.</summary>
internal sealed class WebhookRequestRowConfiguration : IEntityTypeConfiguration<WebhookRequestRow>
{
    public void Configure(EntityTypeBuilder<WebhookRequestRow> builder)
    {
        builder.ToTable("umbracoWebhookRequest");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.WebhookKey).HasColumnName("webhookKey");
        builder.Property(x => x.EventName).HasColumnName("eventName").HasMaxLength(255);
        builder.Property(x => x.RequestObject).HasColumnName("requestObject");
        builder.Property(x => x.RetryCount).HasColumnName("retryCount");
        builder.HasIndex(x => x.WebhookKey);
    }
}
