using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Content;

/// <summary>
/// A row of <c>umbracoContentVersion</c>: one version of a document or media item. Exactly one of a node's versions is current: the
/// one that editors see. The published one is another.
/// </summary>
internal sealed class ContentVersionRow
{
    public int Id { get; set; }

    public int NodeId { get; set; }

    /// <summary>When the version was last saved; of a published version, when it was published.</summary>
    public DateTime VersionDate { get; set; }

    /// <summary>The id of the user who saved the version.</summary>
    public int? UserId { get; set; }

    public bool Current { get; set; }

    /// <summary>The name in this version; for a variant document that in the default language.</summary>
    public string? Text { get; set; }

    /// <summary>Whether the clean-up of old versions must keep this one.</summary>
    public bool PreventCleanup { get; set; }
}

/// <summary>Maps <see cref="ContentVersionRow"/>.</summary>
internal sealed class ContentVersionRowConfiguration : IEntityTypeConfiguration<ContentVersionRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionRow> builder)
    {
        builder.ToTable("umbracoContentVersion");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.NodeId).HasColumnName("nodeId");
        builder.Property(x => x.VersionDate).HasColumnName("versionDate");
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.Current).HasColumnName("current");
        builder.Property(x => x.Text).HasColumnName("text").HasMaxLength(255);
        builder.Property(x => x.PreventCleanup).HasColumnName("preventCleanup");
        builder.HasIndex(x => new { x.NodeId, x.Current });
        builder.HasOne<ContentRow>().WithMany().HasForeignKey(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
    }
}
