using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Nodes;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Writes the rows of a type that belong to it alone: tabs, groups, properties, compositions and allowed types.</summary>
internal static class ContentTypeWriter
{
    /// <summary>The type's own row.</summary>
    public static ContentTypeRow ToRow(IContentTypeComposition entity) => new()
    {
        NodeId = entity.Id,
        Alias = entity.Alias,
        Icon = entity.Icon,
        Thumbnail = string.IsNullOrEmpty(entity.Thumbnail) ? "folder.png" : entity.Thumbnail,
        Description = entity.Description,
        ListView = entity.ListView,
        IsElement = entity.IsElement,
        AllowAtRoot = entity.AllowedAsRoot,
        Variations = (int)entity.Variations,
    };

    /// <summary>Replaces what the type is composed of.</summary>
    public static void SaveCompositions(SiteDbContext context, IContentTypeComposition entity)
    {
        context.Set<ContentTypeCompositionRow>().Where(x => x.ChildContentTypeId == entity.Id).ExecuteDelete();
        context.AddRange(entity.ContentTypeComposition
            .Select(x => x.Id)
            .Where(x => x != entity.Id)
            .Distinct()
            .Select(x => new ContentTypeCompositionRow { ParentContentTypeId = x, ChildContentTypeId = entity.Id }));
        context.SaveChanges();
    }

    /// <summary>Replaces what may be created below items of the type; a type that is gone meanwhile is left out.</summary>
    public static void SaveAllowedTypes(SiteDbContext context, IContentTypeComposition entity)
    {
        context.Set<AllowedContentTypeRow>().Where(x => x.ContentTypeId == entity.Id).ExecuteDelete();
        List<ContentTypeSort> allowed = [.. (entity.AllowedContentTypes ?? []).DistinctBy(x => x.Key)];
        Guid[] keys = [.. allowed.Select(x => x.Key)];
        Dictionary<Guid, int> ids = (from type in context.Set<ContentTypeRow>()
                                     join node in context.Set<NodeRow>() on type.NodeId equals node.Id
                                     where keys.Contains(node.UniqueId)
                                     select new { node.UniqueId, node.Id }).ToDictionary(x => x.UniqueId, x => x.Id);
        context.AddRange(allowed.Where(x => ids.ContainsKey(x.Key)).Select(x => new AllowedContentTypeRow
        {
            ContentTypeId = entity.Id,
            AllowedContentTypeId = ids[x.Key],
            SortOrder = x.SortOrder,
        }));
        context.SaveChanges();
    }

