using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.UserData;

/// <summary>A row of <c>umbracoUserData</c>: something that the backoffice remembers for a user.</summary>
internal sealed class UserDataRow
{
    public Guid Key { get; set; }

    public Guid UserKey { get; set; }

    public string Group { get; set; } = string.Empty;

    public string Identifier { get; set; } = string.Empty;

    public string Value { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="UserDataRow"/>.</summary>
internal sealed class UserDataRowConfiguration : IEntityTypeConfiguration<UserDataRow>
{
    public void Configure(EntityTypeBuilder<UserDataRow> builder)
    {
        builder.ToTable("umbracoUserData");
        builder.HasKey(x => x.Key);
        builder.Property(x => x.Key).HasColumnName("key").ValueGeneratedNever();
        builder.Property(x => x.UserKey).HasColumnName("userKey");
        builder.Property(x => x.Group).HasColumnName("group").HasMaxLength(255);
        builder.Property(x => x.Identifier).HasColumnName("identifier").HasMaxLength(255);
        builder.Property(x => x.Value).HasColumnName("value");
        builder.HasIndex(x => new { x.UserKey, x.Group, x.Identifier });
    }
}
