using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.ExternalLogins;

/// <summary>A row of <c>umbracoExternalLogin</c>: an account elsewhere with which a user signs in.</summary>
internal sealed class ExternalLoginRow
{
    public int Id { get; set; }

    public Guid UserOrMemberKey { get; set; }

    public string LoginProvider { get; set; } = string.Empty;

    /// <summary>The account's key at the provider.</summary>
    public string ProviderKey { get; set; } = string.Empty;

    public DateTime CreateDate { get; set; }

    public string? UserData { get; set; }
}

/// <summary>A row of <c>umbracoExternalLoginToken</c>: a token that the provider gave for the account.</summary>
internal sealed class ExternalLoginTokenRow
{
    public int Id { get; set; }

    public int ExternalLoginId { get; set; }

    public string Name { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;

    public DateTime CreateDate { get; set; }
}

/// <summary>Maps <see cref="ExternalLoginRow"/>.</summary>
internal sealed class ExternalLoginRowConfiguration : IEntityTypeConfiguration<ExternalLoginRow>
{
    public void Configure(EntityTypeBuilder<ExternalLoginRow> builder)
    {
        builder.ToTable("umbracoExternalLogin");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UserOrMemberKey).HasColumnName("userOrMemberKey");
        builder.Property(x => x.LoginProvider).HasColumnName("loginProvider").HasMaxLength(400);
        builder.Property(x => x.ProviderKey).HasColumnName("providerKey").HasMaxLength(4000);
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.UserData).HasColumnName("userData");
        builder.HasIndex(x => new { x.UserOrMemberKey, x.LoginProvider }).IsUnique();

        // Stock Umbraco does not ask it; but an account that belonged to two users would let one in as the other.
        builder.HasIndex(x => new { x.LoginProvider, x.ProviderKey }).IsUnique();
    }
}

/// <summary>Maps <see cref="ExternalLoginTokenRow"/>.</summary>
internal sealed class ExternalLoginTokenRowConfiguration : IEntityTypeConfiguration<ExternalLoginTokenRow>
{
    public void Configure(EntityTypeBuilder<ExternalLoginTokenRow> builder)
    {
        builder.ToTable("umbracoExternalLoginToken");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.ExternalLoginId).HasColumnName("externalLoginId");
        builder.Property(x => x.Name).HasColumnName("name").HasMaxLength(255);
        builder.Property(x => x.Value).HasColumnName("value");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.HasIndex(x => new { x.ExternalLoginId, x.Name }).IsUnique();
        builder.HasOne<ExternalLoginRow>().WithMany().HasForeignKey(x => x.ExternalLoginId).OnDelete(DeleteBehavior.Cascade);
    }
}
