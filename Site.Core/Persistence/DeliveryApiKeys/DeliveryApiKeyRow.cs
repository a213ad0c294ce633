using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.DeliveryApiKeys;

/// <summary>A row of <c>siteDeliveryApiKey</c>: a secret with which a consumer asks the Content Delivery API. Stock Umbraco has no such table.</summary>
internal sealed class DeliveryApiKeyRow
{
    public int Id { get; set; }

    public Guid UniqueId { get; set; }

    public string Name { get; set; } = string.Empty;

    public int Generation { get; set; }

    public string Prefix { get; set; } = string.Empty;

    /// <summary>SHA-256 of the secret.</summary>
    public byte[] Hash { get; set; } = [];

    /// <summary>The keys of the organisations between commas.</summary>
    public string Organisations { get; set; } = string.Empty;

    public bool AllowsPreview { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime? ExpireDate { get; set; }

    public DateTime? RevokeDate { get; set; }

    public DateTime? LastUsedDate { get; set; }
}

/// <summary>Maps <see cref="DeliveryApiKeyRow"/>.</summary>
internal sealed class DeliveryApiKeyRowConfiguration : IEntityTypeConfiguration<DeliveryApiKeyRow>
{
    public void Configure(EntityTypeBuilder<DeliveryApiKeyRow> builder)
    {
        builder.ToTable("siteDeliveryApiKey");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("uniqueId");
        builder.Property(x => x.Name).HasColumnName("name").HasMaxLength(64);
        builder.Property(x => x.Generation).HasColumnName("generation");
        builder.Property(x => x.Prefix).HasColumnName("prefix").HasMaxLength(20);
        builder.Property(x => x.Hash).HasColumnName("hash").HasMaxLength(32);
        builder.Property(x => x.Organisations).HasColumnName("organisations");
        builder.Property(x => x.AllowsPreview).HasColumnName("allowsPreview");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.ExpireDate).HasColumnName("expireDate");
        builder.Property(x => x.RevokeDate).HasColumnName("revokeDate");
        builder.Property(x => x.LastUsedDate).HasColumnName("lastUsedDate");
        builder.HasIndex(x => x.UniqueId).IsUnique();
        builder.HasIndex(x => x.Prefix).IsUnique();
        builder.HasIndex(x => new { x.Name, x.Generation }).IsUnique();
    }
}
