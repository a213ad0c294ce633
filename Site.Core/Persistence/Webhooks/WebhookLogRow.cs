using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Webhooks;

/// <summary>A row of <c>umbracoWebhookLog</c>: one attempt to tell a webhook of an event.</summary>
internal sealed class WebhookLogRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    /// <summary>The webhook, which may be gone.</summary>
    public Guid WebhookKey { get; set; }

    /// <summary>The answer's status with its number, e.g. <c>NotFound (404)</c>, or what Core's log factory says when there was none.</summary>
    public string StatusCode { get; set; } = string.Empty;

    public DateTime Date { get; set; }

    public string Url { get; set; } = string.Empty;

    public string EventAlias { get; set; } = string.Empty;

    public int RetryCount { get; set; }

    public string RequestHeaders { get; set; } = string.Empty;

    public string? RequestBody { get; set; }

    public string ResponseHeaders { get; set; } = string.Empty;

    public string ResponseBody { get; set; } = string.Empty;

    public bool ExceptionOccured { get; set; }
}

/// <summary>Maps <see cref="WebhookLogRow"/>.</summary>
internal sealed class WebhookLogRowConfiguration : IEntityTypeConfiguration<WebhookLogRow>
{
    public void Configure(EntityTypeBuilder<WebhookLogRow> builder)
    {
        builder.ToTable("umbracoWebhookLog");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.WebhookKey).HasColumnName("webhookKey");
        builder.Property(x => x.StatusCode).HasColumnName("statusCode").HasMaxLength(255);
        builder.Property(x => x.Date).HasColumnName("date");
        builder.Property(x => x.Url).HasColumnName("url");
        builder.Property(x => x.EventAlias).HasColumnName("eventAlias").HasMaxLength(255);
        builder.Property(x => x.RetryCount).HasColumnName("retryCount");
        builder.Property(x => x.RequestHeaders).HasColumnName("requestHeaders");
        builder.Property(x => x.RequestBody).HasColumnName("requestBody");
        builder.Property(x => x.ResponseHeaders).HasColumnName("responseHeaders");
        builder.Property(x => x.ResponseBody).HasColumnName("responseBody");
        builder.Property(x => x.ExceptionOccured).HasColumnName("exceptionOccured");
        builder.HasIndex(x => x.Date);
        builder.HasIndex(x => new { x.WebhookKey, x.Date });
    }
}
