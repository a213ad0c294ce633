using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Tags;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Deletes the values and tags of properties, and moves values between languages.</summary>
internal static class PropertyDataMoves
{
    /// <summary>Deletes the values and tags of properties in items of every type.</summary>
    public static void Delete(SiteDbContext context, int[] propertyTypeIds)
    {
        if (propertyTypeIds.Length == 0)
        {
            return;
        }

        context.Set<PropertyDataRow>().Where(x => propertyTypeIds.Contains(x.PropertyTypeId)).ExecuteDelete();
        context.Set<TagRelationshipRow>().Where(x => propertyTypeIds.Contains(x.PropertyTypeId)).ExecuteDelete();
    }

    /// <summary>Deletes the values and tags of properties in items of one type.</summary>
    public static void Delete(SiteDbContext context, int contentTypeId, int[] propertyTypeIds)
    {
        if (propertyTypeIds.Length == 0)
        {
            return;
        }

        Values(context, contentTypeId, propertyTypeIds).ExecuteDelete();
        Tags(context, contentTypeId, propertyTypeIds).ExecuteDelete();
    }

    /// <summary>Moves the values of properties in items of one type from a language, or from none, to another.</summary>
    /// <remarks>
    /// A value that the target has already is replaced: it is left from an earlier change. Values of other languages stay where they
    /// are, unused, so that changing the property back brings them back.
    /// </remarks>
    public static void Move(SiteDbContext context, int contentTypeId, int[] propertyTypeIds, int? fromLanguageId, int? toLanguageId)
    {
        if (propertyTypeIds.Length == 0)
        {
            return;
        }

        IQueryable<PropertyDataRow> values = Values(context, contentTypeId, propertyTypeIds);
        IQueryable<PropertyDataRow> sources = context.Set<PropertyDataRow>().Where(x => x.LanguageId == fromLanguageId);
        values
            .Where(x => x.LanguageId == toLanguageId
                && sources.Any(y => y.VersionId == x.VersionId && y.PropertyTypeId == x.PropertyTypeId && y.Segment == x.Segment))
            .ExecuteDelete();
        values.Where(x => x.LanguageId == fromLanguageId).ExecuteUpdate(set => set.SetProperty(x => x.LanguageId, toLanguageId));
    }

    private static IQueryable<PropertyDataRow> Values(SiteDbContext context, int contentTypeId, int[] propertyTypeIds)
    {
        IQueryable<int> versions =
            from version in context.Set<ContentVersionRow>()
            join content in context.Set<ContentRow>() on version.NodeId equals content.NodeId
            where content.ContentTypeId == contentTypeId
            select version.Id;
        return context.Set<PropertyDataRow>().Where(x => propertyTypeIds.Contains(x.PropertyTypeId) && versions.Contains(x.VersionId));
    }

    private static IQueryable<TagRelationshipRow> Tags(SiteDbContext context, int contentTypeId, int[] propertyTypeIds) =>
        context.Set<TagRelationshipRow>().Where(x => propertyTypeIds.Contains(x.PropertyTypeId)
            && context.Set<ContentRow>().Any(content => content.NodeId == x.NodeId && content.ContentTypeId == contentTypeId));
}
