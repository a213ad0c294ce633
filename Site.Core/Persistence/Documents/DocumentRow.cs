using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Content;

namespace Site.Core.Persistence.Documents;

/// <summary>A row of <c>umbracoDocument</c>: whether a document is published, and whether its draft differs from that.</summary>
internal sealed class DocumentRow
{
    public int NodeId { get; set; }

    public bool Published { get; set; }

    public bool Edited { get; set; }
}

/// <summary>Maps <see cref="DocumentRow"/>.</summary>
internal sealed class DocumentRowConfiguration : IEntityTypeConfiguration<DocumentRow>
{
    public void Configure(EntityTypeBuilder<DocumentRow> builder)
    {
        builder.ToTable("umbracoDocument");
        builder.HasKey(x => x.NodeId);
        builder.Property(x => x.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        builder.Property(x => x.Published).HasColumnName("published");
        builder.Property(x => x.Edited).HasColumnName("edited");
        builder.HasOne<ContentRow>().WithOne().HasForeignKey<DocumentRow>(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
    }
}
