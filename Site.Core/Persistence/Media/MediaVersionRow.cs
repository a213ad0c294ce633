using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Content;

namespace Site.Core.Persistence.Media;

/// <summary>A row of <c>umbracoMediaVersion</c>: the address of the file of a media item's version.</summary>
internal sealed class MediaVersionRow
{
    /// <summary>The id of the <see cref="ContentVersionRow"/>.</summary>
    public int Id { get; set; }

    /// <summary>The address of the file below <c>/media/</c>; <c>null</c> for a media item without a file, such as a folder.</summary>
    public string? Path { get; set; }
}

/// <summary>Maps <see cref="MediaVersionRow"/>.</summary>
internal sealed class MediaVersionRowConfiguration : IEntityTypeConfiguration<MediaVersionRow>
{
    public void Configure(EntityTypeBuilder<MediaVersionRow> builder)
    {
        builder.ToTable("umbracoMediaVersion");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.Path).HasColumnName("path").HasMaxLength(255);
        builder.HasIndex(x => x.Path);
        builder.HasOne<ContentVersionRow>().WithOne().HasForeignKey<MediaVersionRow>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
    }
}
