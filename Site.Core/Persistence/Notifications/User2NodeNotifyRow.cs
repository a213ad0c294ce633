using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;

namespace Site.Core.Persistence.Notifications;

/// <summary>A row of <c>umbracoUser2NodeNotify</c>: a user wants to know when something is done to a node.</summary>
internal sealed class User2NodeNotifyRow
{
    public int UserId { get; set; }

    public int NodeId { get; set; }

    /// <summary>What is done: the letter of an action, e.g. <c>Umb.Document.Publish</c>.</summary>
    public string Action { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="User2NodeNotifyRow"/>.</summary>
internal sealed class User2NodeNotifyRowConfiguration : IEntityTypeConfiguration<User2NodeNotifyRow>
{
    public void Configure(EntityTypeBuilder<User2NodeNotifyRow> builder)
    {
        builder.ToTable("umbracoUser2NodeNotify");
        builder.HasKey(x => new { x.UserId, x.NodeId, x.Action });
        builder.Property(x => x.UserId).HasColumnName("userId");
        builder.Property(x => x.NodeId).HasColumnName("nodeId");
        builder.Property(x => x.Action).HasColumnName("action").HasMaxLength(255);
        builder.HasOne<UserRow>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
    }
}
