using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.PublicAccess;

/// <summary>A row of <c>umbracoAccess</c>: a document that, with everything below it, is not public.</summary>
internal sealed class AccessRow
{
    public Guid Id { get; set; }

    public int NodeId { get; set; }

    /// <summary>The document that visitors who are not signed in see.</summary>
    public int LoginNodeId { get; set; }

    /// <summary>The document that visitors without access see.</summary>
    public int NoAccessNodeId { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

/// <summary>A row of <c>umbracoAccessRule</c>: who may see a document that is not public.</summary>
internal sealed class AccessRuleRow
{
    public Guid Id { get; set; }

    public Guid AccessId { get; set; }

    public string? RuleValue { get; set; }

    public string? RuleType { get; set; }

    public DateTime CreateDate { get; set; }

    public DateTime UpdateDate { get; set; }
}

/// <summary>Maps <see cref="AccessRow"/>.</summary>
internal sealed class AccessRowConfiguration : IEntityTypeConfiguration<AccessRow>
{
    public void Configure(EntityTypeBuilder<AccessRow> builder)
    {
        builder.ToTable("umbracoAccess");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.NodeId).HasColumnName("nodeId");
        builder.Property(x => x.LoginNodeId).HasColumnName("loginNodeId");
        builder.Property(x => x.NoAccessNodeId).HasColumnName("noAccessNodeId");
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.UpdateDate).HasColumnName("updateDate");
        builder.HasIndex(x => x.NodeId).IsUnique();
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);

        // The pages that visitors are sent to may be deleted without making the protected document public, so they are no
        // foreign keys.
    }
}

/// <summary>Maps <see cref="AccessRuleRow"/>.</summary>
internal sealed class AccessRuleRowConfiguration : IEntityTypeConfiguration<AccessRuleRow>
{
    public void Configure(EntityTypeBuilder<AccessRuleRow> builder)
    {
        builder.ToTable("umbracoAccessRule");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.AccessId).HasColumnName("accessId");
        builder.Property(x => x.RuleValue).HasColumnName("ruleValue").HasMaxLength(255);
        builder.Property(x => x.RuleType).HasColumnName("ruleType").HasMaxLength(255);
        builder.Property(x => x.CreateDate).HasColumnName("createDate");
        builder.Property(x => x.UpdateDate).HasColumnName("updateDate");
        builder.HasIndex(x => new { x.RuleValue, x.RuleType, x.AccessId }).IsUnique();
        builder.HasOne<AccessRow>().WithMany().HasForeignKey(x => x.AccessId).OnDelete(DeleteBehavior.Cascade);
    }
}
