using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.PublishedContent;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;

namespace Site.Core.Persistence.PublishedContent;

/// <summary>Reads documents and media for the published content: seven queries, whatever is asked for.</summary>
internal sealed class ContentSnapshotSource(IDbContextFactory<SiteDbContext> contexts) : IContentSnapshotSource
{
    /// <inheritdoc />
    public IReadOnlyList<ContentData> ReadDocuments(ContentSelection selection) =>
        Read(selection, Constants.ObjectTypes.Document, PublishedAndDraftVersions);

    /// <inheritdoc />
    public IReadOnlyList<ContentData> ReadMedia(ContentSelection selection) =>
        Read(selection, Constants.ObjectTypes.Media, MediaVersions);

    private List<ContentData> Read(
        ContentSelection selection,
        Guid objectType,
        Func<SiteDbContext, IQueryable<VersionRecord>> versionsOf)
    {
        using CommittedState state = CommittedState.Open(contexts);
        SiteDbContext context = state.Context;
        IQueryable<NodeRow> nodes = Select(context, objectType, selection);
        var rows = nodes
            .Join(context.Set<ContentRow>(), x => x.Id, x => x.NodeId, (node, content) => new { node, content.ContentTypeId })
            .ToList();

        ContentDataBuilder builder = selection is { Keys: null, ContentTypeIds: null }
            ? ReadAll(context, nodes.Select(x => x.Id), versionsOf(context))
            : ReadSome(context, [.. rows.Select(x => x.node.Id)], versionsOf(context));
        return [.. rows.Select(x => builder.Build(x.node, x.ContentTypeId))];
    }

    private static ContentDataBuilder ReadAll(SiteDbContext context, IQueryable<int> nodeIds, IQueryable<VersionRecord> versionsOfAnything)
    {
        IQueryable<VersionRecord> versions = versionsOfAnything.Where(x => nodeIds.Contains(x.NodeId));
        IQueryable<int> versionIds = versions.Select(x => x.Id);
        var builder = new ContentDataBuilder(ContentNames.Read(context), [.. versions]);
        builder.AddStates(context.Set<DocumentCultureVariationRow>().Where(x => nodeIds.Contains(x.NodeId)));
        builder.AddCultures(context.Set<ContentVersionCultureVariationRow>().Where(x => versionIds.Contains(x.VersionId)).OrderBy(x => x.LanguageId));
        builder.AddValues(context.Set<PropertyDataRow>().Where(x => versionIds.Contains(x.VersionId)));
        return builder;
    }

    /// <summary>Reads few by their ids: given the query for these instead, the engines would go through everything to find them.</summary>
    private static ContentDataBuilder ReadSome(SiteDbContext context, int[] nodeIds, IQueryable<VersionRecord> versionsOfAnything)
    {
        List<VersionRecord> versions = [.. versionsOfAnything.Where(x => EF.Parameter(nodeIds).Contains(x.NodeId))];
        int[] versionIds = [.. versions.Select(x => x.Id)];
        var builder = new ContentDataBuilder(ContentNames.Read(context), versions);
        builder.AddStates(context.Set<DocumentCultureVariationRow>().Where(x => EF.Parameter(nodeIds).Contains(x.NodeId)));
        builder.AddCultures(context.Set<ContentVersionCultureVariationRow>().Where(x => EF.Parameter(versionIds).Contains(x.VersionId)).OrderBy(x => x.LanguageId));
        builder.AddValues(context.Set<PropertyDataRow>().Where(x => EF.Parameter(versionIds).Contains(x.VersionId)));
        return builder;
    }

    private static IQueryable<NodeRow> Select(SiteDbContext context, Guid objectType, ContentSelection selection)
    {
        IQueryable<NodeRow> nodes = context.Set<NodeRow>().Where(x => x.NodeObjectType == objectType);
        if (selection.Keys is not null)
        {
            // One parameter, however many keys.
            Guid[] keys = [.. selection.Keys];
            nodes = nodes.Where(x => EF.Parameter(keys).Contains(x.UniqueId));
        }

        if (selection.ContentTypeIds is not null)
        {
            int[] types = [.. selection.ContentTypeIds];
            nodes = nodes.Where(x => context.Set<ContentRow>().Any(c => c.NodeId == x.Id && EF.Parameter(types).Contains(c.ContentTypeId)));
        }

        return nodes;
    }

    /// <summary>The published version, and the current one unless it says the same as the published one.</summary>
    private static IQueryable<VersionRecord> PublishedAndDraftVersions(SiteDbContext context)
    {
        IQueryable<int> withUnpublishedCulture = context.Set<DocumentCultureVariationRow>()
            .Where(x => x.Available && !x.Published)
            .Select(x => x.NodeId);
        return
            from version in context.Set<ContentVersionRow>()
            join documentVersion in context.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id
            join document in context.Set<DocumentRow>() on version.NodeId equals document.NodeId
            where (document.Published && documentVersion.Published)
                || (version.Current && (!document.Published || document.Edited || withUnpublishedCulture.Contains(version.NodeId)))
            select new VersionRecord
            {
                Id = version.Id,
                NodeId = version.NodeId,
                Name = version.Text,
                UserId = version.UserId,
                Date = version.VersionDate,
                TemplateId = documentVersion.TemplateId,
                Published = document.Published && documentVersion.Published,
            };
    }

    private static IQueryable<VersionRecord> MediaVersions(SiteDbContext context) =>
        context.Set<ContentVersionRow>()
            .Where(x => x.Current)
            .Select(x => new VersionRecord { Id = x.Id, NodeId = x.NodeId, Name = x.Text, UserId = x.UserId, Date = x.VersionDate, Published = true });
}
