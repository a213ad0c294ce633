using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Audit;

/// <summary>A row of <c>umbracoAudit</c>: what was done to users, groups and sessions.</summary>
internal sealed class AuditEntryRow
{
    public int Id { get; set; }

    public int PerformingUserId { get; set; }

    public Guid? PerformingUserKey { get; set; }

    public string? PerformingDetails { get; set; }

    public string? PerformingIp { get; set; }

    public DateTime EventDate { get; set; }

    public int AffectedUserId { get; set; }

    public Guid? AffectedUserKey { get; set; }

    public string? AffectedDetails { get; set; }

    /// <summary>E.g. <c>umbraco/user/save</c>.</summary>
    public string EventType { get; set; } = string.Empty;

    public string? EventDetails { get; set; }
}

/// <summary>Maps <see cref="AuditEntryRow"/>.</summary>
internal sealed class AuditEntryRowConfiguration : IEntityTypeConfiguration<AuditEntryRow>
{
    public void Configure(EntityTypeBuilder<AuditEntryRow> builder)
    {
        builder.ToTable("umbracoAudit");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.PerformingUserId).HasColumnName("performingUserId");
        builder.Property(x => x.PerformingUserKey).HasColumnName("performingUserKey");
        builder.Property(x => x.PerformingDetails).HasColumnName("performingDetails").HasMaxLength(1024);
        builder.Property(x => x.PerformingIp).HasColumnName("performingIp").HasMaxLength(64);
        builder.Property(x => x.EventDate).HasColumnName("eventDate");
        builder.Property(x => x.AffectedUserId).HasColumnName("affectedUserId");
        builder.Property(x => x.AffectedUserKey).HasColumnName("affectedUserKey");
        builder.Property(x => x.AffectedDetails).HasColumnName("affectedDetails").HasMaxLength(1024);
        builder.Property(x => x.EventType).HasColumnName("eventType").HasMaxLength(256);
        builder.Property(x => x.EventDetails).HasColumnName("eventDetails").HasMaxLength(1024);
        builder.HasIndex(x => x.EventDate);
    }
}
