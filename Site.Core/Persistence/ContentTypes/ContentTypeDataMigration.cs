using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Languages;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Takes what was written in documents and media along when their type changes.</summary>
internal static class ContentTypeDataMigration
{
    /// <summary>
    /// Deletes the values of properties that items no longer have, and moves the values of properties that vary by culture where
    /// they did not, or the other way round, to or from the default language.
    /// </summary>
    /// <param name="context">The context, on a writing transaction.</param>
    /// <param name="before">The types as they are stored.</param>
    /// <param name="after">The types as they will be.</param>
    /// <param name="typeId">The type that changes; those composed of it change with it.</param>
    public static void Apply(SiteDbContext context, ContentTypeGraph before, ContentTypeGraph after, int typeId)
    {
        int? defaultLanguageId = context.Set<LanguageRow>().Where(x => x.IsDefault).Select(x => (int?)x.Id).FirstOrDefault();
        foreach (int affectedId in before.ComposedOf(typeId))
        {
            Dictionary<int, ContentVariation> properties = after.PropertiesOf(affectedId);
            Dictionary<int, ContentVariation> stored = before.PropertiesOf(affectedId);
            PropertyDataMoves.Delete(context, affectedId, [.. stored.Keys.Except(properties.Keys)]);
            if (defaultLanguageId is { } languageId)
            {
                MoveProperties(context, affectedId, stored, properties, languageId);
            }
        }

        if (defaultLanguageId is { } id)
        {
            MoveDocuments(context, typeId, before.VariationOf(typeId), after.VariationOf(typeId), id);
        }
    }

    private static void MoveProperties(
        SiteDbContext context,
        int typeId,
        Dictionary<int, ContentVariation> before,
        Dictionary<int, ContentVariation> after,
        int languageId)
    {
        int[] toCulture = [.. after.Where(x => x.Value.VariesByCulture() && before.TryGetValue(x.Key, out ContentVariation old) && !old.VariesByCulture()).Select(x => x.Key)];
        int[] toInvariant = [.. after.Where(x => !x.Value.VariesByCulture() && before.TryGetValue(x.Key, out ContentVariation old) && old.VariesByCulture()).Select(x => x.Key)];
        PropertyDataMoves.Move(context, typeId, toCulture, fromLanguageId: null, toLanguageId: languageId);
        PropertyDataMoves.Move(context, typeId, toInvariant, fromLanguageId: languageId, toLanguageId: null);
        if (toCulture.Length > 0)
        {
            DocumentCultureMoves.MarkEdited(context, typeId, languageId);
        }
    }

    private static void MoveDocuments(SiteDbContext context, int typeId, ContentVariation before, ContentVariation after, int languageId)
    {
        if (!before.VariesByCulture() && after.VariesByCulture())
        {
            DocumentCultureMoves.ToCulture(context, typeId, languageId);
        }
        else if (before.VariesByCulture() && !after.VariesByCulture())
        {
            DocumentCultureMoves.ToInvariant(context, typeId, languageId);
        }
    }
}
