using Microsoft.EntityFrameworkCore;
using Site.Core.Persistence.Content;
using Site.Core.Persistence.DataTypes;
using Site.Core.Persistence.Nodes;
using Site.Core.Persistence.Tags;
using Umbraco.Cms.Core.Models;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Writes the own groups and properties of a type, and removes those that it no longer has with their values.</summary>
internal static class PropertyTypeWriter
{
    /// <summary>Brings the rows to what the type says, and gives new groups and properties their ids.</summary>
    /// <exception cref="InvalidOperationException">A property has no data type.</exception>
    public static void Write(SiteDbContext context, IContentTypeComposition entity)
    {
        RemoveProperties(context, entity);
        foreach (PropertyGroup group in entity.PropertyGroups)
        {
            WriteGroup(context, entity.Id, group);
            foreach (IPropertyType property in group.PropertyTypes ?? Enumerable.Empty<IPropertyType>())
            {
                property.PropertyGroupId = new Lazy<int>(() => group.Id);
                WriteProperty(context, entity, property, group.Id);
            }
        }

        foreach (IPropertyType property in entity.NoGroupPropertyTypes)
        {
            property.PropertyGroupId = null;
            WriteProperty(context, entity, property, null);
        }

        RemoveGroups(context, entity);
    }

    /// <summary>Removes every property and group of a type, with the values.</summary>
    public static void DeleteAll(SiteDbContext context, int contentTypeId)
    {
        int[] ids = [.. context.Set<PropertyTypeRow>().Where(x => x.ContentTypeId == contentTypeId).Select(x => x.Id)];
        Delete(context, ids);
        context.Set<PropertyGroupRow>().Where(x => x.ContentTypeNodeId == contentTypeId).ExecuteDelete();
    }

    private static void RemoveProperties(SiteDbContext context, IContentTypeComposition entity)
    {
        int id = entity.Id;
        HashSet<int> kept = [.. entity.PropertyTypes.Where(x => x.HasIdentity).Select(x => x.Id)];
        int[] removed = [.. context.Set<PropertyTypeRow>().Where(x => x.ContentTypeId == id).Select(x => x.Id).AsEnumerable().Where(x => !kept.Contains(x))];
        Delete(context, removed);
    }

    private static void Delete(SiteDbContext context, int[] propertyTypeIds)
    {
        if (propertyTypeIds.Length == 0)
        {
            return;
        }

        context.Set<TagRelationshipRow>().Where(x => propertyTypeIds.Contains(x.PropertyTypeId)).ExecuteDelete();
        context.Set<PropertyDataRow>().Where(x => propertyTypeIds.Contains(x.PropertyTypeId)).ExecuteDelete();
        context.Set<PropertyTypeRow>().Where(x => propertyTypeIds.Contains(x.Id)).ExecuteDelete();
    }

    private static void RemoveGroups(SiteDbContext context, IContentTypeComposition entity)
    {
        int id = entity.Id;
        int[] kept = [.. entity.PropertyGroups.Select(x => x.Id)];
        context.Set<PropertyGroupRow>().Where(x => x.ContentTypeNodeId == id && !kept.Contains(x.Id)).ExecuteDelete();
    }

    private static void WriteGroup(SiteDbContext context, int contentTypeId, PropertyGroup group)
    {
        var row = new PropertyGroupRow
        {
            Id = group.Id,
            UniqueId = group.Key,
            ContentTypeNodeId = contentTypeId,
            Type = (short)group.Type,
            Text = group.Name,
            Alias = group.Alias,
            SortOrder = group.SortOrder,
        };
        Save(context, row, group.HasIdentity);
        group.Id = row.Id;
    }

    private static void WriteProperty(SiteDbContext context, IContentTypeComposition entity, IPropertyType property, int? groupId)
    {
        property.DataTypeId = FindDataType(context, entity, property);
        var row = new PropertyTypeRow
        {
            Id = property.Id,
            UniqueId = property.Key,
            ContentTypeId = entity.Id,
            DataTypeId = property.DataTypeId,
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
        Save(context, row, property.HasIdentity);
        property.Id = row.Id;
    }

    private static void Save<TRow>(SiteDbContext context, TRow row, bool exists)
        where TRow : class
    {
        if (exists)
        {
            context.Update(row);
        }
        else
        {
            context.Add(row);
        }

        context.SaveChanges();
        context.ChangeTracker.Clear();
    }

    // A property that was made in code may know its data type by key, or only by the editor.
    private static int FindDataType(SiteDbContext context, IContentTypeComposition entity, IPropertyType property)
    {
        if (property.DataTypeId != 0)
        {
            return property.DataTypeId;
        }

        Guid key = property.DataTypeKey;
        string editor = property.PropertyEditorAlias;
        int? id = key != Guid.Empty
            ? context.Set<NodeRow>().Where(x => x.UniqueId == key).Select(x => (int?)x.Id).FirstOrDefault()
            : context.Set<DataTypeRow>().Where(x => x.PropertyEditorAlias == editor).OrderBy(x => x.NodeId).Select(x => (int?)x.NodeId).FirstOrDefault();
        return id ?? throw new InvalidOperationException(
            $"The property \"{property.Alias}\" of \"{entity.Alias}\" has no data type: choose one for {editor}.");
    }
}
