using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;
using Site.Core.Persistence.Nodes;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>
/// Moves stored values and names when a type or a property begins or ceases to vary by culture: the invariant value becomes that of the
/// default language, and the other way round.
/// </summary>
/// <remarks>Values in other languages stay stored when a property ceases to vary, so that the change can be taken back.</remarks>
internal static class ContentTypeVariations
{
    /// <summary>Moves what varies differently in <paramref name="after"/> than in <paramref name="before"/>.</summary>
    public static void Move(SiteDbContext context, VariationState before, VariationState after)
    {
        int? defaultLanguage = context.Set<LanguageRow>().Where(x => x.IsDefault).Select(x => (int?)x.Id).FirstOrDefault();
        if (defaultLanguage is not { } languageId)
        {
            return;
        }

        foreach (int typeId in after.Types)
        {
            MoveNames(context, typeId, before.VariesByCulture(typeId), after.VariesByCulture(typeId), languageId);
            Dictionary<int, bool> known = before.PropertiesOf(typeId).ToDictionary(x => x.PropertyTypeId, x => x.VariesByCulture);
            foreach ((int propertyTypeId, bool varies) in after.PropertiesOf(typeId))
            {
                if (known.TryGetValue(propertyTypeId, out bool varied) && varied != varies)
                {
                    MoveValues(context, typeId, propertyTypeId, varies, languageId);
                }
            }
        }
    }

    private static void MoveValues(SiteDbContext context, int typeId, int propertyTypeId, bool varies, int languageId)
    {
        int? from = varies ? null : languageId;
        int? to = varies ? languageId : null;
        IQueryable<PropertyDataRow> values = context.Set<PropertyDataRow>().Where(value => value.PropertyTypeId == propertyTypeId
            && context.Set<ContentVersionRow>().Any(version => version.Id == value.VersionId
                && context.Set<ContentRow>().Any(x => x.NodeId == version.NodeId && x.ContentTypeId == typeId)));
        values.Where(x => x.LanguageId == to
            && values.Any(y => y.VersionId == x.VersionId && y.LanguageId == from && y.Segment == x.Segment)).ExecuteDelete();
        values.Where(x => x.LanguageId == from).ExecuteUpdate(x => x.SetProperty(y => y.LanguageId, to));
    }

    private static void MoveNames(SiteDbContext context, int typeId, bool varied, bool varies, int languageId)
    {
        if (varied == varies)
        {
            return;
        }

        IQueryable<ContentRow> items = context.Set<ContentRow>().Where(x => x.ContentTypeId == typeId);
        if (varies)
        {
            AddNames(context, items, languageId);
        }
        else
        {
            TakeInvariantNames(context, items, languageId);
        }
    }

    private static void AddNames(SiteDbContext context, IQueryable<ContentRow> items, int languageId)
    {
        var versions = context.Set<ContentVersionRow>()
            .Where(x => items.Any(item => item.NodeId == x.NodeId)
                && !context.Set<ContentVersionCultureVariationRow>().Any(y => y.VersionId == x.Id && y.LanguageId == languageId))
            .ToList();
        context.AddRange(versions.Select(x => new ContentVersionCultureVariationRow
        {
            VersionId = x.Id,
            LanguageId = languageId,
            Name = x.Text ?? string.Empty,
            Date = x.VersionDate,
            AvailableUserId = x.UserId,
        }));
        var documents = (from document in context.Set<DocumentRow>()
                         join node in context.Set<NodeRow>() on document.NodeId equals node.Id
                         where items.Any(item => item.NodeId == document.NodeId)
                             && !context.Set<DocumentCultureVariationRow>().Any(x => x.NodeId == document.NodeId && x.LanguageId == languageId)
                         select new { document, node.Text }).ToList();
        context.AddRange(documents.Select(x => new DocumentCultureVariationRow
        {
            NodeId = x.document.NodeId,
            LanguageId = languageId,
            Edited = x.document.Edited,
            Available = true,
            Published = x.document.Published,
            Name = x.Text,
        }));
        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    // The invariant name of a variant item is that of its default language already.
    private static void TakeInvariantNames(SiteDbContext context, IQueryable<ContentRow> items, int languageId)
    {
        var documents = context.Set<DocumentCultureVariationRow>()
            .Where(x => x.LanguageId == languageId && items.Any(item => item.NodeId == x.NodeId))
            .ToDictionary(x => x.NodeId);
        foreach (DocumentRow document in context.Set<DocumentRow>().AsTracking().Where(x => items.Any(item => item.NodeId == x.NodeId)).ToList())
        {
            if (documents.TryGetValue(document.NodeId, out DocumentCultureVariationRow? culture))
            {
                document.Edited = culture.Edited;
            }
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        context.Set<ContentVersionCultureVariationRow>()
            .Where(x => context.Set<ContentVersionRow>().Any(version => version.Id == x.VersionId && items.Any(item => item.NodeId == version.NodeId)))
            .ExecuteDelete();
        context.Set<DocumentCultureVariationRow>().Where(x => items.Any(item => item.NodeId == x.NodeId)).ExecuteDelete();
    }
}
