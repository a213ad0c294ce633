using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Content;

/// <summary>A row of <c>umbracoContent</c>: makes a node a document or a media item and names its type.</summary>
internal sealed class ContentRow
{
    public int NodeId { get; set; }

    /// <summary>The node of the document type or media type.</summary>
    public int ContentTypeId { get; set; }
}

/// <summary>Maps <see cref="ContentRow"/>.</summary>
internal sealed class ContentRowConfiguration : IEntityTypeConfiguration<ContentRow>
{
    public void Configure(EntityTypeBuilder<ContentRow> builder)
    {
        builder.ToTable("umbracoContent");
        builder.HasKey(x => x.NodeId);
        builder.Property(x => x.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        builder.Property(x => x.ContentTypeId).HasColumnName("contentTypeId");
        builder.HasOne<NodeRow>().WithOne().HasForeignKey<ContentRow>(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.ContentTypeId).OnDelete(DeleteBehavior.Restrict);
    }
}
