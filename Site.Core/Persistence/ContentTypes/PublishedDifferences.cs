using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Documents;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Finds out anew which documents, and which of their languages, differ from what is published, as saving them would.</summary>
internal sealed class PublishedDifferences(InvariantChanges invariantChanges)
{
    private const int BatchSize = 200;

    /// <summary>Sets the flags of all documents of the types that some items have, as these are stored.</summary>
    /// <param name="context">The context, on a writing transaction; types and data are those of after the change.</param>
    /// <param name="nodeIds">The items.</param>
    public void Recompute(SiteDbContext context, int[] nodeIds)
    {
        if (nodeIds.Length > 0)
        {
            RecomputeTypes(context, [.. context.Set<ContentRow>().Where(x => EF.Parameter(nodeIds).Contains(x.NodeId)).Select(x => x.ContentTypeId).Distinct()]);
        }
    }

    /// <summary>Sets the flags of all documents of the types, as these are stored.</summary>
    /// <param name="context">The context, on a writing transaction; types and data are those of after the change.</param>
    /// <param name="contentTypeIds">The types.</param>
    public void RecomputeTypes(SiteDbContext context, IReadOnlyCollection<int> contentTypeIds)
    {
        if (contentTypeIds.Count == 0)
        {
            return;
        }

        var languages = LanguageCodes.Read(context);
        if (languages.IdOf(languages.Default) is not { } defaultLanguageId)
        {
            return;
        }

        context.ChangeTracker.Clear();
        var graph = ContentTypeGraph.Read(context);
        foreach (int id in contentTypeIds)
        {
            Recompute(context, id, graph, languages, defaultLanguageId);
        }
    }

    private void Recompute(SiteDbContext context, int contentTypeId, ContentTypeGraph graph, LanguageCodes languages, int defaultLanguageId)
    {
        bool varies = graph.VariationOf(contentTypeId).VariesByCulture();
        List<Difference> differences = DifferingValues(context, contentTypeId, graph.PropertiesOf(contentTypeId));
        ILookup<int, int?> values = (varies ? ByLanguage(context, contentTypeId, differences, languages) : differences)
            .ToLookup(x => x.NodeId, x => x.LanguageId);
        HashSet<int> edited = varies
            ? MarkLanguages(context, contentTypeId, values, defaultLanguageId)
            : [.. Versions(context, contentTypeId).Where(x => x.Name != x.PublishedName).Select(x => x.NodeId)];
        foreach (DocumentRow document in Documents(context, contentTypeId).AsTracking())
        {
            document.Edited = !document.Published || values.Contains(document.NodeId) || edited.Contains(document.NodeId);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    // An invariant value of a document that varies may differ in some of its languages only.
    private IEnumerable<Difference> ByLanguage(SiteDbContext context, int contentTypeId, List<Difference> differences, LanguageCodes languages)
    {
        Dictionary<int, string> editors = (from property in context.Set<PropertyTypeRow>()
                                           join dataType in context.Set<DataTypeRow>() on property.DataTypeId equals dataType.NodeId
                                           select new { property.Id, dataType.PropertyEditorAlias }).ToDictionary(x => x.Id, x => x.PropertyEditorAlias);
        foreach (Difference[] batch in differences.Where(x => x.LanguageId is null).Chunk(BatchSize))
        {
            int[] nodeIds = [.. batch.Select(x => x.NodeId).Distinct()];
            var versions = Versions(context, contentTypeId).Where(x => EF.Parameter(nodeIds).Contains(x.NodeId)).ToDictionary(x => x.NodeId);
            int[] versionIds = [.. versions.Values.SelectMany(x => new[] { x.CurrentId, x.PublishedId })];
            ILookup<(int, int), object?> values = context.Set<PropertyDataRow>()
                .Where(x => EF.Parameter(versionIds).Contains(x.VersionId) && x.LanguageId == null)
                .ToLookup(x => (x.VersionId, x.PropertyTypeId), x => x.Value());
            foreach (Difference difference in batch)
            {
                object? edited = values[(versions[difference.NodeId].CurrentId, difference.PropertyTypeId)].FirstOrDefault();
                object? published = values[(versions[difference.NodeId].PublishedId, difference.PropertyTypeId)].FirstOrDefault();
                foreach (int? languageId in invariantChanges.Languages(editors[difference.PropertyTypeId], edited, published, languages))
                {
                    yield return difference with { LanguageId = languageId };
                }
            }
        }

        foreach (Difference difference in differences.Where(x => x.LanguageId is not null))
        {
            yield return difference;
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

    private static List<Difference> DifferingValues(SiteDbContext context, int contentTypeId, Dictionary<int, ContentVariation> properties)
    {
        IQueryable<VersionPair> versions = Versions(context, contentTypeId);
        IQueryable<PropertyDataRow> values = context.Set<PropertyDataRow>();
        IQueryable<Difference> differences = Missing(versions, values, values).Union(Missing(versions.Select(x => new VersionPair
        {
            NodeId = x.NodeId,
            CurrentId = x.PublishedId,
            PublishedId = x.CurrentId,
        }), values, values));
        return [.. differences.AsEnumerable()
            .Where(x => properties.TryGetValue(x.PropertyTypeId, out ContentVariation variation) && variation.VariesByCulture() == (x.LanguageId is not null))];
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

    private sealed record Difference
    {
        public int NodeId { get; init; }

        public int PropertyTypeId { get; init; }

        public int? LanguageId { get; init; }
    }
}
