using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>A row of <c>umbracoContentVersionCleanupPolicy</c>: how long old versions of documents of one type are kept.</summary>
internal sealed class ContentVersionCleanupPolicyRow
{
    public int ContentTypeId { get; set; }

    public bool PreventCleanup { get; set; }

    /// <summary><c>null</c> means what the settings say.</summary>
    public int? KeepAllVersionsNewerThanDays { get; set; }

    /// <summary><c>null</c> means what the settings say.</summary>
    public int? KeepLatestVersionPerDayForDays { get; set; }

    public DateTime Updated { get; set; }
}

/// <summary>Maps <see cref="ContentVersionCleanupPolicyRow"/>.</summary>
internal sealed class ContentVersionCleanupPolicyRowConfiguration : IEntityTypeConfiguration<ContentVersionCleanupPolicyRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionCleanupPolicyRow> builder)
    {
        builder.ToTable("umbracoContentVersionCleanupPolicy");
        builder.HasKey(x => x.ContentTypeId);
        builder.Property(x => x.ContentTypeId).HasColumnName("contentTypeId").ValueGeneratedNever();
        builder.Property(x => x.PreventCleanup).HasColumnName("preventCleanup");
        builder.Property(x => x.KeepAllVersionsNewerThanDays).HasColumnName("keepAllVersionsNewerThanDays");
        builder.Property(x => x.KeepLatestVersionPerDayForDays).HasColumnName("keepLatestVersionPerDayForDays");
        builder.Property(x => x.Updated).HasColumnName("updated");
        builder.HasOne<ContentTypeRow>().WithOne()
            .HasForeignKey<ContentVersionCleanupPolicyRow>(x => x.ContentTypeId).OnDelete(DeleteBehavior.NoAction);
    }
}
