using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Audit;

/// <summary>A row of <c>umbracoLog</c>: what was done to an item, for its history.</summary>
/// <remarks>Neither the item nor the user is a foreign key: the history outlives both.</remarks>
internal sealed class LogRow
{
    public int Id { get; set; }

    public int? UserId { get; set; }

    public int NodeId { get; set; }

    public string? EntityType { get; set; }

    public DateTime Datestamp { get; set; }

    /// <summary>The name of an <see cref="Umbraco.Cms.Core.Models.AuditType"/>.</summary>
    public string LogHeader { get; set; } = string.Empty;

    public string? LogComment { get; set; }

    public string? Parameters { get; set; }
}

/// <summary>Maps <see cref="LogRow"/>.</summary>
internal sealed class LogRowConfiguration : IEntityTypeConfiguration<LogRow>
{
    public void Configure(EntityTypeBuilder<LogRow> builder)
    {
        builder.ToTable("umbracoLog");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.NodeId).HasColumnName("NodeId");
        builder.Property(x => x.EntityType).HasColumnName("entityType").HasMaxLength(50);
        builder.Property(x => x.Datestamp).HasColumnName("Datestamp");
        builder.Property(x => x.LogHeader).HasColumnName("logHeader").HasMaxLength(50);
        builder.Property(x => x.LogComment).HasColumnName("logComment").HasMaxLength(4000);
        builder.Property(x => x.Parameters).HasColumnName("parameters").HasMaxLength(4000);
        builder.HasIndex(x => x.NodeId);
        builder.HasIndex(x => new { x.Datestamp, x.LogHeader });
        builder.HasIndex(x => new { x.UserId, x.Datestamp });
    }
}
