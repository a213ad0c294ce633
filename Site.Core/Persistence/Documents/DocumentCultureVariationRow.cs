using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Site.Core.Persistence.Documents;

/// <summary>A row of <c>umbracoDocumentCultureVariation</c>: the state of a document in a language.</summary>
internal sealed class DocumentCultureVariationRow
{
    public int Id { get; set; }

    public int NodeId { get; set; }

    public int LanguageId { get; set; }

    /// <summary>Whether the draft differs from what is published in the language.</summary>
    public bool Edited { get; set; }

    /// <summary>Whether the draft exists in the language.</summary>
    public bool Available { get; set; }

    public bool Published { get; set; }

    /// <summary>The name in the draft.</summary>
    public string? Name { get; set; }
}

/// <summary>Maps <see cref="DocumentCultureVariationRow"/>.</summary>
internal sealed class DocumentCultureVariationRowConfiguration : IEntityTypeConfiguration<DocumentCultureVariationRow>
{
    public void Configure(EntityTypeBuilder<DocumentCultureVariationRow> builder)
    {
        builder.ToTable("umbracoDocumentCultureVariation");
        builder.Property(x => x.Id).HasColumnName("id").ValueGeneratedOnAdd();
        builder.Property(x => x.NodeId).HasColumnName("nodeId");
        builder.Property(x => x.LanguageId).HasColumnName("languageId");
        builder.Property(x => x.Edited).HasColumnName("edited");
        builder.Property(x => x.Available).HasColumnName("available");
        builder.Property(x => x.Published).HasColumnName("published");
        builder.Property(x => x.Name).HasColumnName("name").HasMaxLength(255);
        builder.HasIndex(x => new { x.NodeId, x.LanguageId }).IsUnique();
        builder.HasIndex(x => x.LanguageId);
        builder.HasOne<DocumentRow>().WithMany().HasForeignKey(x => x.NodeId).OnDelete(DeleteBehavior.Cascade);
    }
}
