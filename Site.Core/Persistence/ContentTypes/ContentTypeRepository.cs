using Microsoft.EntityFrameworkCore;
using Site.Core.Hosting.Scoping;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Querying;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.ContentEditing;
using Umbraco.Cms.Core.Persistence.Querying;
using Umbraco.Cms.Core.Persistence.Repositories;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The document types, in the order of their names.</summary>
internal sealed class ContentTypeRepository(ContentTypeServices services, ITemplateRepository templates)
    : ContentTypeRepositoryBase<IContentType>(services, Constants.ObjectTypes.DocumentType), IContentTypeRepository
{
    /// <inheritdoc />
    public IEnumerable<IContentType> GetByQuery(IQuery<PropertyType> query)
    {
        Func<PropertyType, bool>[] predicates = [.. ((Query<PropertyType>)query).Predicates.Select(InMemoryPredicate.Compile)];
        return All.Where(type => type.PropertyTypes.OfType<PropertyType>().Any(property => predicates.All(x => x(property))));
    }

    /// <inheritdoc />
    public IEnumerable<string> GetAllPropertyTypeAliases() =>
        [.. Database.Read.Set<PropertyTypeRow>().Select(x => x.Alias).Distinct().OrderBy(x => x)];

    /// <inheritdoc />
    public IEnumerable<string> GetAllContentTypeAliases(params Guid[] objectTypes)
    {
        SiteDbContext context = Database.Read;
        return
        [
            .. from type in context.Set<ContentTypeRow>()
               join node in context.Set<NodeRow>() on type.NodeId equals node.Id
               where objectTypes.Length == 0 || objectTypes.Contains(node.NodeObjectType)
               orderby type.Alias
               select type.Alias,
        ];
    }

    /// <inheritdoc />
    public IEnumerable<int> GetAllContentTypeIds(string[] aliases) =>
    [
        .. Database.Read.Set<ContentTypeRow>().Select(x => new { x.NodeId, x.Alias }).AsEnumerable()
            .Where(x => aliases.Contains(x.Alias, StringComparer.OrdinalIgnoreCase)).Select(x => x.NodeId),
    ];

    /// <inheritdoc />
    protected override void Separate(IContentType clone)
    {
        var type = (ContentType)clone;
        type.DisableChangeTracking();
        type.HistoryCleanup = CreatePolicy(clone.HistoryCleanup?.PreventCleanup ?? false, clone.HistoryCleanup?.KeepAllVersionsNewerThanDays, clone.HistoryCleanup?.KeepLatestVersionPerDayForDays);
        type.EnableChangeTracking();
    }

    /// <inheritdoc />
    protected override IContentType Create(int parentId) => new ContentType(ShortStringHelper, parentId);

    /// <inheritdoc />
    protected override Action<IContentType> LoadOwn(SiteDbContext context)
    {
        var byId = templates.GetMany((int[]?)null).ToDictionary(x => x.Id);
        ILookup<int, AllowedTemplateRow> allowed = context.Set<AllowedTemplateRow>().OrderBy(x => x.TemplateNodeId).ToLookup(x => x.ContentTypeNodeId);
        var policies = context.Set<ContentVersionCleanupPolicyRow>().ToDictionary(x => x.ContentTypeId);
        return type =>
        {
            type.AllowedTemplates = [.. allowed[type.Id].Select(x => byId[x.TemplateNodeId])];
            type.DefaultTemplateId = allowed[type.Id].FirstOrDefault(x => x.IsDefault)?.TemplateNodeId ?? 0;
            ContentVersionCleanupPolicyRow? policy = policies.GetValueOrDefault(type.Id);
            type.HistoryCleanup = CreatePolicy(policy?.PreventCleanup ?? false, policy?.KeepAllVersionsNewerThanDays, policy?.KeepLatestVersionPerDayForDays);
        };
    }

    /// <inheritdoc />
    protected override void SaveOwn(SiteDbContext context, IContentType entity)
    {
        DeleteOwn(context, entity.Id);
        context.AddRange((entity.AllowedTemplates ?? []).Where(x => x.HasIdentity).DistinctBy(x => x.Id).Select(x => new AllowedTemplateRow
        {
            ContentTypeNodeId = entity.Id,
            TemplateNodeId = x.Id,
            IsDefault = x.Id == entity.DefaultTemplateId,
        }));
        if (entity.HistoryCleanup is not { } cleanup)
        {
            return;
        }

        context.Add(new ContentVersionCleanupPolicyRow
        {
            ContentTypeId = entity.Id,
            PreventCleanup = cleanup.PreventCleanup,
            KeepAllVersionsNewerThanDays = cleanup.KeepAllVersionsNewerThanDays,
            KeepLatestVersionPerDayForDays = cleanup.KeepLatestVersionPerDayForDays,
            Updated = entity.UpdateDate,
        });

        // It keeps its own track of changes, and the type would stay dirty.
        cleanup.ResetDirtyProperties();
    }

    /// <inheritdoc />
    protected override void DeleteOwn(SiteDbContext context, int id)
    {
        context.Set<AllowedTemplateRow>().Where(x => x.ContentTypeNodeId == id).ExecuteDelete();
        context.Set<ContentVersionCleanupPolicyRow>().Where(x => x.ContentTypeId == id).ExecuteDelete();
    }

    private static HistoryCleanup CreatePolicy(bool preventCleanup, int? keepAllVersionsNewerThanDays, int? keepLatestVersionPerDayForDays)
    {
        var cleanup = new HistoryCleanup
        {
            PreventCleanup = preventCleanup,
            KeepAllVersionsNewerThanDays = keepAllVersionsNewerThanDays,
            KeepLatestVersionPerDayForDays = keepLatestVersionPerDayForDays,
        };
        cleanup.ResetDirtyProperties(false);
        return cleanup;
    }
}
