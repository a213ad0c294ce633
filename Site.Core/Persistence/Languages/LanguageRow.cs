using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Languages;

/// <summary>A row of <c>umbracoLanguage</c>.</summary>
internal sealed class LanguageRow
{
    public int Id { get; set; }

    public string IsoCode { get; set; } = string.Empty;

    public string CultureName { get; set; } = string.Empty;

    public bool IsDefault { get; set; }

    public bool IsMandatory { get; set; }

    public int? FallbackLanguageId { get; set; }
}

/// <summary>Maps <see cref="LanguageRow"/>.</summary>
internal sealed class LanguageRowConfiguration : IEntityTypeConfiguration<LanguageRow>
{
    public void Configure(EntityTypeBuilder<LanguageRow> builder)
    {
        builder.ToTable("umbracoLanguage");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.IsoCode).HasColumnName("languageISOCode").HasMaxLength(14);
        builder.Property(x => x.CultureName).HasColumnName("languageCultureName").HasMaxLength(255);
        builder.Property(x => x.IsDefault).HasColumnName("isDefaultVariantLang");
        builder.Property(x => x.IsMandatory).HasColumnName("mandatory");
        builder.Property(x => x.FallbackLanguageId).HasColumnName("fallbackLanguageId");
        builder.HasIndex(x => x.IsoCode).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.FallbackLanguageId).OnDelete(DeleteBehavior.NoAction);
    }
}
