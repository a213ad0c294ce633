using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Content;

namespace Site.Core.Persistence.Documents;

/// <summary>A row of <c>umbracoContentSchedule</c>: when a document is to be published or unpublished.</summary>
internal sealed class ContentScheduleRow
{
    public Guid Id { get; set; }

    public int NodeId { get; set; }

    /// <summary>The language; <c>null</c> for a document that does not vary by culture.</summary>
    public int? LanguageId { get; set; }

    public DateTime Date { get; set; }

    /// <summary>The name of a <see cref="Umbraco.Cms.Core.Models.ContentScheduleAction"/>.</summary>
    public string Action { get; set; } = string.Empty;
}

/// <summary>Maps <see cref="ContentScheduleRow"/>.</summary>
internal sealed class ContentScheduleRowConfiguration : IEntityTypeConfiguration<ContentScheduleRow>
{
    public void Configure(EntityTypeBuilder<ContentScheduleRow> builder)
    {
        builder.ToTable("umbracoContentSchedule");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.NodeId).HasColumnName("nodeId");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.Date).HasColumnName("date");
        builder.Property(x => x.Action).HasColumnName("action").HasMaxLength(255);
        builder.HasIndex(x => x.NodeId);
        builder.HasIndex(x => x.LanguageId);
        builder.HasIndex(x => x.Date);
        builder.HasOne<ContentRow>().WithMany().HasForeignKey(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
    }
}
