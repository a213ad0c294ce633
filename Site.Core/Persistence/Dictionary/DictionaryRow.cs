using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Dictionary;

/// <summary>A row of <c>cmsDictionary</c>: a text that templates name by its key.</summary>
internal sealed class DictionaryRow
{
    public int PrimaryKey { get; set; }

    public Guid UniqueId { get; set; }

    /// <summary>The key of the item above, <c>null</c> at the top.</summary>
    public Guid? Parent { get; set; }

    public string Key { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="DictionaryRow"/>.</summary>
internal sealed class DictionaryRowConfiguration : IEntityTypeConfiguration<DictionaryRow>
{
    public void Configure(EntityTypeBuilder<DictionaryRow> builder)
    {
        builder.ToTable("cmsDictionary");
        builder.HasKey(x => x.PrimaryKey);
        builder.Property(x => x.PrimaryKey).HasColumnName("pk").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("id");
        builder.Property(x => x.Parent).HasColumnName("parent");
        builder.Property(x => x.Key).HasColumnName("key").HasMaxLength(450);
        builder.HasAlternateKey(x => x.UniqueId);
        builder.HasIndex(x => x.Key).IsUnique();
        builder.HasOne<DictionaryRow>().WithMany()
            .HasForeignKey(x => x.Parent).HasPrincipalKey(x => x.UniqueId).OnDelete(DeleteBehavior.NoAction);
    }
}
