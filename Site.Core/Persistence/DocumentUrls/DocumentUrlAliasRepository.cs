using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.DocumentUrls;

/// <summary>Further URLs of documents, from their property <c>umbracoUrlAlias</c>.</summary>
internal sealed class DocumentUrlAliasRepository(AmbientDbContext database) : IDocumentUrlAliasRepository
{
    private const int BatchSize = 500;

    /// <inheritdoc />
    /// <remarks>The aliases replace all that their documents had.</remarks>
    public void Save(IEnumerable<PublishedDocumentUrlAlias> aliases)
    {
        SiteDbContext context = database.Write;
        foreach (IGrouping<Guid, PublishedDocumentUrlAlias>[] batch in aliases.GroupBy(x => x.DocumentKey).Chunk(BatchSize))
        {
            Guid[] keys = [.. batch.Select(x => x.Key)];
            ILookup<Guid, DocumentUrlAliasRow> stored = context.Set<DocumentUrlAliasRow>()
                .AsTracking()
                .Where(x => keys.Contains(x.UniqueId))
                .ToLookup(x => x.UniqueId);
            foreach (IGrouping<Guid, PublishedDocumentUrlAlias> document in batch)
            {
                Replace(context, document, stored[document.Key]);
            }

            context.SaveChanges();
            context.ChangeTracker.Clear();
        }
    }

    /// <inheritdoc />
    public IEnumerable<PublishedDocumentUrlAlias> GetAll() =>
        [.. database.Read.Set<DocumentUrlAliasRow>().OrderBy(x => x.Id).Select(x => new PublishedDocumentUrlAlias
        {
            DocumentKey = x.UniqueId,
            NullableLanguageId = x.LanguageId,
            Alias = x.Alias,
        })];

    /// <inheritdoc />
    public void DeleteByDocumentKey(IEnumerable<Guid> documentKeys)
    {
        SiteDbContext context = database.Write;
        foreach (Guid[] keys in documentKeys.Distinct().Chunk(BatchSize))
        {
            context.Set<DocumentUrlAliasRow>().Where(x => keys.Contains(x.UniqueId)).ExecuteDelete();
        }
    }

    /// <inheritdoc />
    public void DeleteAll() => database.Write.Set<DocumentUrlAliasRow>().ExecuteDelete();

    /// <inheritdoc />
    /// <remarks>Of published documents outside the recycle bin, as they were published.</remarks>
    public IEnumerable<DocumentUrlAliasRaw> GetAllDocumentUrlAliases()
    {
        SiteDbContext context = database.Read;
        var rows =
            from property in context.Set<PropertyTypeRow>()
            join data in context.Set<PropertyDataRow>() on property.Id equals data.PropertyTypeId
            join published in context.Set<DocumentVersionRow>() on data.VersionId equals published.Id
            join version in context.Set<ContentVersionRow>() on data.VersionId equals version.Id
            join node in context.Set<NodeRow>() on version.NodeId equals node.Id
            where property.Alias == Constants.Conventions.Content.UrlAlias
                && published.Published
                && !node.Trashed
                && node.NodeObjectType == Constants.ObjectTypes.Document
            orderby node.Id, data.Id
            select new { node.UniqueId, data.LanguageId, Value = data.TextValue ?? data.VarcharValue };
        return [.. rows.Where(x => x.Value != null && x.Value != string.Empty).ToList().Select(x => new DocumentUrlAliasRaw
        {
            DocumentKey = x.UniqueId,
            LanguageId = x.LanguageId,
            AliasValue = x.Value!,
        })];
    }

    private static void Replace(SiteDbContext context, IEnumerable<PublishedDocumentUrlAlias> wanted, IEnumerable<DocumentUrlAliasRow> stored)
    {
        var rows = stored.ToLookup(x => (x.LanguageId, x.Alias)).ToDictionary(x => x.Key, x => x.ToList());
        foreach ((int? languageId, string alias, Guid documentKey) in wanted.Select(x => (x.NullableLanguageId, x.Alias, x.DocumentKey)).Distinct())
        {
            if (!rows.Remove((languageId, alias)))
            {
                context.Add(new DocumentUrlAliasRow { UniqueId = documentKey, LanguageId = languageId, Alias = alias });
            }
        }

        context.RemoveRange(rows.Values.SelectMany(x => x));
    }
}
