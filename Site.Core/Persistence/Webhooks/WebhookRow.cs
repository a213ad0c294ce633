using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A row of <c>umbracoWebhook</c>: an address that is told of events.</summary>
internal sealed class WebhookRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public string? Name { get; set; }

    public string? Description { get; set; }

    public string Url { get; set; } = string.Empty;

    public bool Enabled { get; set; }
}

/// <summary>A row of <c>umbracoWebhook2Events</c>: an event of which a webhook is told.</summary>
internal sealed class Webhook2EventsRow
{
    public int WebhookId { get; set; }

    /// <summary>The event's alias, e.g. <c>Umbraco.ContentPublish</c>.</summary>
    public string Event { get; set; } = string.Empty;
}

/// <summary>A row of <c>umbracoWebhook2ContentTypeKeys</c>: a content type to whose items a webhook is confined.</summary>
internal sealed class Webhook2ContentTypeKeysRow
{
    public int WebhookId { get; set; }

    /// <summary>The key of the type, which may be gone.</summary>
    public Guid EntityKey { get; set; }
}

/// <summary>A row of <c>umbracoWebhook2Headers</c>: an HTTP header that is sent to a webhook.</summary>
internal sealed class Webhook2HeadersRow
{
    public int WebhookId { get; set; }

    public string Key { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="WebhookRow"/>.</summary>
internal sealed class WebhookRowConfiguration : IEntityTypeConfiguration<WebhookRow>
{
    public void Configure(EntityTypeBuilder<WebhookRow> builder)
    {
        builder.ToTable("umbracoWebhook");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.Name).HasColumnName("name").HasMaxLength(255);
        builder.Property(x => x.Description).HasColumnName("description");
        builder.Property(x => x.Url).HasColumnName("url");
        builder.Property(x => x.Enabled).HasColumnName("enabled");
        builder.HasIndex(x => x.Key).IsUnique();
    }
}

/// <summary>Maps <see cref="Webhook2EventsRow"/>.</summary>
internal sealed class Webhook2EventsRowConfiguration : IEntityTypeConfiguration<Webhook2EventsRow>
{
    public void Configure(EntityTypeBuilder<Webhook2EventsRow> builder)
    {
        builder.ToTable("umbracoWebhook2Events");
        builder.HasKey(x => new { x.WebhookId, x.Event });
        builder.Property(x => x.WebhookId).HasColumnName("webhookId");
        builder.Property(x => x.Event).HasColumnName("event").HasMaxLength(255);
        builder.HasOne<WebhookRow>().WithMany().HasForeignKey(x => x.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="Webhook2ContentTypeKeysRow"/>.</summary>
internal sealed class Webhook2ContentTypeKeysRowConfiguration : IEntityTypeConfiguration<Webhook2ContentTypeKeysRow>
{
    public void Configure(EntityTypeBuilder<Webhook2ContentTypeKeysRow> builder)
    {
        builder.ToTable("umbracoWebhook2ContentTypeKeys");
        builder.HasKey(x => new { x.WebhookId, x.EntityKey });
        builder.Property(x => x.WebhookId).HasColumnName("webhookId");
        builder.Property(x => x.EntityKey).HasColumnName("entityKey");
        builder.HasOne<WebhookRow>().WithMany().HasForeignKey(x => x.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="Webhook2HeadersRow"/>.</summary>
internal sealed class Webhook2HeadersRowConfiguration : IEntityTypeConfiguration<Webhook2HeadersRow>
{
    public void Configure(EntityTypeBuilder<Webhook2HeadersRow> builder)
    {
        builder.ToTable("umbracoWebhook2Headers");
        builder.HasKey(x => new { x.WebhookId, x.Key });
        builder.Property(x => x.WebhookId).HasColumnName("webhookId");
        builder.Property(x => x.Key).HasColumnName("Key").HasMaxLength(255);
        builder.Property(x => x.Value).HasColumnName("Value");
        builder.HasOne<WebhookRow>().WithMany().HasForeignKey(x => x.WebhookId).OnDelete(DeleteBehavior.Cascade);
    }
}
