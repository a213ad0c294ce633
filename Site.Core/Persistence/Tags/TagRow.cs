using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Tags;

/// <summary>A row of <c>cmsTags</c>.</summary>
internal sealed class TagRow
{
    public int Id { get; set; }

    public string Group { get; set; } = string.Empty;

    /// <summary>The language of a tag on a varying property; <c>null</c> on an invariant one.</summary>
    public int? LanguageId { get; set; }

    public string Text { get; set; } = string.Empty;
}

/// <summary>A row of <c>cmsTagRelationship</c>: a tag on a property of a node.</summary>
internal sealed class TagRelationshipRow
{
    public int NodeId { get; set; }

    public int TagId { get; set; }

    public int PropertyTypeId { get; set; }
}

/// <summary>Maps <see cref="TagRow"/>.</summary>
internal sealed class TagRowConfiguration : IEntityTypeConfiguration<TagRow>
{
    public void Configure(EntityTypeBuilder<TagRow> builder)
    {
        builder.ToTable("cmsTags");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Group).HasColumnName("group").HasMaxLength(100);
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.Text).HasColumnName("tag").HasMaxLength(200);
        builder.HasIndex(x => new { x.Group, x.Text, x.LanguageId }).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.LanguageId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="TagRelationshipRow"/>.</summary>
internal sealed class TagRelationshipRowConfiguration : IEntityTypeConfiguration<TagRelationshipRow>
{
    public void Configure(EntityTypeBuilder<TagRelationshipRow> builder)
    {
        builder.ToTable("cmsTagRelationship");
        builder.HasKey(x => new { x.NodeId, x.PropertyTypeId, x.TagId });
        builder.Property(x => x.NodeId).HasColumnName("nodeId");
        builder.Property(x => x.TagId).HasColumnName("tagId");
        builder.Property(x => x.PropertyTypeId).HasColumnName("propertyTypeId");
        builder.HasIndex(x => new { x.TagId, x.NodeId });
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<TagRow>().WithMany().HasForeignKey(x => x.TagId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<PropertyTypeRow>().WithMany().HasForeignKey(x => x.PropertyTypeId).OnDelete(DeleteBehavior.Cascade);
    }
}
