using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.TwoFactor;

/// <summary>A row of <c>umbracoTwoFactorLogin</c>: a second factor with which a user signs in.</summary>
internal sealed class TwoFactorLoginRow
{
    public int Id { get; set; }

    public Guid UserOrMemberKey { get; set; }

    public string ProviderName { get; set; } = string.Empty;

    /// <summary>What the provider and the user share.</summary>
    public string Secret { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="TwoFactorLoginRow"/>.</summary>
internal sealed class TwoFactorLoginRowConfiguration : IEntityTypeConfiguration<TwoFactorLoginRow>
{
    public void Configure(EntityTypeBuilder<TwoFactorLoginRow> builder)
    {
        builder.ToTable("umbracoTwoFactorLogin");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UserOrMemberKey).HasColumnName("userOrMemberKey");
        builder.Property(x => x.ProviderName).HasColumnName("providerName").HasMaxLength(400);
        builder.Property(x => x.Secret).HasColumnName("secret").HasMaxLength(400);
        builder.HasIndex(x => new { x.UserOrMemberKey, x.ProviderName }).IsUnique();
    }
}
