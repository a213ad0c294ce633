using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;

namespace Site.Core.Persistence.Documents;

/// <summary>What is stored of a document before it is updated, read in the writing transaction, whatever the entity believes.</summary>
/// <param name="ContentTypeId">The type.</param>
/// <param name="Published">Whether the document is published.</param>
/// <param name="Current">The version that is edited.</param>
/// <param name="PublishedVersion">The published version.</param>
internal sealed record DocumentState(int ContentTypeId, bool Published, ContentVersionRow Current, ContentVersionRow? PublishedVersion)
{
    /// <summary>Reads the state.</summary>
    /// <exception cref="InvalidOperationException">The document was deleted.</exception>
    public static DocumentState Read(SiteDbContext context, int id)
    {
        var versions = context.Set<ContentVersionRow>()
            .Where(x => x.NodeId == id)
            .Join(context.Set<DocumentVersionRow>(), x => x.Id, x => x.Id, (version, documentVersion) => new { Row = version, documentVersion.Published })
            .Where(x => x.Row.Current || x.Published)
            .Join(context.Set<ContentRow>(), x => x.Row.NodeId, x => x.NodeId, (version, content) => new { version.Row, version.Published, content.ContentTypeId })
            .Join(context.Set<DocumentRow>(), x => x.Row.NodeId, x => x.NodeId, (version, document) => new { version.Row, version.Published, version.ContentTypeId, IsPublished = document.Published })
            .AsNoTracking()
            .ToList();
        var current = versions.Find(x => x.Row.Current)
            ?? throw new InvalidOperationException($"The document {id} was deleted meanwhile and cannot be saved.");
        return new DocumentState(current.ContentTypeId, current.IsPublished, current.Row, versions.Find(x => x.Published)?.Row);
    }
}
