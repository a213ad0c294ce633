using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Languages;

namespace Site.Core.Persistence.Dictionary;

/// <summary>A row of <c>cmsLanguageText</c>: a dictionary item in one language.</summary>
internal sealed class LanguageTextRow
{
    public int PrimaryKey { get; set; }

    public int LanguageId { get; set; }

    /// <summary>The key of the dictionary item.</summary>
    public Guid UniqueId { get; set; }

    public string Value { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="LanguageTextRow"/>.</summary>
internal sealed class LanguageTextRowConfiguration : IEntityTypeConfiguration<LanguageTextRow>
{
    public void Configure(EntityTypeBuilder<LanguageTextRow> builder)
    {
        builder.ToTable("cmsLanguageText");
        builder.HasKey(x => x.PrimaryKey);
        builder.Property(x => x.PrimaryKey).HasColumnName("pk").ValueGeneratedOnAdd();
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.UniqueId).HasColumnName("UniqueId");
        builder.Property(x => x.Value).HasColumnName("value");
        builder.HasIndex(x => new { x.LanguageId, x.UniqueId }).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.LanguageId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<DictionaryRow>().WithMany()
            .HasForeignKey(x => x.UniqueId).HasPrincipalKey(x => x.UniqueId).OnDelete(DeleteBehavior.NoAction);
    }
}
