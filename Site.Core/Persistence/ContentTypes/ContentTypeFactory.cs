using Site.Core.Persistence.Users;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.Persistence.ContentTypes;

/// <summary>Rebuilds types from their rows.</summary>
internal sealed class ContentTypeFactory(IShortStringHelper shortStringHelper, ContentTypeRows rows)
{
    /// <summary>Fills a new type with everything that all kinds of types have, except what it is composed of.</summary>
    public void Fill(ContentTypeCompositionBase entity, ContentTypeRows.TypeRow row)
    {
        entity.Id = row.Node.Id;
        entity.Key = row.Node.UniqueId;
        entity.Alias = row.Type.Alias;
        entity.Name = row.Node.Text;
        entity.Level = row.Node.Level;
        entity.Path = row.Node.Path;
        entity.SortOrder = row.Node.SortOrder;
        entity.CreatorId = row.Node.NodeUser ?? UserRow.SuperUserId;
        entity.CreateDate = row.Node.CreateDate;
        entity.UpdateDate = row.Node.CreateDate;
        entity.Icon = row.Type.Icon;
        entity.Thumbnail = row.Type.Thumbnail;
        entity.Description = row.Type.Description;
        entity.ListView = row.Type.ListView;
        entity.IsElement = row.Type.IsElement;
        entity.AllowedAsRoot = row.Type.AllowAtRoot;
        entity.Variations = (ContentVariation)row.Type.Variations;
        entity.AllowedContentTypes = [.. rows.Allowed[row.Node.Id]];
        FillProperties(entity);
    }

    private void FillProperties(ContentTypeCompositionBase entity)
    {
        bool supportsPublishing = entity.SupportsPublishing;
        ILookup<int?, PropertyType> properties = rows.Properties[entity.Id]
            .ToLookup(x => x.Property.PropertyTypeGroupId, x => ToProperty(x, supportsPublishing));
        entity.PropertyGroups = new PropertyGroupCollection(
            rows.Groups[entity.Id].Select(x => ToGroup(x, new PropertyTypeCollection(supportsPublishing, properties[x.Id]))));
        entity.NoGroupPropertyTypes = [.. properties[null]];
    }

    private static PropertyGroup ToGroup(PropertyGroupRow row, PropertyTypeCollection properties)
    {
        var group = new PropertyGroup(properties);
        group.DisableChangeTracking();
        group.Id = row.Id;
        group.Key = row.UniqueId;
        group.Type = (PropertyGroupType)row.Type;
        group.Name = row.Text;
        group.Alias = row.Alias;
        group.SortOrder = row.SortOrder;
        group.ResetDirtyProperties(false);
        group.EnableChangeTracking();
        return group;
    }

    private PropertyType ToProperty(ContentTypeRows.PropertyRow row, bool supportsPublishing)
    {
        PropertyTypeRow stored = row.Property;
        ValueStorageType storageType = Enum.TryParse(row.DbType, ignoreCase: true, out ValueStorageType type) ? type : ValueStorageType.Ntext;
        var property = new PropertyType(shortStringHelper, row.EditorAlias, storageType, forceValueStorageType: true, stored.Alias);
        property.DisableChangeTracking();
        property.Id = stored.Id;
        property.Key = stored.UniqueId;
        property.Name = stored.Name ?? string.Empty;
        property.Description = stored.Description;
        property.DataTypeId = stored.DataTypeId;
        property.DataTypeKey = row.DataTypeKey;
        property.PropertyGroupId = stored.PropertyTypeGroupId is { } groupId ? new Lazy<int>(() => groupId) : null;
        property.Mandatory = stored.Mandatory;
        property.MandatoryMessage = stored.MandatoryMessage;
        property.ValidationRegExp = stored.ValidationRegExp;
        property.ValidationRegExpMessage = stored.ValidationRegExpMessage;
        property.LabelOnTop = stored.LabelOnTop;
        property.SortOrder = stored.SortOrder;
        property.Variations = (ContentVariation)stored.Variations;
        property.SupportsPublishing = supportsPublishing;
        property.ResetDirtyProperties(false);
        property.EnableChangeTracking();
        return property;
    }
}
