using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Users;

/// <summary>A row of <c>umbracoUserGroup</c>.</summary>
internal sealed class UserGroupRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    public string Alias { get; set; } = string.Empty;

    public string Name { get; set; } = string.Empty;

    public string? Description { get; set; }

    public string? Icon { get; set; }

    public bool HasAccessToAllLanguages { get; set; }

    /// <summary>The document below which the group works; -1 is the root, <c>null</c> none.</summary>
    public int? StartContentId { get; set; }

    /// <summary>The media folder below which the group works; -1 is the root, <c>null</c> none.</summary>
    public int? StartMediaId { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

/// <summary>Maps <see cref="UserGroupRow"/>.</summary>
internal sealed class UserGroupRowConfiguration : IEntityTypeConfiguration<UserGroupRow>
{
    public void Configure(EntityTypeBuilder<UserGroupRow> builder)
    {
        builder.ToTable("umbracoUserGroup");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.Alias).HasColumnName("userGroupAlias").HasMaxLength(200);
        builder.Property(x => x.Name).HasColumnName("userGroupName").HasMaxLength(200);
        builder.Property(x => x.Description).HasColumnName("description");
        builder.Property(x => x.Icon).HasColumnName("icon").HasMaxLength(255);
        builder.Property(x => x.HasAccessToAllLanguages).HasColumnName("hasAccessToAllLanguages");
        builder.Property(x => x.StartContentId).HasColumnName("startContentId");
        builder.Property(x => x.StartMediaId).HasColumnName("startMediaId");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.UpdateDate).HasColumnName("updateDate");
        builder.HasAlternateKey(x => x.Key);
        builder.HasIndex(x => x.Alias).IsUnique();

        // A deleted start node leaves the group without one: without access, and not with access to everything.
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.StartContentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.StartMediaId).OnDelete(DeleteBehavior.SetNull);
    }
}
