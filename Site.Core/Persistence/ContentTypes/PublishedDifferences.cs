using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.Documents;
using Site.Core.Persistence.Languages;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Finds out anew which documents, and which of their languages, differ from what is published, as saving them would.</summary>
internal static class PublishedDifferences
{
    /// <summary>Sets the flags of all documents of a type.</summary>
    /// <param name="context">The context, on a writing transaction; the variation of the type and its data are those of after the change.</param>
    /// <param name="contentTypeId">The type.</param>
    /// <param name="variation">How the type varies.</param>
    /// <param name="properties">The properties of the type, and how they vary in it.</param>
    /// <param name="defaultLanguageId">The language to which values without a language belong.</param>
    public static void Recompute(
        SiteDbContext context,
        int contentTypeId,
        ContentVariation variation,
        IReadOnlyDictionary<int, ContentVariation> properties,
        int defaultLanguageId)
    {
        context.ChangeTracker.Clear();
        ILookup<int, int?> values = DifferingValues(context, contentTypeId, properties);
        HashSet<int> edited = variation.VariesByCulture()
            ? MarkLanguages(context, contentTypeId, values, defaultLanguageId)
            : [.. Versions(context, contentTypeId).Where(x => x.Name != x.PublishedName).Select(x => x.NodeId)];
        foreach (DocumentRow document in Documents(context, contentTypeId).AsTracking())
        {
            document.Edited = !document.Published || values.Contains(document.NodeId) || edited.Contains(document.NodeId);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    /// <summary>Sets the flags of all documents of the types that some items have, as these are stored.</summary>
    public static void Recompute(SiteDbContext context, int[] nodeIds)
    {
        if (nodeIds.Length == 0)
        {
            return;
        }

        int[] types = [.. context.Set<ContentRow>().Where(x => EF.Parameter(nodeIds).Contains(x.NodeId)).Select(x => x.ContentTypeId).Distinct()];
        RecomputeTypes(context, types);
    }

    /// <summary>Sets the flags of all documents of the types, as these are stored.</summary>
    public static void RecomputeTypes(SiteDbContext context, int[] contentTypeIds)
    {
        if (context.Set<LanguageRow>().Where(x => x.IsDefault).Select(x => (int?)x.Id).FirstOrDefault() is not { } defaultLanguageId)
        {
            return;
        }

        var graph = ContentTypeGraph.Read(context);
        foreach (int id in contentTypeIds)
        {
            Recompute(context, id, graph.VariationOf(id), graph.PropertiesOf(id), defaultLanguageId);
        }
    }

    private static HashSet<int> MarkLanguages(SiteDbContext context, int contentTypeId, ILookup<int, int?> values, int defaultLanguageId)
    {
        HashSet<(int NodeId, int LanguageId)> names = [.. DifferingNames(context, contentTypeId)];
        HashSet<int> edited = [];
        IQueryable<DocumentRow> documents = Documents(context, contentTypeId);
        foreach (DocumentCultureVariationRow row in context.Set<DocumentCultureVariationRow>().AsTracking()
            .Where(x => documents.Any(document => document.NodeId == x.NodeId)))
        {
            // An invariant value belongs to the default language, in which it is edited.
            bool differs = values[row.NodeId].Any(x => (x ?? defaultLanguageId) == row.LanguageId);
            row.Edited = row.Available && (!row.Published || differs || names.Contains((row.NodeId, row.LanguageId)));
            if (row.Edited)
            {
                edited.Add(row.NodeId);
            }
        }

        return edited;
    }

    private static ILookup<int, int?> DifferingValues(SiteDbContext context, int contentTypeId, IReadOnlyDictionary<int, ContentVariation> properties)
    {
        IQueryable<VersionPair> versions = Versions(context, contentTypeId);
        IQueryable<PropertyDataRow> values = context.Set<PropertyDataRow>();
        IQueryable<Difference> differences = Missing(versions, values, values).Union(Missing(versions.Select(x => new VersionPair
        {
            NodeId = x.NodeId,
            CurrentId = x.PublishedId,
            PublishedId = x.CurrentId,
        }), values, values));
        return differences.AsEnumerable()
            .Where(x => properties.TryGetValue(x.PropertyTypeId, out ContentVariation variation) && variation.VariesByCulture() == (x.LanguageId is not null))
            .ToLookup(x => x.NodeId, x => x.LanguageId);
    }

    // What the first version says and the second does not.
    private static IQueryable<Difference> Missing(IQueryable<VersionPair> versions, IQueryable<PropertyDataRow> values, IQueryable<PropertyDataRow> others) =>
        from version in versions
        join value in values on version.CurrentId equals value.VersionId
        where !others.Any(x => x.VersionId == version.PublishedId && x.PropertyTypeId == value.PropertyTypeId
            && x.LanguageId == value.LanguageId && x.Segment == value.Segment
            && x.IntValue == value.IntValue && x.DecimalValue == value.DecimalValue && x.DateValue == value.DateValue
            && x.VarcharValue == value.VarcharValue && x.TextValue == value.TextValue)
        select new Difference { NodeId = version.NodeId, PropertyTypeId = value.PropertyTypeId, LanguageId = value.LanguageId };

    private static IEnumerable<(int NodeId, int LanguageId)> DifferingNames(SiteDbContext context, int contentTypeId)
    {
        IQueryable<ContentVersionCultureVariationRow> names = context.Set<ContentVersionCultureVariationRow>();
        return (from version in Versions(context, contentTypeId)
                join name in names on version.CurrentId equals name.VersionId
                where !names.Any(x => x.VersionId == version.PublishedId && x.LanguageId == name.LanguageId && x.Name == name.Name)
                select new { version.NodeId, name.LanguageId }).AsEnumerable().Select(x => (x.NodeId, x.LanguageId));
    }

    private static IQueryable<DocumentRow> Documents(SiteDbContext context, int contentTypeId) => context.Set<DocumentRow>()
        .Where(x => context.Set<ContentRow>().Any(content => content.NodeId == x.NodeId && content.ContentTypeId == contentTypeId));

    private static IQueryable<VersionPair> Versions(SiteDbContext context, int contentTypeId) =>
        from document in Documents(context, contentTypeId)
        where document.Published
        join current in context.Set<ContentVersionRow>() on document.NodeId equals current.NodeId
        where current.Current
        join published in context.Set<ContentVersionRow>() on document.NodeId equals published.NodeId
        join state in context.Set<DocumentVersionRow>() on published.Id equals state.Id
        where state.Published
        select new VersionPair
        {
            NodeId = document.NodeId,
            CurrentId = current.Id,
            PublishedId = published.Id,
            Name = current.Text,
            PublishedName = published.Text,
        };

    private sealed class VersionPair
    {
        public int NodeId { get; init; }

        public int CurrentId { get; init; }

        public int PublishedId { get; init; }

        public string? Name { get; init; }

        public string? PublishedName { get; init; }
    }

    private sealed class Difference
    {
        public int NodeId { get; init; }

        public int PropertyTypeId { get; init; }

        public int? LanguageId { get; init; }
    }
}
