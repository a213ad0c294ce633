using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Hosting.DeliveryChanges;

namespace Site.Core.Persistence.DeliveryChanges;

/// <summary>A row of <c>siteDeliveryChange</c>: a change of what the Content Delivery API shows. Umbraco has no such table.</summary>
internal sealed class DeliveryChangeRow
{
    /// <summary>Given by the writer, one after the other and in the order of the commits; an engine's sequence would not keep it.</summary>
    public long Position { get; set; }

    public DateTime Date { get; set; }

    public DeliveryChangeKind Kind { get; set; }

    /// <summary>The key of the document, which may be deleted since.</summary>
    public Guid DocumentKey { get; set; }

    /// <summary>Empty for what does not vary.</summary>
    public string Culture { get; set; } = string.Empty;

    public string ContentType { get; set; } = string.Empty;

    public string Path { get; set; } = string.Empty;

    public string? PreviousPath { get; set; }

    public Guid? Organisation { get; set; }

    public Guid? PreviousOrganisation { get; set; }

    public long Fingerprint { get; set; }

    /// <summary>Whether the document can be read in the culture and this is the last that was logged of it.</summary>
    public bool Current { get; set; }
}

/// <summary>Maps <see cref="DeliveryChangeRow"/>.</summary>
internal sealed class DeliveryChangeRowConfiguration : IEntityTypeConfiguration<DeliveryChangeRow>
{
    public void Configure(EntityTypeBuilder<DeliveryChangeRow> builder)
    {
        builder.ToTable("siteDeliveryChange");
        builder.HasKey(x => x.Position);
        builder.Property(x => x.Position).HasColumnName("position").ValueGeneratedNever();
        builder.Property(x => x.Date).HasColumnName("date");
        builder.Property(x => x.Kind).HasColumnName("kind");
        builder.Property(x => x.DocumentKey).HasColumnName("documentKey");
        builder.Property(x => x.Culture).HasColumnName("culture").HasMaxLength(35);
        builder.Property(x => x.ContentType).HasColumnName("contentType").HasMaxLength(255);
        builder.Property(x => x.Path).HasColumnName("path");
        builder.Property(x => x.PreviousPath).HasColumnName("previousPath");
        builder.Property(x => x.Organisation).HasColumnName("organisation");
        builder.Property(x => x.PreviousOrganisation).HasColumnName("previousOrganisation");
        builder.Property(x => x.Fingerprint).HasColumnName("fingerprint");
        builder.Property(x => x.Current).HasColumnName("current");
        builder.HasIndex(x => new { x.DocumentKey, x.Culture });
        builder.HasIndex(x => x.Date);
    }
}
