using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>A row of <c>cmsPropertyTypeGroup</c>: a tab or a group of properties of one type.</summary>
internal sealed class PropertyGroupRow
{
    public int Id { get; set; }

    public Guid UniqueId { get; set; }

    public int ContentTypeNodeId { get; set; }

    /// <summary>A value of <see cref="Umbraco.Cms.Core.Models.PropertyGroupType"/>.</summary>
    public short Type { get; set; }

    public string? Text { get; set; }

    /// <summary>A group inside a tab has the tab's alias, a slash and its own.</summary>
    public string Alias { get; set; } = string.Empty;

    public int SortOrder { get; set; }
}

/// <summary>Maps <see cref="PropertyGroupRow"/>.</summary>
internal sealed class PropertyGroupRowConfiguration : IEntityTypeConfiguration<PropertyGroupRow>
{
    public void Configure(EntityTypeBuilder<PropertyGroupRow> builder)
    {
        builder.ToTable("cmsPropertyTypeGroup");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("uniqueID");
        builder.Property(x => x.ContentTypeNodeId).HasColumnName("contenttypeNodeId");
        builder.Property(x => x.Type).HasColumnName("type");
        builder.Property(x => x.Text).HasColumnName("text").HasMaxLength(255);
        builder.Property(x => x.Alias).HasColumnName("alias").HasMaxLength(255);
        builder.Property(x => x.SortOrder).HasColumnName("sortorder");
        builder.HasIndex(x => x.UniqueId).IsUnique();
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.ContentTypeNodeId).OnDelete(DeleteBehavior.NoAction);
    }
}
