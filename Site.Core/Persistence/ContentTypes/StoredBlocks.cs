using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Extensions;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Finds stored values that hold blocks, in all versions, and brings them in line with a changed schema.</summary>
internal sealed class StoredBlocks(Lazy<IJsonSerializer> serializer)
{
    private const int BatchSize = 200;

    private static readonly string[] _editors =
    [
        Constants.PropertyEditors.Aliases.BlockList,
        Constants.PropertyEditors.Aliases.BlockGrid,
        Constants.PropertyEditors.Aliases.SingleBlock,
        Constants.PropertyEditors.Aliases.RichText,
    ];

    /// <summary>Aligns the blocks whose types have changed, and all blocks in items whose types have.</summary>
    /// <param name="context">The context, on a writing transaction in which the new types are stored.</param>
    /// <param name="typeIds">The types.</param>
    /// <param name="formerAliases">The aliases that properties had before, by id.</param>
    /// <returns>The types of the items that hold such blocks.</returns>
    public HashSet<int> Align(SiteDbContext context, IReadOnlyCollection<int> typeIds, IReadOnlyDictionary<int, string> formerAliases)
    {
        int[] ids = [.. typeIds];
        HashSet<int> rows = [.. Values(context).Where(x => EF.Parameter(ids).Contains(x.ContentTypeId)).Select(x => x.Value.Id)];
        IQueryable<Guid> elements = from type in context.Set<ContentTypeRow>()
                                    join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                                    where type.IsElement && EF.Parameter(ids).Contains(node.Id)
                                    select node.UniqueId;
        foreach (Guid element in elements.ToList())
        {
            rows.UnionWith(Holding(context, element.ToString("D")));
        }

        return Align(context, rows, BlockSchema.Read(context, formerAliases, new Dictionary<string, string>()));
    }

    /// <summary>Gives what blocks hold in a language the language's new code.</summary>
    public void RenameLanguage(SiteDbContext context, string formerCode, string code)
    {
        var renamed = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [formerCode] = code };
        HashSet<int> rows = [.. Holding(context, formerCode.ToLowerInvariant())];
        Align(context, rows, BlockSchema.Read(context, new Dictionary<int, string>(), renamed));
    }

    private static List<int> Holding(SiteDbContext context, string text) =>
        [.. Values(context).Where(x => x.Value.TextValue!.ToLower().Contains(text)).Select(x => x.Value.Id)];

    private HashSet<int> Align(SiteDbContext context, HashSet<int> rows, BlockSchema schema)
    {
        HashSet<int> types = [];
        var aligner = new BlockAligner(schema, serializer.Value);
        context.ChangeTracker.Clear();
        foreach (int[] batch in rows.Order().Chunk(BatchSize))
        {
            foreach (BlockValueRow row in Values(context).AsTracking().Where(x => EF.Parameter(batch).Contains(x.Value.Id)).ToList())
            {
                bool invariant = row.Value.LanguageId is not null || !((ContentVariation)row.Variations).VariesByCulture();
                types.Add(row.ContentTypeId);
                row.Value.TextValue = aligner.Align(row.Value.TextValue!, invariant) ?? row.Value.TextValue;
            }

            context.SaveChanges();
            context.ChangeTracker.Clear();
        }

        return types;
    }

    private static IQueryable<BlockValueRow> Values(SiteDbContext context)
    {
        IQueryable<int> properties =
            from property in context.Set<PropertyTypeRow>()
            join dataType in context.Set<DataTypeRow>() on property.DataTypeId equals dataType.NodeId
            where _editors.Contains(dataType.PropertyEditorAlias)
            select property.Id;
        return from value in context.Set<PropertyDataRow>()
               where value.TextValue != null && properties.Contains(value.PropertyTypeId)
               join version in context.Set<ContentVersionRow>() on value.VersionId equals version.Id
               join content in context.Set<ContentRow>() on version.NodeId equals content.NodeId
               join type in context.Set<ContentTypeRow>() on content.ContentTypeId equals type.NodeId
               select new BlockValueRow { Value = value, ContentTypeId = type.NodeId, Variations = type.Variations };
    }

    private sealed class BlockValueRow
    {
        public required PropertyDataRow Value { get; init; }

        public int ContentTypeId { get; init; }

        public int Variations { get; init; }
    }
}
