using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Users;

/// <summary>A row of <c>umbracoUser2UserGroup</c>: a membership.</summary>
internal sealed class User2UserGroupRow
{
    public int UserId { get; set; }

    public int UserGroupId { get; set; }
}

/// <summary>The tree in which a start node lies.</summary>
internal enum StartNodeType
{
    /// <summary>Documents.</summary>
    Content = 1,

    /// <summary>Media.</summary>
    Media = 2,
}

/// <summary>A row of <c>umbracoUserStartNode</c>: a start node of a user, beside those of the groups.</summary>
internal sealed class UserStartNodeRow
{
    public int Id { get; set; }

    public int UserId { get; set; }

    public int StartNode { get; set; }

    public StartNodeType StartNodeType { get; set; }
}

/// <summary>A row of <c>umbracoUserLogin</c>: a session of a signed-in user.</summary>
internal sealed class UserLoginRow
{
    public Guid SessionId { get; set; }

    public int UserId { get; set; }

    public DateTime LoggedInUtc { get; set; }

    public DateTime LastValidatedUtc { get; set; }

    public DateTime? LoggedOutUtc { get; set; }

    public string? IpAddress { get; set; }
}

/// <summary>A row of <c>umbracoUser2ClientId</c>: an OAuth client that signs in as the user.</summary>
internal sealed class User2ClientIdRow
{
    public int UserId { get; set; }

    public string ClientId { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="User2UserGroupRow"/>.</summary>
internal sealed class User2UserGroupRowConfiguration : IEntityTypeConfiguration<User2UserGroupRow>
{
    public void Configure(EntityTypeBuilder<User2UserGroupRow> builder)
    {
        builder.ToTable("umbracoUser2UserGroup");
        builder.HasKey(x => new { x.UserId, x.UserGroupId });
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.UserGroupId).HasColumnName("userGroupId");
        builder.HasOne<UserRow>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<UserGroupRow>().WithMany().HasForeignKey(x => x.UserGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="UserStartNodeRow"/>.</summary>
internal sealed class UserStartNodeRowConfiguration : IEntityTypeConfiguration<UserStartNodeRow>
{
    public void Configure(EntityTypeBuilder<UserStartNodeRow> builder)
    {
        builder.ToTable("umbracoUserStartNode");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.StartNode).HasColumnName("startNode");
        builder.Property(x => x.StartNodeType).HasColumnName("startNodeType");
        builder.HasIndex(x => new { x.UserId, x.StartNodeType, x.StartNode }).IsUnique();
        builder.HasOne<UserRow>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.StartNode).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="UserLoginRow"/>.</summary>
internal sealed class UserLoginRowConfiguration : IEntityTypeConfiguration<UserLoginRow>
{
    public void Configure(EntityTypeBuilder<UserLoginRow> builder)
    {
        builder.ToTable("umbracoUserLogin");
        builder.HasKey(x => x.SessionId);
        builder.Property(x => x.SessionId).HasColumnName("sessionId").ValueGeneratedNever();
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.LoggedInUtc).HasColumnName("loggedInUtc");
        builder.Property(x => x.LastValidatedUtc).HasColumnName("lastValidatedUtc");
        builder.Property(x => x.LoggedOutUtc).HasColumnName("loggedOutUtc");
        builder.Property(x => x.IpAddress).HasColumnName("ipAddress").HasMaxLength(255);
        builder.HasIndex(x => x.LastValidatedUtc);
        builder.HasOne<UserRow>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="User2ClientIdRow"/>.</summary>
internal sealed class User2ClientIdRowConfiguration : IEntityTypeConfiguration<User2ClientIdRow>
{
    public void Configure(EntityTypeBuilder<User2ClientIdRow> builder)
    {
        builder.ToTable("umbracoUser2ClientId");
        builder.HasKey(x => new { x.UserId, x.ClientId });
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.ClientId).HasColumnName("clientId").HasMaxLength(255);
        builder.HasIndex(x => x.ClientId).IsUnique();
        builder.HasOne<UserRow>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
    }
}
