using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A row of <c>siteWebhookDeadLetter</c>: an event of which a webhook was told in vain, as often as it may be.</summary>
internal sealed class WebhookDeadLetterRow
{
    public int Id { get; set; }

    /// <summary>By which the receiver knows the event again.</summary>
    public Guid Key { get; set; }

    public Guid WebhookKey { get; set; }

    public string EventName { get; set; } = string.Empty;

    /// <summary>The payload as JSON.</summary>
    public string? RequestObject { get; set; }

    public int Attempts { get; set; }

    public string Reason { get; set; } = string.Empty;

    /// <summary>When the event happened.</summary>
    public DateTime CreateDate { get; set; }

    /// <summary>When it was given up.</summary>
    public DateTime DeadDate { get; set; }
}

/// <summary>Maps <see cref="WebhookDeadLetterRow"/>.</summary>
internal sealed class WebhookDeadLetterRowConfiguration : IEntityTypeConfiguration<WebhookDeadLetterRow>
{
    public void Configure(EntityTypeBuilder<WebhookDeadLetterRow> builder)
    {
        builder.ToTable("siteWebhookDeadLetter");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.WebhookKey).HasColumnName("webhookKey");
        builder.Property(x => x.EventName).HasColumnName("eventName").HasMaxLength(255);
        builder.Property(x => x.RequestObject).HasColumnName("requestObject");
        builder.Property(x => x.Attempts).HasColumnName("attempts");
        builder.Property(x => x.Reason).HasColumnName("reason");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.DeadDate).HasColumnName("deadDate");
        builder.HasIndex(x => x.WebhookKey);
        builder.HasIndex(x => x.DeadDate);
    }
}
