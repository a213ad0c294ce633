using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Relations;

/// <summary>A row of <c>umbracoRelation</c>: the parent has something to do with the child, e.g. shows it.</summary>
internal sealed class RelationRow
{
    public int Id { get; set; }

    public int ParentId { get; set; }

    public int ChildId { get; set; }

    public int RelationType { get; set; }

    public DateTime Datetime { get; set; }

    public string Comment { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="RelationRow"/>.</summary>
internal sealed class RelationRowConfiguration : IEntityTypeConfiguration<RelationRow>
{
    public void Configure(EntityTypeBuilder<RelationRow> builder)
    {
        builder.ToTable("umbracoRelation");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.ParentId).HasColumnName("parentId");
        builder.Property(x => x.ChildId).HasColumnName("childId");
        builder.Property(x => x.RelationType).HasColumnName("relType");
        builder.Property(x => x.Datetime).HasColumnName("datetime");
        builder.Property(x => x.Comment).HasColumnName("comment").HasMaxLength(1000);
        builder.HasIndex(x => new { x.ParentId, x.ChildId, x.RelationType }).IsUnique();
        builder.HasIndex(x => new { x.ChildId, x.RelationType });
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.ParentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.ChildId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<RelationTypeRow>().WithMany().HasForeignKey(x => x.RelationType).OnDelete(DeleteBehavior.Cascade);
    }
}
