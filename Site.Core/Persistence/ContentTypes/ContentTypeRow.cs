using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>A row of <c>cmsContentType</c>: a document or media type; its name, key and place in the tree are its node's.</summary>
internal sealed class ContentTypeRow
{
    public int NodeId { get; set; }

    public string Alias { get; set; } = string.Empty;

    public string? Icon { get; set; }

    public string Thumbnail { get; set; } = "folder.png";

    public string? Description { get; set; }

    /// <summary>The key of the data type of the collection view, if children are shown in one.</summary>
    public Guid? ListView { get; set; }

    public bool IsElement { get; set; }

    public bool AllowAtRoot { get; set; }

    /// <summary>The flags of <see cref="Umbraco.Cms.Core.Models.ContentVariation"/>.</summary>
    public int Variations { get; set; }
}

/// <summary>Maps <see cref="ContentTypeRow"/>.</summary>
internal sealed class ContentTypeRowConfiguration : IEntityTypeConfiguration<ContentTypeRow>
{
    public void Configure(EntityTypeBuilder<ContentTypeRow> builder)
    {
        builder.ToTable("cmsContentType");
        builder.HasKey(x => x.NodeId);
        builder.Property(x => x.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        builder.Property(x => x.Alias).HasColumnName("alias").HasMaxLength(255);
        builder.Property(x => x.Icon).HasColumnName("icon").HasMaxLength(255);
        builder.Property(x => x.Thumbnail).HasColumnName("thumbnail").HasMaxLength(255);
        builder.Property(x => x.Description).HasColumnName("description").HasMaxLength(1500);
        builder.Property(x => x.ListView).HasColumnName("listView");
        builder.Property(x => x.IsElement).HasColumnName("isElement");
        builder.Property(x => x.AllowAtRoot).HasColumnName("allowAtRoot");
        builder.Property(x => x.Variations).HasColumnName("variations");
        builder.HasIndex(x => x.Alias);
        builder.HasOne<NodeRow>().WithOne().HasForeignKey<ContentTypeRow>(x => x.NodeId).OnDelete(DeleteBehavior.NoAction);
    }
}
