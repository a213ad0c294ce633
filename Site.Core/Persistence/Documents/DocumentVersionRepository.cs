using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.ContentTypes;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Users;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.Documents;

/// <summary>What editors see of the history of documents, and its clean-up.</summary>
internal sealed class DocumentVersionRepository(AmbientDbContext database) : IDocumentVersionRepository
{
    /// <inheritdoc />
    [Obsolete("Core still declares it.")]
    public IReadOnlyCollection<ContentVersionMeta> GetDocumentVersionsEligibleForCleanup() =>
        GetDocumentVersionsEligibleForCleanup(DateTime.MaxValue, maxCount: null);

    /// <inheritdoc />
    public IReadOnlyCollection<ContentVersionMeta> GetDocumentVersionsEligibleForCleanup(DateTime olderThan, int? maxCount)
    {
        SiteDbContext context = database.Read;
        IQueryable<ContentProjection> versions = Versions(context)
            .Where(x => !x.Version.Current && !x.DocumentVersion!.Published && !x.Version.PreventCleanup && x.Version.VersionDate < olderThan)
            .OrderBy(x => x.Version.VersionDate)
            .ThenBy(x => x.Version.Id);
        return ToMeta(context, maxCount is { } count ? versions.Take(count) : versions);
    }

    /// <inheritdoc />
    public IReadOnlyCollection<ContentVersionCleanupPolicySettings> GetCleanupPolicies() =>
        [.. database.Read.Set<ContentVersionCleanupPolicyRow>().Select(x => new ContentVersionCleanupPolicySettings
        {
            ContentTypeId = x.ContentTypeId,
            PreventCleanup = x.PreventCleanup,
            KeepAllVersionsNewerThanDays = x.KeepAllVersionsNewerThanDays,
            KeepLatestVersionPerDayForDays = x.KeepLatestVersionPerDayForDays,
            Updated = x.Updated,
        })];

    /// <inheritdoc />
    /// <remarks>With a language, only versions that exist in it.</remarks>
    public IEnumerable<ContentVersionMeta> GetPagedItemsByContentId(int contentId, long pageIndex, int pageSize, out long totalRecords, int? languageId = null)
    {
        SiteDbContext context = database.Read;
        IQueryable<ContentProjection> versions = Versions(context).Where(x => x.Node.Id == contentId);
        if (languageId is { } language)
        {
            versions = versions.Where(x =>
                context.Set<ContentVersionCultureVariationRow>().Any(v => v.VersionId == x.Version.Id && v.LanguageId == language));
        }

        totalRecords = versions.LongCount();
        return ToMeta(context, versions
            .OrderByDescending(x => x.Version.Current)
            .ThenByDescending(x => x.Version.VersionDate)
            .ThenByDescending(x => x.Version.Id)
            .Skip((int)(pageIndex * pageSize))
            .Take(pageSize));
    }

    /// <inheritdoc />
    /// <remarks>The current and the published version stay, whoever asks.</remarks>
    public void DeleteVersions(IEnumerable<int> versionIds)
    {
        int[] ids = [.. versionIds];
        SiteDbContext context = database.Write;
        context.Set<ContentVersionRow>()
            .Where(x => EF.Parameter(ids).Contains(x.Id) && !x.Current && !context.Set<DocumentVersionRow>().Any(d => d.Id == x.Id && d.Published))
            .ExecuteDelete();
    }

    /// <inheritdoc />
    public void SetPreventCleanup(int versionId, bool preventCleanup) =>
        database.Write.Set<ContentVersionRow>().Where(x => x.Id == versionId).ExecuteUpdate(x => x.SetProperty(v => v.PreventCleanup, preventCleanup));

    /// <inheritdoc />
    public ContentVersionMeta? Get(int versionId)
    {
        SiteDbContext context = database.Read;
        return ToMeta(context, Versions(context).Where(x => x.Version.Id == versionId)).FirstOrDefault();
    }

    private static IQueryable<ContentProjection> Versions(SiteDbContext context) =>
        from node in context.Set<NodeRow>()
        join content in context.Set<ContentRow>() on node.Id equals content.NodeId
        join version in context.Set<ContentVersionRow>() on node.Id equals version.NodeId
        join documentVersion in context.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id
        where node.NodeObjectType == Constants.ObjectTypes.Document
        select new ContentProjection { Node = node, Content = content, Version = version, DocumentVersion = documentVersion };

    private static List<ContentVersionMeta> ToMeta(SiteDbContext context, IQueryable<ContentProjection> versions)
    {
        var rows = versions.Select(x => new
        {
            x.Version,
            x.Content.ContentTypeId,
            x.DocumentVersion!.Published,
            UserName = context.Set<UserRow>().Where(u => u.Id == x.Version.UserId).Select(u => u.Name).FirstOrDefault(),
        }).ToList();
        return rows.ConvertAll(x => new ContentVersionMeta(
            x.Version.Id,
            x.Version.NodeId,
            x.ContentTypeId,
            x.Version.UserId ?? Constants.Security.UnknownUserId,
            x.Version.VersionDate,
            x.Published,
            x.Version.Current,
            x.Version.PreventCleanup,
            x.UserName ?? Constants.Security.UnknownUserName));
    }
}
