using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Nodes;

/// <summary>
/// A row of <c>umbracoNode</c>: what documents, media, types, data types, templates and containers have in common, and their place in
/// their tree.
/// </summary>
internal sealed class NodeRow
{
    public int Id { get; set; }

    /// <summary>The key that is the same in every environment.</summary>
    public Guid UniqueId { get; set; }

    /// <summary>-1 is the root, -20 the recycle bin of documents, -21 that of media.</summary>
    public int ParentId { get; set; }

    public int Level { get; set; }

    /// <summary>The ids from the root to the node itself, joined by commas: <c>-1,1050,1051</c>.</summary>
    public string Path { get; set; } = string.Empty;

    public int SortOrder { get; set; }

    public bool Trashed { get; set; }

    /// <summary>The id of the user who created the node.</summary>
    public int? NodeUser { get; set; }

    /// <summary>The name; for a variant document that in the default language.</summary>
    public string? Text { get; set; }

    /// <summary>One of <see cref="Umbraco.Cms.Core.Constants.ObjectTypes"/>.</summary>
    public Guid NodeObjectType { get; set; }

    public DateTime CreateDate { get; set; }
}

/// <summary>Maps <see cref="NodeRow"/>.</summary>
internal sealed class NodeRowConfiguration : IEntityTypeConfiguration<NodeRow>
{
    /// <summary>Ids below this one are Umbraco's own.</summary>
    internal const int FirstId = 1100;

    public void Configure(EntityTypeBuilder<NodeRow> builder)
    {
        builder.ToTable("umbracoNode");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd().HasIdentityOptions(startValue: FirstId);
        builder.Property(x => x.UniqueId).HasColumnName("uniqueId");
        builder.Property(x => x.ParentId).HasColumnName("parentId");
        builder.Property(x => x.Level).HasColumnName("level");
        builder.Property(x => x.Path).HasColumnName("path").HasMaxLength(4000);
        builder.Property(x => x.SortOrder).HasColumnName("sortOrder");
        builder.Property(x => x.Trashed).HasColumnName("trashed");
        builder.Property(x => x.NodeUser).HasColumnName("nodeUser");
        builder.Property(x => x.Text).HasColumnName("text").HasMaxLength(255);
        builder.Property(x => x.NodeObjectType).HasColumnName("nodeObjectType");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.HasIndex(x => x.UniqueId).IsUnique();
        builder.HasIndex(x => new { x.ParentId, x.NodeObjectType, x.SortOrder });
        builder.HasIndex(x => new { x.NodeObjectType, x.Trashed });
        builder.HasIndex(x => x.Path);
    }
}