    /// <summary>Inserts, updates and deletes the tabs, groups and properties, and tells them their ids.</summary>
    public static void SaveProperties(SiteDbContext context, IContentTypeComposition entity)
    {
        context.ChangeTracker.Clear();
        int[] kept = [.. entity.PropertyTypes.Select(x => x.Id)];
        Dictionary<int, int> stored = context.Set<PropertyTypeRow>().Where(x => x.ContentTypeId == entity.Id).ToDictionary(x => x.Id, x => x.DataTypeId);
        int[] removed = [.. stored.Keys.Except(kept)];
        PropertyDataMoves.Delete(context, removed);
        context.Set<PropertyTypeRow>().Where(x => removed.Contains(x.Id)).ExecuteDelete();
        SaveGroups(context, entity);

        Dictionary<int, DataTypeReference> dataTypes = DataTypeReference.ReadAll(context);
        List<(IPropertyType Property, PropertyTypeRow Row)> rows = [];
        foreach ((IPropertyType property, PropertyGroup? group) in WithGroups(entity))
        {
            AssignDataType(property, dataTypes);
            property.PropertyGroupId = group is null ? null : new Lazy<int>(() => group.Id);
            PropertyTypeRow row = ToRow(property, entity.Id, group?.Id);
            row.Id = stored.ContainsKey(property.Id) ? property.Id : 0;
            context.Update(row);
            rows.Add((property, row));
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        ChangeStorage(context, rows.Select(x => x.Property), stored, dataTypes);
        foreach ((IPropertyType property, PropertyTypeRow row) in rows.Where(x => x.Property.Id != x.Row.Id))
        {
            property.Id = row.Id;
        }
    }

    private static void ChangeStorage(
        SiteDbContext context,
        IEnumerable<IPropertyType> properties,
        Dictionary<int, int> formerDataTypes,
        Dictionary<int, DataTypeReference> dataTypes)
    {
        foreach (IPropertyType property in properties)
        {
            // The property itself may insist on the storage type that it was made with.
            ValueStorageType storage = dataTypes[property.DataTypeId].StorageType;
            if (formerDataTypes.TryGetValue(property.Id, out int former) && dataTypes[former].StorageType != storage)
            {
                StorageChanges.Apply(context, [property.Id], storage);
            }
        }
    }

    private static void SaveGroups(SiteDbContext context, IContentTypeComposition entity)
    {
        HashSet<int> stored = [.. context.Set<PropertyGroupRow>().Where(x => x.ContentTypeNodeId == entity.Id).Select(x => x.Id)];
        int[] removed = [.. stored.Except(entity.PropertyGroups.Select(x => x.Id))];
        context.Set<PropertyTypeRow>().Where(x => x.PropertyTypeGroupId != null && removed.Contains(x.PropertyTypeGroupId.Value))
            .ExecuteUpdate(set => set.SetProperty(x => x.PropertyTypeGroupId, (int?)null));
        context.Set<PropertyGroupRow>().Where(x => removed.Contains(x.Id)).ExecuteDelete();

        List<(PropertyGroup Group, PropertyGroupRow Row)> rows = [];
        foreach (PropertyGroup group in entity.PropertyGroups)
        {
            PropertyGroupRow row = ToRow(group, entity.Id);
            row.Id = stored.Contains(group.Id) ? group.Id : 0;
            context.Update(row);
            rows.Add((group, row));
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
        foreach ((PropertyGroup group, PropertyGroupRow row) in rows.Where(x => x.Group.Id != x.Row.Id))
        {
            group.Id = row.Id;
        }
    }

    private static IEnumerable<(IPropertyType Property, PropertyGroup? Group)> WithGroups(IContentTypeComposition entity) =>
    [
        .. entity.PropertyGroups.SelectMany(group => (group.PropertyTypes ?? Enumerable.Empty<IPropertyType>()).Select(property => (property, (PropertyGroup?)group))),
        .. entity.NoGroupPropertyTypes.Select(property => (property, (PropertyGroup?)null)),
    ];

    // A property that was made from an editor alone gets the oldest data type with that editor, as in stock Umbraco.
    private static void AssignDataType(IPropertyType property, Dictionary<int, DataTypeReference> dataTypes)
    {
        DataTypeReference dataType = dataTypes.GetValueOrDefault(property.DataTypeId)
            ?? dataTypes.Values.FirstOrDefault(x => x.Key == property.DataTypeKey)
            ?? dataTypes.Values.OrderBy(x => x.Id).FirstOrDefault(x => x.EditorAlias == property.PropertyEditorAlias)
            ?? throw new InvalidOperationException(
                $"The property \"{property.Alias}\" has no data type: there is none with the id {property.DataTypeId}, the key {property.DataTypeKey} or the editor {property.PropertyEditorAlias}.");
        property.DataTypeId = dataType.Id;
        property.DataTypeKey = dataType.Key;
        property.PropertyEditorAlias = dataType.EditorAlias;
        property.ValueStorageType = dataType.StorageType;
    }

    private static PropertyGroupRow ToRow(PropertyGroup group, int contentTypeId) => new()
    {
        UniqueId = group.Key,
        ContentTypeNodeId = contentTypeId,
        Type = (short)group.Type,
        Text = group.Name,
        Alias = group.Alias,
        SortOrder = group.SortOrder,
    };

    private static PropertyTypeRow ToRow(IPropertyType property, int contentTypeId, int? groupId) => new()
    {
        UniqueId = property.Key,
        DataTypeId = property.DataTypeId,
        ContentTypeId = contentTypeId,
        PropertyTypeGroupId = groupId,
        Alias = property.Alias,
        Name = property.Name,
        SortOrder = property.SortOrder,
        Mandatory = property.Mandatory,
        MandatoryMessage = property.MandatoryMessage,
        ValidationRegExp = property.ValidationRegExp,
        ValidationRegExpMessage = property.ValidationRegExpMessage,
        Description = property.Description,
        LabelOnTop = property.LabelOnTop,
        Variations = (int)property.Variations,
    };

    private sealed record DataTypeReference(int Id, Guid Key, string EditorAlias, string DbType)
    {
        public ValueStorageType StorageType => Enum.TryParse(DbType, ignoreCase: true, out ValueStorageType type) ? type : ValueStorageType.Ntext;

        public static Dictionary<int, DataTypeReference> ReadAll(SiteDbContext context) =>
            (from dataType in context.Set<DataTypeRow>()
             join node in context.Set<NodeRow>() on dataType.NodeId equals node.Id
             select new DataTypeReference(node.Id, node.UniqueId, dataType.PropertyEditorAlias, dataType.DbType)).ToDictionary(x => x.Id);
    }
}
