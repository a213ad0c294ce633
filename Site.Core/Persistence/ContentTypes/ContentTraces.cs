using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Documents;
using Umbraco.Cms.Core.Models;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>
/// Renews what the site keeps of the values of documents and media beside the values, tags and references to other items, when a change
/// of a type hides, shows or removes values. Saving each of the items would have the same effect.
/// </summary>
internal sealed class ContentTraces(Lazy<ContentTags> tags, Lazy<TrackedReferences> references)
{
    private const int BatchSize = 200;

    /// <summary>The items that have values for the properties, in the version that is edited or published.</summary>
    public static int[] Find(SiteDbContext context, int[] propertyTypeIds) => propertyTypeIds.Length == 0
        ? []
        : [.. Values(context).Where(x => EF.Parameter(propertyTypeIds).Contains(x.Value.PropertyTypeId)).Select(x => x.NodeId).Distinct()];

    /// <summary>Renews the traces of the items.</summary>
    /// <param name="context">The context, on a writing transaction in which the new types are stored.</param>
    /// <param name="nodeIds">The items.</param>
    /// <param name="propertyTypeIds">The properties whose values were hidden or shown.</param>
    public void Renew(SiteDbContext context, int[] nodeIds, int[] propertyTypeIds)
    {
        if (nodeIds.Length == 0)
        {
            return;
        }

        var graph = ContentTypeGraph.Read(context);
        Dictionary<int, EditorOfProperty> editors = (from property in context.Set<PropertyTypeRow>()
                                                     join dataType in context.Set<DataTypeRow>() on property.DataTypeId equals dataType.NodeId
                                                     select new EditorOfProperty(property.Id, dataType.NodeId, dataType.PropertyEditorAlias)).ToDictionary(x => x.PropertyTypeId);
        foreach (int[] batch in nodeIds.Chunk(BatchSize))
        {
            ILookup<int, StoredValue> values = Values(context).Where(x => EF.Parameter(batch).Contains(x.NodeId)).AsEnumerable()
                .Where(x => graph.PropertiesOf(x.ContentTypeId).TryGetValue(x.Value.PropertyTypeId, out ContentVariation variation)
                    && variation.VariesByCulture() == (x.Value.LanguageId is not null))
                .ToLookup(x => x.NodeId);
            foreach (int nodeId in batch)
            {
                references.Value.Save(context, nodeId, [.. values[nodeId].Select(x => (editors[x.Value.PropertyTypeId].Alias, x.Value.Value()))]);
                foreach (int propertyTypeId in propertyTypeIds.Where(editors.ContainsKey))
                {
                    SaveTags(nodeId, editors[propertyTypeId], values[nodeId].Where(x => x.HasTags && x.Value.PropertyTypeId == propertyTypeId));
                }
            }
        }
    }

    private void SaveTags(int nodeId, EditorOfProperty editor, IEnumerable<StoredValue> values) =>
        tags.Value.Save(nodeId, editor.PropertyTypeId, editor.Alias, editor.DataTypeId, values.Select(x => (x.Value.Value(), x.Value.LanguageId)));

    // A document is tagged as it is published, media as they are.
    private static IQueryable<StoredValue> Values(SiteDbContext context) =>
        from version in context.Set<ContentVersionRow>()
        join content in context.Set<ContentRow>() on version.NodeId equals content.NodeId
        join documentVersion in context.Set<DocumentVersionRow>() on version.Id equals documentVersion.Id into documentVersions
        from documentVersion in documentVersions.DefaultIfEmpty()
        where version.Current || documentVersion.Published
        join value in context.Set<PropertyDataRow>() on version.Id equals value.VersionId
        select new StoredValue
        {
            NodeId = version.NodeId,
            ContentTypeId = content.ContentTypeId,
            HasTags = (bool?)documentVersion.Published ?? true,
            Value = value,
        };

    private sealed record EditorOfProperty(int PropertyTypeId, int DataTypeId, string Alias);

    private sealed class StoredValue
    {
        public int NodeId { get; init; }

        public int ContentTypeId { get; init; }

        public bool HasTags { get; init; }

        public required PropertyDataRow Value { get; init; }
    }
}
