using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.DocumentUrls;

/// <summary>A row of <c>umbracoDocumentUrl</c>: a URL segment of a document.</summary>
internal sealed class DocumentUrlRow
{
    public int Id { get; set; }

    /// <summary>The document's key.</summary>
    public Guid UniqueId { get; set; }

    public bool IsDraft { get; set; }

    /// <summary>The language; <c>null</c> for a document that does not vary.</summary>
    public int? LanguageId { get; set; }

    public string UrlSegment { get; set; } = string.Empty;

    /// <summary>Whether URLs are made of this one, if a document has several.</summary>
    public bool IsPrimary { get; set; }
}

/// <summary>A row of <c>umbracoDocumentUrlAlias</c>: another URL at which a document answers.</summary>
internal sealed class DocumentUrlAliasRow
{
    public int Id { get; set; }

    /// <summary>The document's key.</summary>
    public Guid UniqueId { get; set; }

    /// <summary>The language; <c>null</c> for all.</summary>
    public int? LanguageId { get; set; }

    public string Alias { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="DocumentUrlRow"/>.</summary>
internal sealed class DocumentUrlRowConfiguration : IEntityTypeConfiguration<DocumentUrlRow>
{
    public void Configure(EntityTypeBuilder<DocumentUrlRow> builder)
    {
        builder.ToTable("umbracoDocumentUrl");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("uniqueId");
        builder.Property(x => x.IsDraft).HasColumnName("isDraft");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.UrlSegment).HasColumnName("urlSegment").HasMaxLength(255);
        builder.Property(x => x.IsPrimary).HasColumnName("isPrimary");
        builder.HasIndex(x => new { x.UniqueId, x.LanguageId, x.IsDraft, x.UrlSegment }).IsUnique();
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.LanguageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.UniqueId).HasPrincipalKey(x => x.UniqueId).OnDelete(DeleteBehavior.Cascade);
    }
}

/// <summary>Maps <see cref="DocumentUrlAliasRow"/>.</summary>
internal sealed class DocumentUrlAliasRowConfiguration : IEntityTypeConfiguration<DocumentUrlAliasRow>
{
    public void Configure(EntityTypeBuilder<DocumentUrlAliasRow> builder)
    {
        builder.ToTable("umbracoDocumentUrlAlias");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.UniqueId).HasColumnName("uniqueId");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.Alias).HasColumnName("alias").HasMaxLength(2048);
        builder.HasIndex(x => x.UniqueId);
        builder.HasOne<LanguageRow>().WithMany().HasForeignKey(x => x.LanguageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.UniqueId).HasPrincipalKey(x => x.UniqueId).OnDelete(DeleteBehavior.Cascade);
    }
}
