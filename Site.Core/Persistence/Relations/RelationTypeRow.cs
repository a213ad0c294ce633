using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Relations;

/// <summary>A row of <c>umbracoRelationType</c>.</summary>
internal sealed class RelationTypeRow
{
    public int Id { get; set; }

    public Guid UniqueId { get; set; }

    public string Alias { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    /// <summary>Whether the relation holds in both directions.</summary>
    public bool Dual { get; set; }

    /// <summary>One of <see cref="Umbraco.Cms.Core.Constants.ObjectTypes"/>; <c>null</c> is any.</summary>
    public Guid? ParentObjectType { get; set; }

    /// <summary>One of <see cref="Umbraco.Cms.Core.Constants.ObjectTypes"/>; <c>null</c> is any.</summary>
    public Guid? ChildObjectType { get; set; }

    /// <summary>Whether the parent breaks when the child is gone.</summary>
    public bool IsDependency { get; set; }
}

/// <summary>Maps <see cref="RelationTypeRow"/>.</summary>
internal sealed class RelationTypeRowConfiguration : IEntityTypeConfiguration<RelationTypeRow>
{
    public void Configure(EntityTypeBuilder<RelationTypeRow> builder)
    {
        builder.ToTable("umbracoRelationType");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("typeUniqueId");
        builder.Property(x => x.Alias).HasColumnName("alias").HasMaxLength(100);
        builder.Property(x => x.Name).HasColumnName("name").HasMaxLength(255);
        builder.Property(x => x.Dual).HasColumnName("dual");
        builder.Property(x => x.ParentObjectType).HasColumnName("parentObjectType");
        builder.Property(x => x.ChildObjectType).HasColumnName("childObjectType");
        builder.Property(x => x.IsDependency).HasColumnName("isDependency");
        builder.HasIndex(x => x.UniqueId).IsUnique();
        builder.HasIndex(x => x.Alias).IsUnique();
        builder.HasIndex(x => x.Name).IsUnique();
    }
}
