using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.DataTypes;

/// <summary>A row of <c>umbracoDataType</c>: an editor with its configuration; its name, key and place in the tree are its node's.</summary>
internal sealed class DataTypeRow
{
    public int NodeId { get; set; }

    public string PropertyEditorAlias { get; set; } = string.Empty;

    public string? PropertyEditorUiAlias { get; set; }

    /// <summary>The name of a <see cref="Umbraco.Cms.Core.Models.ValueStorageType"/>.</summary>
    public string DbType { get; set; } = string.Empty;

    /// <summary>The configuration as the editor's configuration editor writes it, JSON.</summary>
    public string? Config { get; set; }
}

/// <summary>Maps <see cref="DataTypeRow"/>.</summary>
internal sealed class DataTypeRowConfiguration : IEntityTypeConfiguration<DataTypeRow>
{
    public void Configure(EntityTypeBuilder<DataTypeRow> builder)
    {
        builder.ToTable("umbracoDataType");
        builder.HasKey(x => x.NodeId);
        builder.Property(x => x.NodeId).HasColumnName("nodeId").ValueGeneratedNever();
        builder.Property(x => x.PropertyEditorAlias).HasColumnName("propertyEditorAlias").HasMaxLength(255);
        builder.Property(x => x.PropertyEditorUiAlias).HasColumnName("propertyEditorUiAlias").HasMaxLength(255);
        builder.Property(x => x.DbType).HasColumnName("dbType").HasMaxLength(50);
        builder.Property(x => x.Config).HasColumnName("config");
        builder.HasOne<NodeRow>().WithOne().HasForeignKey<DataTypeRow>(x => x.NodeId).OnDelete(DeleteBehavior.NoAction);
    }
}
