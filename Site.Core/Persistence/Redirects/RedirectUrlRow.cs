using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Redirects;

/// <summary>A row of <c>umbracoRedirectUrl</c>: a route at which a document was found before.</summary>
internal sealed class RedirectUrlRow
{
    public Guid Id { get; set; }

    public Guid ContentKey { get; set; }

    public DateTime CreateDateUtc { get; set; }

    /// <summary>The route, e.g. <c>1062/programmes/eau</c> (below a domain's root) or <c>/a-propos</c>.</summary>
    public string Url { get; set; } = string.Empty;

    /// <summary>The culture; empty for every culture, since an index tells <c>null</c> from <c>null</c>.</summary>
    public string Culture { get; set; } = string.Empty;

    /// <summary>SHA-256 of <see cref="Url"/> in hexadecimal digits: long routes are found by a short index.</summary>
    public string UrlHash { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="RedirectUrlRow"/>.</summary>
internal sealed class RedirectUrlRowConfiguration : IEntityTypeConfiguration<RedirectUrlRow>
{
    public void Configure(EntityTypeBuilder<RedirectUrlRow> builder)
    {
        builder.ToTable("umbracoRedirectUrl");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.ContentKey).HasColumnName("contentKey");
        builder.Property(x => x.CreateDateUtc).HasColumnName("createDateUtc");
        builder.Property(x => x.Url).HasColumnName("url");
        builder.Property(x => x.Culture).HasColumnName("culture").HasMaxLength(255);
        builder.Property(x => x.UrlHash).HasColumnName("urlHash").HasMaxLength(64);
        builder.HasIndex(x => new { x.UrlHash, x.ContentKey, x.Culture }).IsUnique();
        builder.HasIndex(x => x.CreateDateUtc);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.ContentKey).HasPrincipalKey(x => x.UniqueId).OnDelete(DeleteBehavior.Cascade);
    }
}
