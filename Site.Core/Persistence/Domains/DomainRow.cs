using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Domains;

/// <summary>A row of <c>umbracoDomain</c>: a host, or path, at which a document answers in one language.</summary>
internal sealed class DomainRow
{
    public int Id { get; set; }

    public Guid Key { get; set; }

    /// <summary>E.g. <c>/en</c> or <c>www.example.org</c>; <c>*1234</c> is a wildcard, which sets a language only.</summary>
    public string DomainName { get; set; } = string.Empty;

    public int? LanguageId { get; set; }

    public int? RootContentId { get; set; }

    public int SortOrder { get; set; }
}

/// <summary>Maps <see cref="DomainRow"/>.</summary>
internal sealed class DomainRowConfiguration : IEntityTypeConfiguration<DomainRow>
{
    public void Configure(EntityTypeBuilder<DomainRow> builder)
    {
        builder.ToTable("umbracoDomain");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.Key).HasColumnName("key");
        builder.Property(x => x.DomainName).HasColumnName("domainName").HasMaxLength(255);
        builder.Property(x => x.LanguageId).HasColumnName("domainDefaultLanguage");
        builder.Property(x => x.RootContentId).HasColumnName("domainRootStructureID");
        builder.Property(x => x.SortOrder).HasColumnName("sortOrder");
        builder.HasIndex(x => x.Key).IsUnique();
        builder.HasIndex(x => x.DomainName).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.LanguageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.RootContentId).OnDelete(DeleteBehavior.Cascade);
    }
}
