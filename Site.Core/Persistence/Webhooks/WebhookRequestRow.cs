using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A row of <c>umbracoWebhookRequest</c>: an event of which a webhook is still to be told.</summary>
/// <remarks>Key and dates are not in stock Umbraco's table.</remarks>
internal sealed class WebhookRequestRow
{
    public int Id { get; set; }

    /// <summary>By which the receiver knows the event again.</summary>
    public Guid Key { get; set; }

    /// <summary>The webhook, which may be gone.</summary>
    public Guid WebhookKey { get; set; }

    public string EventName { get; set; } = string.Empty;

    /// <summary>The payload as JSON.</summary>
    public string? RequestObject { get; set; }

    /// <summary>How often it was sent in vain.</summary>
    public int RetryCount { get; set; }

    /// <summary>When the event happened.</summary>
    public DateTime CreateDate { get; set; }

    /// <summary>Before when it is not sent.</summary>
    public DateTime DueDate { get; set; }
}

/// <summary>Maps <see cref="WebhookRequestRow"/>.</summary>
internal sealed class WebhookRequestRowConfiguration : IEntityTypeConfiguration<WebhookRequestRow>
{
    public void Configure(EntityTypeBuilder<WebhookRequestRow> builder)
    {
        builder.ToTable("umbracoWebhookRequest");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.WebhookKey).HasColumnName("webhookKey");
        builder.Property(x => x.EventName).HasColumnName("eventName").HasMaxLength(255);
        builder.Property(x => x.RequestObject).HasColumnName("requestObject");
        builder.Property(x => x.RetryCount).HasColumnName("retryCount");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.DueDate).HasColumnName("dueDate");
        builder.HasIndex(x => new { x.WebhookKey, x.Id });
    }
}
