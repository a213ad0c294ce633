using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Templates;

/// <summary>A row of <c>cmsTemplate</c>: a template's alias; its name, key and master template are its node's.</summary>
internal sealed class TemplateRow
{
    public int NodeId { get; set; }

    public string Alias { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="TemplateRow"/>.</summary>
internal sealed class TemplateRowConfiguration : IEntityTypeConfiguration<TemplateRow>
{
    public void Configure(EntityTypeBuilder<TemplateRow> builder)
    {
        builder.ToTable("cmsTemplate");
        builder.HasKey(x => x.NodeId);
        builder.Property(x => x.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        builder.Property(x => x.Alias).HasColumnName("alias").HasMaxLength(100);
        builder.HasIndex(x => x.Alias).IsUnique();
        builder.HasOne<NodeRow>().WithOne().HasForeignKey<TemplateRow>(x => x.NodeId).OnDelete(DeleteBehavior.NoAction);
    }
}
