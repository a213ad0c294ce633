using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Content;

/// <summary>
/// A row of <c>umbracoPropertyData</c>: the value that a version has for a property, in a language and a segment. Exactly one of the
/// value columns is set; a property without a value has no row.
/// </summary>
internal sealed class PropertyDataRow
{
    public int Id { get; set; }

    public int VersionId { get; set; }

    public int PropertyTypeId { get; set; }

    /// <summary>The language; <c>null</c> for a value that does not vary by culture.</summary>
    public int? LanguageId { get; set; }

    /// <summary>The segment; <c>null</c> for a value that does not vary by segment.</summary>
    public string? Segment { get; set; }

    public int? IntValue { get; set; }

    public decimal? DecimalValue { get; set; }

    /// <summary>A date as the editor gave it, without a time zone.</summary>
    public DateTime? DateValue { get; set; }

    public string? VarcharValue { get; set; }

    public string? TextValue { get; set; }

    /// <summary>What lists are ordered by when the value itself does not sort (see <see cref="Umbraco.Cms.Core.PropertyEditors.IDataValueSortable"/>).</summary>
    public string? SortableValue { get; set; }
}

/// <summary>Maps <see cref="PropertyDataRow"/>.</summary>
/// <remarks>On PostgreSQL <c>dateValue</c> is a <c>timestamp without time zone</c>: see <see cref="Postgres.PostgresSiteDbContext"/>.</remarks>
internal sealed class PropertyDataRowConfiguration : IEntityTypeConfiguration<PropertyDataRow>
{
    /// <summary>The longest text that <c>varcharValue</c> holds.</summary>
    internal const int MaxVarcharLength = 512;

    public void Configure(EntityTypeBuilder<PropertyDataRow> builder)
    {
        builder.ToTable("umbracoPropertyData");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.VersionId).HasColumnName("versionId");
        builder.Property(x => x.PropertyTypeId).HasColumnName("propertyTypeId");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.Segment).HasColumnName("segment").HasMaxLength(256);
        builder.Property(x => x.IntValue).HasColumnName("intValue");
        builder.Property(x => x.DecimalValue).HasColumnName("decimalValue").HasPrecision(38, 6);
        builder.Property(x => x.DateValue).HasColumnName("dateValue").HasConversion<UnspecifiedDateTimeConverter>();
        builder.Property(x => x.VarcharValue).HasColumnName("varcharValue").HasMaxLength(MaxVarcharLength);
        builder.Property(x => x.TextValue).HasColumnName("textValue");
        builder.Property(x => x.SortableValue).HasColumnName("sortableValue").HasMaxLength(MaxVarcharLength);
        builder.HasIndex(x => new { x.VersionId, x.PropertyTypeId });
        builder.HasIndex(x => x.PropertyTypeId);
        builder.HasIndex(x => x.LanguageId);
        builder.HasOne<ContentVersionRow>().WithMany().HasForeignKey(x => x.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
