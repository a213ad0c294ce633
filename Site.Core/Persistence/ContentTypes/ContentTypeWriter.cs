using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Tags;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Writes a type with its properties, groups, compositions, allowed types and templates, and what follows from it for stored values.</summary>
internal static class ContentTypeWriter
{
    /// <summary>Inserts a type.</summary>
    public static void Insert(SiteDbContext context, IContentTypeComposition entity, Guid objectType)
    {
        NodeRow node = NodeTree.Insert(context, entity, trashed: false, objectType);
        context.Add(Fill(new ContentTypeRow { NodeId = node.Id }, entity));
        context.SaveChanges();
        WriteLinks(context, entity);
        PropertyTypeWriter.Write(context, entity);
        Finish(context);
    }

    /// <summary>Updates a type; values of properties that it no longer has go, values whose property varies differently now move.</summary>
    public static void Update(SiteDbContext context, IContentTypeComposition entity, Guid objectType)
    {
        var before = VariationState.Read(context);
        if (entity.IsPropertyDirty(nameof(IContentTypeComposition.ParentId)))
        {
            NodeTree.Move(context, entity, objectType);
        }

        NodeTree.Update(context, entity, trashed: false, objectType);
        context.Update(Fill(new ContentTypeRow { NodeId = entity.Id }, entity));
        Finish(context);
        RemoveValuesOfLostCompositions(context, entity, before);
        WriteLinks(context, entity);
        PropertyTypeWriter.Write(context, entity);
        Finish(context);
        ContentTypeVariations.Move(context, before, VariationState.Read(context));
    }

    /// <summary>Deletes a type that has no items any more.</summary>
    public static void Delete(SiteDbContext context, int id)
    {
        PropertyTypeWriter.DeleteAll(context, id);
        context.Set<ContentTypeCompositionRow>().Where(x => x.ChildContentTypeId == id || x.ParentContentTypeId == id).ExecuteDelete();
        context.Set<AllowedContentTypeRow>().Where(x => x.ContentTypeId == id || x.AllowedContentTypeId == id).ExecuteDelete();
        context.Set<AllowedTemplateRow>().Where(x => x.ContentTypeNodeId == id).ExecuteDelete();
        context.Set<ContentVersionCleanupPolicyRow>().Where(x => x.ContentTypeId == id).ExecuteDelete();
        context.Set<ContentTypeRow>().Where(x => x.NodeId == id).ExecuteDelete();
        context.Set<NodeRow>().Where(x => x.Id == id).ExecuteDelete();
    }

    private static ContentTypeRow Fill(ContentTypeRow row, IContentTypeComposition entity)
    {
        row.Alias = entity.Alias;
        row.Icon = entity.Icon;
        row.Thumbnail = entity.Thumbnail ?? "folder.png";
        row.Description = entity.Description;
        row.ListView = entity.ListView;
        row.IsElement = entity.IsElement;
        row.AllowAtRoot = entity.AllowedAsRoot;
        row.Variations = (int)entity.Variations;
        return row;
    }

    // Items of this type, and of types composed of it, lose the values of properties that came from a composition that is gone.
    private static void RemoveValuesOfLostCompositions(SiteDbContext context, IContentTypeComposition entity, VariationState before)
    {
        HashSet<int> kept = [.. entity.CompositionIds()];
        int[] lost = [.. before.AncestorsOf(entity.Id).Where(x => !kept.Contains(x))];
        if (lost.Length == 0)
        {
            return;
        }

        int[] affected = [entity.Id, .. before.DescendantsOf(entity.Id)];
        context.Set<PropertyDataRow>()
            .Where(value => context.Set<PropertyTypeRow>().Any(x => x.Id == value.PropertyTypeId && lost.Contains(x.ContentTypeId))
                && context.Set<ContentVersionRow>().Any(version => version.Id == value.VersionId
                    && context.Set<ContentRow>().Any(x => x.NodeId == version.NodeId && affected.Contains(x.ContentTypeId))))
            .ExecuteDelete();
        context.Set<TagRelationshipRow>()
            .Where(tag => context.Set<PropertyTypeRow>().Any(x => x.Id == tag.PropertyTypeId && lost.Contains(x.ContentTypeId))
                && context.Set<ContentRow>().Any(x => x.NodeId == tag.NodeId && affected.Contains(x.ContentTypeId)))
            .ExecuteDelete();
    }

    private static void WriteLinks(SiteDbContext context, IContentTypeComposition entity)
    {
        int id = entity.Id;
        context.Set<ContentTypeCompositionRow>().Where(x => x.ChildContentTypeId == id).ExecuteDelete();
        context.AddRange(entity.ContentTypeComposition.Select(x => new ContentTypeCompositionRow { ParentContentTypeId = x.Id, ChildContentTypeId = id }));
        WriteAllowedTypes(context, entity);
        if (entity is IContentType contentType)
        {
            WriteTemplates(context, contentType);
            WriteCleanupPolicy(context, contentType);
        }

        context.SaveChanges();
    }

    private static void WriteAllowedTypes(SiteDbContext context, IContentTypeComposition entity)
    {
        int id = entity.Id;
        ContentTypeSort[] allowed = [.. entity.AllowedContentTypes ?? []];
        Guid[] keys = [.. allowed.Select(x => x.Key)];
        var ids = context.Set<NodeRow>().Where(x => keys.Contains(x.UniqueId)).ToDictionary(x => x.UniqueId, x => x.Id);
        context.Set<AllowedContentTypeRow>().Where(x => x.ContentTypeId == id).ExecuteDelete();
        context.AddRange(allowed
            .Where(x => ids.ContainsKey(x.Key))
            .DistinctBy(x => x.Key)
            .Select(x => new AllowedContentTypeRow { ContentTypeId = id, AllowedContentTypeId = ids[x.Key], SortOrder = x.SortOrder }));
    }

    private static void WriteTemplates(SiteDbContext context, IContentType entity)
    {
        int id = entity.Id;
        context.Set<AllowedTemplateRow>().Where(x => x.ContentTypeNodeId == id).ExecuteDelete();
        context.AddRange((entity.AllowedTemplates ?? [])
            .DistinctBy(x => x.Id)
            .Select(x => new AllowedTemplateRow { ContentTypeNodeId = id, TemplateNodeId = x.Id, IsDefault = x.Id == entity.DefaultTemplateId }));
    }

    private static void WriteCleanupPolicy(SiteDbContext context, IContentType entity)
    {
        int id = entity.Id;
        context.Set<ContentVersionCleanupPolicyRow>().Where(x => x.ContentTypeId == id).ExecuteDelete();
        if (entity.HistoryCleanup is { } policy
            && (policy.PreventCleanup || policy.KeepAllVersionsNewerThanDays is not null || policy.KeepLatestVersionPerDayForDays is not null))
        {
            context.Add(new ContentVersionCleanupPolicyRow
            {
                ContentTypeId = id,
                PreventCleanup = policy.PreventCleanup,
                KeepAllVersionsNewerThanDays = policy.KeepAllVersionsNewerThanDays,
                KeepLatestVersionPerDayForDays = policy.KeepLatestVersionPerDayForDays,
                Updated = entity.UpdateDate,
            });
        }
    }

    private static void Finish(SiteDbContext context)
    {
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }
}
