using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.DataTypes;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>A row of <c>cmsPropertyType</c>: a property of one type (types that are composed of it have the same rows).</summary>
internal sealed class PropertyTypeRow
{
    public int Id { get; set; }

    public Guid UniqueId { get; set; }

    public int DataTypeId { get; set; }

    public int ContentTypeId { get; set; }

    /// <summary><c>null</c> means that the property is shown outside every group.</summary>
    public int? PropertyTypeGroupId { get; set; }

    public string Alias { get; set; } = string.Empty;

    public string? Name { get; set; }

    public int SortOrder { get; set; }

    public bool Mandatory { get; set; }

    public string? MandatoryMessage { get; set; }

    public string? ValidationRegExp { get; set; }

    public string? ValidationRegExpMessage { get; set; }

    public string? Description { get; set; }

    public bool LabelOnTop { get; set; }

    /// <summary>The flags of <see cref="Umbraco.Cms.Core.Models.ContentVariation"/>.</summary>
    public int Variations { get; set; }
}

/// <summary>Maps <see cref="PropertyTypeRow"/>.</summary>
internal sealed class PropertyTypeRowConfiguration : IEntityTypeConfiguration<PropertyTypeRow>
{
    public void Configure(EntityTypeBuilder<PropertyTypeRow> builder)
    {
        builder.ToTable("cmsPropertyType");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("UniqueID");
        builder.Property(x => x.DataTypeId).HasColumnName("dataTypeId");
        builder.Property(x => x.ContentTypeId).HasColumnName("contentTypeId");
        builder.Property(x => x.PropertyTypeGroupId).HasColumnName("propertyTypeGroupId");
        builder.Property(x => x.Alias).HasColumnName("Alias").HasMaxLength(255);
        builder.Property(x => x.Name).HasColumnName("Name").HasMaxLength(255);
        builder.Property(x => x.SortOrder).HasColumnName("sortOrder");
        builder.Property(x => x.Mandatory).HasColumnName("mandatory");
        builder.Property(x => x.MandatoryMessage).HasColumnName("mandatoryMessage").HasMaxLength(500);
        builder.Property(x => x.ValidationRegExp).HasColumnName("validationRegExp").HasMaxLength(255);
        builder.Property(x => x.ValidationRegExpMessage).HasColumnName("validationRegExpMessage").HasMaxLength(500);
        builder.Property(x => x.Description).HasColumnName("Description").HasMaxLength(2000);
        builder.Property(x => x.LabelOnTop).HasColumnName("labelOnTop");
        builder.Property(x => x.Variations).HasColumnName("variations");
        builder.HasIndex(x => x.UniqueId).IsUnique();
        builder.HasIndex(x => x.Alias);
        builder.HasOne<DataTypeRow>().WithMany().HasForeignKey(x => x.DataTypeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.ContentTypeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<PropertyGroupRow>().WithMany().HasForeignKey(x => x.PropertyTypeGroupId).OnDelete(DeleteBehavior.NoAction);
    }
}
