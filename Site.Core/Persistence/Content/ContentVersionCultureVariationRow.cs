using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Content;

/// <summary>A row of <c>umbracoContentVersionCultureVariation</c>: the name that a version has in a language.</summary>
internal sealed class ContentVersionCultureVariationRow
{
    public int Id { get; set; }

    public int VersionId { get; set; }

    public int LanguageId { get; set; }

    public string Name { get; set; } = string.Empty;

    /// <summary>When the language was last saved; in a published version, when it was published.</summary>
    public DateTime Date { get; set; }

    /// <summary>The user who last saved the language; <c>null</c> when it is not known.</summary>
    public int? AvailableUserId { get; set; }
}

/// <summary>Maps <see cref="ContentVersionCultureVariationRow"/>.</summary>
internal sealed class ContentVersionCultureVariationRowConfiguration : IEntityTypeConfiguration<ContentVersionCultureVariationRow>
{
    public void Configure(EntityTypeBuilder<ContentVersionCultureVariationRow> builder)
    {
        builder.ToTable("umbracoContentVersionCultureVariation");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.VersionId).HasColumnName("versionId");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.Name).HasColumnName("name").HasMaxLength(255);
        builder.Property(x => x.Date).HasColumnName("date");
        builder.Property(x => x.AvailableUserId).HasColumnName("availableUserId");
        builder.HasIndex(x => new { x.VersionId, x.LanguageId }).IsUnique();
        builder.HasIndex(x => x.LanguageId);
        builder.HasOne<ContentVersionRow>().WithMany().HasForeignKey(x => x.VersionId).OnDelete(DeleteBehavior.Cascade);
    }
}
