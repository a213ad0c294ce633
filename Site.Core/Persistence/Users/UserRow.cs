using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Umbraco.Cms.Core.Models.Membership;

namespace Site.Core.Persistence.Users;

/// <summary>A row of <c>umbracoUser</c>: a person, or an API client, that may enter the backoffice.</summary>
internal sealed class UserRow
{
    /// <summary>The id of <see cref="Umbraco.Cms.Core.Constants.Security.SuperUserKey"/>, as whom the site itself acts.</summary>
    public const int SuperUserId = -1;

    public int Id { get; set; }

    public Guid Key { get; set; }

    /// <summary>Whether the user is not approved to sign in.</summary>
    public bool Disabled { get; set; }

    /// <summary>Whether the user is locked out.</summary>
    public bool NoConsole { get; set; }

    public string Name { get; set; } = string.Empty;

    public string Login { get; set; } = string.Empty;

    /// <summary>The hash; <c>null</c> means that the user has none and cannot sign in with one.</summary>
    public string? Password { get; set; }

    /// <summary>JSON that names the hash algorithm.</summary>
    public string? PasswordConfig { get; set; }

    public string Email { get; set; } = string.Empty;

    /// <summary>The language of the backoffice, e.g. <c>fr-FR</c>.</summary>
    public string? Language { get; set; }

    public string? SecurityStamp { get; set; }

    public int FailedLoginAttempts { get; set; }

    public DateTime? LastLockoutDate { get; set; }

    public DateTime? LastPasswordChangeDate { get; set; }

    public DateTime? LastLoginDate { get; set; }

    public DateTime? EmailConfirmedDate { get; set; }

    public DateTime? InvitedDate { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }

    public UserKind Kind { get; set; }

    public string? Avatar { get; set; }
}

/// <summary>Maps <see cref="UserRow"/>.</summary>
internal sealed class UserRowConfiguration : IEntityTypeConfiguration<UserRow>
{
    public void Configure(EntityTypeBuilder<UserRow> builder)
    {
        builder.ToTable("umbracoUser");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.Disabled).HasColumnName("userDisabled");
        builder.Property(x => x.NoConsole).HasColumnName("userNoConsole");
        builder.Property(x => x.Name).HasColumnName("userName").HasMaxLength(255);
        builder.Property(x => x.Login).HasColumnName("userLogin").HasMaxLength(125);
        builder.Property(x => x.Password).HasColumnName("userPassword").HasMaxLength(500);
        builder.Property(x => x.PasswordConfig).HasColumnName("passwordConfig").HasMaxLength(500);
        builder.Property(x => x.Email).HasColumnName("userEmail").HasMaxLength(255);
        builder.Property(x => x.Language).HasColumnName("userLanguage").HasMaxLength(10);
        builder.Property(x => x.SecurityStamp).HasColumnName("securityStampToken").HasMaxLength(255);
        builder.Property(x => x.FailedLoginAttempts).HasColumnName("failedLoginAttempts");
        builder.Property(x => x.LastLockoutDate).HasColumnName("lastLockoutDate");
        builder.Property(x => x.LastPasswordChangeDate).HasColumnName("lastPasswordChangeDate");
        builder.Property(x => x.LastLoginDate).HasColumnName("lastLoginDate");
        builder.Property(x => x.EmailConfirmedDate).HasColumnName("emailConfirmedDate");
        builder.Property(x => x.InvitedDate).HasColumnName("invitedDate");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.UpdateDate).HasColumnName("updateDate");
        builder.Property(x => x.Kind).HasColumnName("kind").HasConversion<short>();
        builder.Property(x => x.Avatar).HasColumnName("avatar").HasMaxLength(500);
        builder.HasIndex(x => x.Key).IsUnique();
        builder.HasIndex(x => x.Login).IsUnique();
    }
}
