using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Reads all types of one kind, with their properties and compositions, in a number of queries that does not depend on how many there are.</summary>
internal sealed class ContentTypeLoader(IShortStringHelper shortStringHelper)
{
    /// <summary>Reads the types of <paramref name="objectType"/>, ordered by name.</summary>
    /// <param name="context">The context to read from.</param>
    /// <param name="objectType">The object type of the types' nodes.</param>
    /// <param name="create">Makes an empty type below a parent.</param>
    /// <param name="complete">Adds what only this kind of type has, before its changes are tracked.</param>
    public IReadOnlyList<TType> Load<TType>(
        SiteDbContext context,
        Guid objectType,
        Func<int, TType> create,
        Action<TType>? complete = null)
        where TType : ContentTypeCompositionBase
    {
        var rows = (from type in context.Set<ContentTypeRow>()
                    join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                    where node.NodeObjectType == objectType
                    orderby node.Text, node.Id
                    select new { Type = type, Node = node }).ToList();
        Dictionary<int, TType> types = [];
        foreach (var row in rows)
        {
            TType type = create(row.Node.ParentId);
            type.DisableChangeTracking();
            Fill(type, row.Type, row.Node);
            types.Add(type.Id, type);
        }

        AddProperties(context, types);
        AddAllowedTypes(context, types);
        AddCompositions(context, types);
        foreach (TType type in types.Values)
        {
            complete?.Invoke(type);
            type.ResetDirtyProperties(false);
            type.EnableChangeTracking();
        }

        return [.. rows.Select(x => types[x.Node.Id])];
    }

    private static void Fill(ContentTypeCompositionBase type, ContentTypeRow row, NodeRow node)
    {
        type.Id = node.Id;
        type.Key = node.UniqueId;
        type.Name = node.Text;
        type.Alias = row.Alias;
        type.CreateDate = type.UpdateDate = node.CreateDate;
        type.CreatorId = node.NodeUser ?? Users.UserRow.SuperUserId;
        type.Path = node.Path;
        type.Level = node.Level;
        type.SortOrder = node.SortOrder;
        type.Trashed = node.Trashed;
        type.Icon = row.Icon;
        type.Thumbnail = row.Thumbnail;
        type.Description = row.Description;
        type.ListView = row.ListView;
        type.IsElement = row.IsElement;
        type.AllowedAsRoot = row.AllowAtRoot;
        type.Variations = (ContentVariation)row.Variations;
    }

    private void AddProperties<TType>(SiteDbContext context, Dictionary<int, TType> types)
        where TType : ContentTypeCompositionBase
    {
        ILookup<int, PropertyGroupRow> groups = context.Set<PropertyGroupRow>().OrderBy(x => x.SortOrder).ToLookup(x => x.ContentTypeNodeId);
        var properties = (from property in context.Set<PropertyTypeRow>()
                          join dataType in context.Set<DataTypeRow>() on property.DataTypeId equals dataType.NodeId
                          join node in context.Set<NodeRow>() on property.DataTypeId equals node.Id
                          orderby property.SortOrder, property.Id
                          select new { property, dataType.PropertyEditorAlias, dataType.DbType, DataTypeKey = node.UniqueId })
            .ToList()
            .Where(x => types.ContainsKey(x.property.ContentTypeId))
            .ToLookup(
                x => (x.property.ContentTypeId, x.property.PropertyTypeGroupId),
                x => ToPropertyType(x.property, x.PropertyEditorAlias, x.DbType, x.DataTypeKey, types[x.property.ContentTypeId].SupportsPublishing));
        foreach (TType type in types.Values)
        {
            IEnumerable<PropertyGroup> own = groups[type.Id].Select(x => ToGroup(x, properties[(type.Id, x.Id)], type.SupportsPublishing));
            type.PropertyGroups = new PropertyGroupCollection(own);
            type.NoGroupPropertyTypes = properties[(type.Id, null)];
        }
    }

    private static PropertyGroup ToGroup(PropertyGroupRow row, IEnumerable<IPropertyType> properties, bool supportsPublishing)
    {
        var group = new PropertyGroup(new PropertyTypeCollection(supportsPublishing, properties));
        group.DisableChangeTracking();
        group.Id = row.Id;
        group.Key = row.UniqueId;
        group.Name = row.Text;
        group.Alias = row.Alias;
        group.SortOrder = row.SortOrder;
        group.Type = (PropertyGroupType)row.Type;
        group.ResetDirtyProperties(false);
        group.EnableChangeTracking();
        return group;
    }

    private PropertyType ToPropertyType(PropertyTypeRow row, string editorAlias, string dbType, Guid dataTypeKey, bool supportsPublishing)
    {
        var property = new PropertyType(shortStringHelper, editorAlias, Enum.Parse<ValueStorageType>(dbType), forceValueStorageType: true, row.Alias);
        property.DisableChangeTracking();
        property.Id = row.Id;
        property.Key = row.UniqueId;
        property.Name = row.Name ?? row.Alias;
        property.Description = row.Description;
        property.DataTypeId = row.DataTypeId;
        property.DataTypeKey = dataTypeKey;
        property.PropertyGroupId = row.PropertyTypeGroupId is { } groupId ? new Lazy<int>(() => groupId) : null;
        property.SortOrder = row.SortOrder;
        property.Mandatory = row.Mandatory;
        property.MandatoryMessage = row.MandatoryMessage;
        property.ValidationRegExp = row.ValidationRegExp;
        property.ValidationRegExpMessage = row.ValidationRegExpMessage;
        property.LabelOnTop = row.LabelOnTop;
        property.Variations = (ContentVariation)row.Variations;
        property.SupportsPublishing = supportsPublishing;
        property.ResetDirtyProperties(false);
        property.EnableChangeTracking();
        return property;
    }

    private static void AddAllowedTypes<TType>(SiteDbContext context, Dictionary<int, TType> types)
        where TType : ContentTypeCompositionBase
    {
        ILookup<int, AllowedContentTypeRow> allowed = context.Set<AllowedContentTypeRow>().OrderBy(x => x.SortOrder).ToLookup(x => x.ContentTypeId);
        foreach (TType type in types.Values)
        {
            type.AllowedContentTypes =
            [
                .. allowed[type.Id]
                    .Where(x => types.ContainsKey(x.AllowedContentTypeId))
                    .Select(x => new ContentTypeSort(types[x.AllowedContentTypeId].Key, x.SortOrder, types[x.AllowedContentTypeId].Alias)),
            ];
        }
    }

    private static void AddCompositions<TType>(SiteDbContext context, Dictionary<int, TType> types)
        where TType : ContentTypeCompositionBase
    {
        ILookup<int, int> parents = context.Set<ContentTypeCompositionRow>().ToLookup(x => x.ChildContentTypeId, x => x.ParentContentTypeId);
        foreach (TType type in types.Values)
        {
            type.ContentTypeComposition = [.. parents[type.Id].Where(types.ContainsKey).Order().Select(x => types[x])];
        }
    }
}
