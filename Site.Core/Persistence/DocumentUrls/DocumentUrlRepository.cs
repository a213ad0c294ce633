using Microsoft.EntityFrameworkCore;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.DocumentUrls;

/// <summary>The URL segments of documents. Core keeps all of them in memory, so nothing is cached here.</summary>
internal sealed class DocumentUrlRepository(AmbientDbContext database) : IDocumentUrlRepository
{
    // As many keys as one statement takes without trouble on either engine.
    private const int BatchSize = 500;

    /// <inheritdoc />
    /// <remarks>The segments replace all that their documents had.</remarks>
    public void Save(IEnumerable<PublishedDocumentUrlSegment> publishedDocumentUrlSegments)
    {
        SiteDbContext context = database.Write;
        foreach (IGrouping<Guid, PublishedDocumentUrlSegment>[] batch in publishedDocumentUrlSegments.GroupBy(x => x.DocumentKey).Chunk(BatchSize))
        {
            Guid[] keys = [.. batch.Select(x => x.Key)];
            ILookup<Guid, DocumentUrlRow> stored = context.Set<DocumentUrlRow>().AsTracking().Where(x => keys.Contains(x.UniqueId)).ToLookup(x => x.UniqueId);
            foreach (IGrouping<Guid, PublishedDocumentUrlSegment> document in batch)
            {
                Replace(context, document, stored[document.Key]);
            }

            context.SaveChanges();
            context.ChangeTracker.Clear();
        }
    }

    /// <inheritdoc />
    public IEnumerable<PublishedDocumentUrlSegment> GetAll() =>
        [.. database.Read.Set<DocumentUrlRow>().OrderBy(x => x.Id).Select(x => new PublishedDocumentUrlSegment
        {
            DocumentKey = x.UniqueId,
            NullableLanguageId = x.LanguageId,
            UrlSegment = x.UrlSegment,
            IsDraft = x.IsDraft,
            IsPrimary = x.IsPrimary,
        })];

    /// <inheritdoc />
    public void DeleteByDocumentKey(IEnumerable<Guid> select)
    {
        SiteDbContext context = database.Write;
        foreach (Guid[] keys in select.Distinct().Chunk(BatchSize))
        {
            context.Set<DocumentUrlRow>().Where(x => keys.Contains(x.UniqueId)).ExecuteDelete();
        }
    }

    private static void Replace(SiteDbContext context, IEnumerable<PublishedDocumentUrlSegment> wanted, IEnumerable<DocumentUrlRow> stored)
    {
        var rows = stored.ToDictionary(x => (x.LanguageId, x.IsDraft, x.UrlSegment));
        foreach (PublishedDocumentUrlSegment segment in wanted)
        {
            if (rows.Remove((segment.NullableLanguageId, segment.IsDraft, segment.UrlSegment), out DocumentUrlRow? row))
            {
                row.IsPrimary = segment.IsPrimary;
                continue;
            }

            context.Add(new DocumentUrlRow
            {
                UniqueId = segment.DocumentKey,
                LanguageId = segment.NullableLanguageId,
                UrlSegment = segment.UrlSegment,
                IsDraft = segment.IsDraft,
                IsPrimary = segment.IsPrimary,
            });
        }

        context.RemoveRange(rows.Values);
    }
}
