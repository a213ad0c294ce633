using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>The rows of all types of one kind, read in five queries however many there are.</summary>
internal sealed class ContentTypeRows
{
    private ContentTypeRows(SiteDbContext context, Guid objectType)
    {
        IQueryable<NodeRow> nodes = context.Set<NodeRow>().Where(x => x.NodeObjectType == objectType);
        Types =
        [
            .. from type in context.Set<ContentTypeRow>()
               join node in nodes on type.NodeId equals node.Id
               select new TypeRow(node, type),
        ];
        Groups = context.Set<PropertyGroupRow>().Where(x => nodes.Any(node => node.Id == x.ContentTypeNodeId))
            .OrderBy(x => x.SortOrder).ThenBy(x => x.Id).ToLookup(x => x.ContentTypeNodeId);
        Properties = (from property in context.Set<PropertyTypeRow>()
                      join dataType in context.Set<DataTypeRow>() on property.DataTypeId equals dataType.NodeId
                      join dataTypeNode in context.Set<NodeRow>() on dataType.NodeId equals dataTypeNode.Id
                      where nodes.Any(node => node.Id == property.ContentTypeId)
                      orderby property.SortOrder, property.Id
                      select new PropertyRow(property, dataTypeNode.UniqueId, dataType.PropertyEditorAlias, dataType.DbType))
            .ToLookup(x => x.Property.ContentTypeId);
        Parents = context.Set<ContentTypeCompositionRow>().Where(x => nodes.Any(node => node.Id == x.ChildContentTypeId))
            .ToLookup(x => x.ChildContentTypeId, x => x.ParentContentTypeId);
        Allowed = (from allowed in context.Set<AllowedContentTypeRow>()
                   join type in context.Set<ContentTypeRow>() on allowed.AllowedContentTypeId equals type.NodeId
                   join typeNode in context.Set<NodeRow>() on type.NodeId equals typeNode.Id
                   where nodes.Any(node => node.Id == allowed.ContentTypeId)
                   orderby allowed.SortOrder, type.NodeId
                   select new { allowed.ContentTypeId, Key = typeNode.UniqueId, allowed.SortOrder, type.Alias })
            .ToLookup(x => x.ContentTypeId, x => new ContentTypeSort(x.Key, x.SortOrder, x.Alias));
    }

    /// <summary>The types with their nodes.</summary>
    public IReadOnlyList<TypeRow> Types { get; }

    /// <summary>The tabs and groups by type, sorted.</summary>
    public ILookup<int, PropertyGroupRow> Groups { get; }

    /// <summary>The properties by type, sorted.</summary>
    public ILookup<int, PropertyRow> Properties { get; }

    /// <summary>What a type is composed of, or inherits from, by type.</summary>
    public ILookup<int, int> Parents { get; }

    /// <summary>What may be created below items of a type, by type, sorted.</summary>
    public ILookup<int, ContentTypeSort> Allowed { get; }

    /// <summary>Reads the types of a kind.</summary>
    public static ContentTypeRows Read(SiteDbContext context, Guid objectType) => new(context, objectType);

    /// <summary>A type and its node.</summary>
    internal sealed record TypeRow(NodeRow Node, ContentTypeRow Type);

    /// <summary>A property and what it needs to know of its data type.</summary>
    internal sealed record PropertyRow(PropertyTypeRow Property, Guid DataTypeKey, string EditorAlias, string DbType);
}
