using Site.Core.Persistence.Languages;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Takes what was written in documents and media along when their type changes.</summary>
/// <remarks>
/// Values of properties that items no longer have are deleted. Where a property varies by culture and did not, or the other way round,
/// its values move to or from the default language; values in other languages stay, hidden, until the item is saved, so that they come
/// back when a change is taken back.
/// </remarks>
internal sealed class ContentTypeDataMigration(ContentTraces traces, StoredBlocks blocks, PublishedDifferences differences)
{
    /// <summary>Begins the migration, before the type is written.</summary>
    /// <param name="context">The context, on a writing transaction.</param>
    /// <param name="entity">The type that changes; those composed of it change with it.</param>
    /// <returns>What ends the migration, once the type is written.</returns>
    public Action Begin(SiteDbContext context, IContentTypeComposition entity)
    {
        var before = ContentTypeGraph.Read(context);
        var changes = TypeChanges.Between(before, before.With(entity), entity.Id);
        int[] items = ContentTraces.Find(context, changes.Properties);
        Dictionary<int, string> formerAliases = context.Set<PropertyTypeRow>().Where(x => x.ContentTypeId == entity.Id).ToDictionary(x => x.Id, x => x.Alias);
        bool renamed = entity.PropertyTypes.Any(x => formerAliases.TryGetValue(x.Id, out string? former) && former != x.Alias);
        Move(context, changes, entity.Id);
        return () =>
        {
            traces.Renew(context, items, changes.Properties);
            HashSet<int> affected = [.. changes.Types.Where(x => x.HasEffect || (x.TypeId == entity.Id && changes.TypeVariesAnew)).Select(x => x.TypeId)];
            if (renamed || changes.Vary)
            {
                affected.UnionWith(blocks.Align(context, before.ComposedOf(entity.Id), formerAliases));
            }

            differences.RecomputeTypes(context, affected);
        };
    }

    /// <summary>Begins the deletion of properties, or of a type, before the rows are deleted.</summary>
    /// <returns>What ends it, once they are.</returns>
    public Action BeginDelete(SiteDbContext context, int[] propertyTypeIds)
    {
        int[] items = ContentTraces.Find(context, propertyTypeIds);
        PropertyDataMoves.Delete(context, propertyTypeIds);
        return () =>
        {
            traces.Renew(context, items, []);
            differences.Recompute(context, items);
        };
    }

    private static void Move(SiteDbContext context, TypeChanges changes, int typeId)
    {
        int? defaultLanguageId = context.Set<LanguageRow>().Where(x => x.IsDefault).Select(x => (int?)x.Id).FirstOrDefault();
        foreach (TypeChange change in changes.Types)
        {
            PropertyDataMoves.Delete(context, change.TypeId, change.Removed);
            if (defaultLanguageId is { } languageId)
            {
                PropertyDataMoves.Move(context, change.TypeId, change.ToCulture, fromLanguageId: null, toLanguageId: languageId);
                PropertyDataMoves.Move(context, change.TypeId, change.ToInvariant, fromLanguageId: languageId, toLanguageId: null);
            }
        }

        if (defaultLanguageId is { } id)
        {
            MoveDocuments(context, typeId, changes, id);
        }
    }

    private static void MoveDocuments(SiteDbContext context, int typeId, TypeChanges changes, int languageId)
    {
        if (changes.TypeVariesAnew && changes.Variation.VariesByCulture())
        {
            DocumentCultureMoves.ToCulture(context, typeId, languageId);
        }
        else if (changes.TypeVariesAnew)
        {
            DocumentCultureMoves.ToInvariant(context, typeId, languageId);
        }
    }
}
