using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.KeyValues;

/// <summary>A row of <c>umbracoKeyValue</c>: a state that services keep, e.g. which segments URLs were built with.</summary>
internal sealed class KeyValueRow
{
    public string Key { get; set; } = string.Empty;

    public string? Value { get; set; }

    public DateTime Updated { get; set; }
}

/// <summary>Maps <see cref="KeyValueRow"/>.</summary>
internal sealed class KeyValueRowConfiguration : IEntityTypeConfiguration<KeyValueRow>
{
    public void Configure(EntityTypeBuilder<KeyValueRow> builder)
    {
        builder.ToTable("umbracoKeyValue");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).HasColumnName("key").HasMaxLength(256);
        builder.Property(x => x.Value).HasColumnName("value");
        builder.Property(x => x.Updated).HasColumnName("updated");
    }
}
