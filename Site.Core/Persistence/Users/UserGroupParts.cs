using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Users;

/// <summary>A row of <c>umbracoUserGroup2App</c>: a section that a group sees.</summary>
internal sealed class UserGroup2AppRow
{
    public int UserGroupId { get; set; }

    /// <summary>A section's alias, e.g. <c>content</c>.</summary>
    public string App { get; set; } = string.Empty;
}

/// <summary>A row of <c>umbracoUserGroup2Language</c>: a language in which a group may edit.</summary>
internal sealed class UserGroup2LanguageRow
{
    public int UserGroupId { get; set; }

    public int LanguageId { get; set; }
}

/// <summary>A row of <c>umbracoUserGroup2Permission</c>: a default permission of a group.</summary>
internal sealed class UserGroup2PermissionRow
{
    public int Id { get; set; }

    public Guid UserGroupKey { get; set; }

    /// <summary>A verb, e.g. <c>Umb.Document.Read</c>.</summary>
    public string Permission { get; set; } = string.Empty;
}

/// <summary>A row of <c>umbracoUserGroup2GranularPermission</c>: a permission of a group on one node.</summary>
internal sealed class UserGroup2GranularPermissionRow
{
    public int Id { get; set; }

    public Guid UserGroupKey { get; set; }

    /// <summary>The key of the node; <c>null</c> when the context knows what it is about in another way.</summary>
    public Guid? UniqueId { get; set; }

    /// <summary>A verb; on a document the empty one says that the group has no permission there.</summary>
    public string Permission { get; set; } = string.Empty;

    /// <summary>What it is a permission on, e.g. <c>Document</c>.</summary>
    public string Context { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="UserGroup2AppRow"/>.</summary>
internal sealed class UserGroup2AppRowConfiguration : IEntityTypeConfiguration<UserGroup2AppRow>
{
    public void Configure(EntityTypeBuilder<UserGroup2AppRow> builder)
    {
        builder.ToTable("umbracoUserGroup2App");
        builder.HasKey(x => new { x.UserGroupId, x.App });
        builder.Property(x => x.UserGroupId).HasColumnName("userGroupId");
        builder.Property(x => x.App).HasColumnName("app").HasMaxLength(50);
        builder.HasOne<UserGroupRow>().WithMany().HasForeignKey(x => x.UserGroupId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="UserGroup2LanguageRow"/>.</summary>
internal sealed class UserGroup2LanguageRowConfiguration : IEntityTypeConfiguration<UserGroup2LanguageRow>
{
    public void Configure(EntityTypeBuilder<UserGroup2LanguageRow> builder)
    {
        builder.ToTable("umbracoUserGroup2Language");
        builder.HasKey(x => new { x.UserGroupId, x.LanguageId });
        builder.Property(x => x.UserGroupId).HasColumnName("userGroupId");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.HasOne<UserGroupRow>().WithMany().HasForeignKey(x => x.UserGroupId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.LanguageId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="UserGroup2PermissionRow"/>.</summary>
internal sealed class UserGroup2PermissionRowConfiguration : IEntityTypeConfiguration<UserGroup2PermissionRow>
{
    public void Configure(EntityTypeBuilder<UserGroup2PermissionRow> builder)
    {
        builder.ToTable("umbracoUserGroup2Permission");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UserGroupKey).HasColumnName("userGroupKey");
        builder.Property(x => x.Permission).HasColumnName("permission").HasMaxLength(255);
        builder.HasIndex(x => new { x.UserGroupKey, x.Permission }).IsUnique();
        builder.HasOne<UserGroupRow>().WithMany().HasForeignKey(x => x.UserGroupKey).HasPrincipalKey(x => x.Key).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="UserGroup2GranularPermissionRow"/>.</summary>
internal sealed class UserGroup2GranularPermissionRowConfiguration : IEntityTypeConfiguration<UserGroup2GranularPermissionRow>
{
    public void Configure(EntityTypeBuilder<UserGroup2GranularPermissionRow> builder)
    {
        builder.ToTable("umbracoUserGroup2GranularPermission");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UserGroupKey).HasColumnName("userGroupKey");
        builder.Property(x => x.UniqueId).HasColumnName("uniqueId");
        builder.Property(x => x.Permission).HasColumnName("permission").HasMaxLength(255);
        builder.Property(x => x.Context).HasColumnName("context").HasMaxLength(50);
        builder.HasIndex(x => new { x.UserGroupKey, x.UniqueId });
        builder.HasOne<UserGroupRow>().WithMany().HasForeignKey(x => x.UserGroupKey).HasPrincipalKey(x => x.Key).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.UniqueId).HasPrincipalKey(x => x.UniqueId).OnDelete(DeleteBehavior.Cascade);
    }
}
