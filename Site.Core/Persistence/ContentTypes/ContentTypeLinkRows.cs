using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Site.Core.Persistence.Templates;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>A row of <c>cmsContentType2ContentType</c>: the child is composed of, or inherits from, the parent.</summary>
internal sealed class ContentTypeCompositionRow
{
    public int ParentContentTypeId { get; set; }

    public int ChildContentTypeId { get; set; }
}

/// <summary>A row of <c>cmsContentTypeAllowedContentType</c>: what may be created below items of a type.</summary>
internal sealed class AllowedContentTypeRow
{
    public int ContentTypeId { get; set; }

    public int AllowedContentTypeId { get; set; }

    public int SortOrder { get; set; }
}

/// <summary>A row of <c>cmsDocumentType</c>: a template that documents of a type may use.</summary>
internal sealed class AllowedTemplateRow
{
    public int ContentTypeNodeId { get; set; }

    public int TemplateNodeId { get; set; }

    public bool IsDefault { get; set; }
}

/// <summary>Maps <see cref="ContentTypeCompositionRow"/>.</summary>
internal sealed class ContentTypeCompositionRowConfiguration : IEntityTypeConfiguration<ContentTypeCompositionRow>
{
    public void Configure(EntityTypeBuilder<ContentTypeCompositionRow> builder)
    {
        builder.ToTable("cmsContentType2ContentType");
        builder.HasKey(x => new { x.ParentContentTypeId, x.ChildContentTypeId });
        builder.Property(x => x.ParentContentTypeId).HasColumnName("parentContentTypeId");
        builder.Property(x => x.ChildContentTypeId).HasColumnName("childContentTypeId");
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.ParentContentTypeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.ChildContentTypeId).OnDelete(DeleteBehavior.NoAction);
    }
}

/// <summary>Maps <see cref="AllowedContentTypeRow"/>.</summary>
internal sealed class AllowedContentTypeRowConfiguration : IEntityTypeConfiguration<AllowedContentTypeRow>
{
    public void Configure(EntityTypeBuilder<AllowedContentTypeRow> builder)
    {
        builder.ToTable("cmsContentTypeAllowedContentType");
        builder.HasKey(x => new { x.ContentTypeId, x.AllowedContentTypeId });
        builder.Property(x => x.ContentTypeId).HasColumnName("Id");
        builder.Property(x => x.AllowedContentTypeId).HasColumnName("AllowedId");
        builder.Property(x => x.SortOrder).HasColumnName("SortOrder");
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.ContentTypeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.AllowedContentTypeId).OnDelete(DeleteBehavior.NoAction);
    }
}

/// <summary>Maps <see cref="AllowedTemplateRow"/>.</summary>
internal sealed class AllowedTemplateRowConfiguration : IEntityTypeConfiguration<AllowedTemplateRow>
{
    public void Configure(EntityTypeBuilder<AllowedTemplateRow> builder)
    {
        builder.ToTable("cmsDocumentType");
        builder.HasKey(x => new { x.ContentTypeNodeId, x.TemplateNodeId });
        builder.Property(x => x.ContentTypeNodeId).HasColumnName("contentTypeNodeId");
        builder.Property(x => x.TemplateNodeId).HasColumnName("templateNodeId");
        builder.Property(x => x.IsDefault).HasColumnName("IsDefault");
        builder.HasOne<ContentTypeRow>().WithMany().HasForeignKey(x => x.ContentTypeNodeId).OnDelete(DeleteBehavior.NoAction);
        builder.HasOne<TemplateRow>().WithMany().HasForeignKey(x => x.TemplateNodeId).OnDelete(DeleteBehavior.NoAction);
    }
}
