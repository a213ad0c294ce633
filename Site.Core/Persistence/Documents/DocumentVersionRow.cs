using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.Documents;

/// <summary>A row of <c>umbracoDocumentVersion</c>: the template of a document's version, and whether it is the published one.</summary>
internal sealed class DocumentVersionRow
{
    /// <summary>The id of the <see cref="ContentVersionRow"/>.</summary>
    public int Id { get; set; }

    /// <summary>The node of the template.</summary>
    public int? TemplateId { get; set; }

    public bool Published { get; set; }
}

/// <summary>Maps <see cref="DocumentVersionRow"/>.</summary>
internal sealed class DocumentVersionRowConfiguration : IEntityTypeConfiguration<DocumentVersionRow>
{
    public void Configure(EntityTypeBuilder<DocumentVersionRow> builder)
    {
        builder.ToTable("umbracoDocumentVersion");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(x => x.TemplateId).HasColumnName("templateId");
        builder.Property(x => x.Published).HasColumnName("published");
        builder.HasOne<ContentVersionRow>().WithOne().HasForeignKey<DocumentVersionRow>(x => x.Id).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<NodeRow>().WithMany().HasForeignKey(x => x.TemplateId).OnDelete(DeleteBehavior.SetNull);
    }
}
