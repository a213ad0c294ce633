using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Services;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Ties the values inside blocks to the property types of their element types.</summary>
internal sealed class BlockPropertyResolver(IContentTypeService contentTypeService)
{
    /// <summary>The element types named by the blocks, by key; unknown ones and types that are no elements are left out.</summary>
    public IReadOnlyDictionary<Guid, IContentType> ElementTypes(IEnumerable<BlockItemData> items)
    {
        Guid[] keys = [.. items.Select(item => item.ContentTypeKey).Distinct()];
        return keys.Length == 0
            ? new Dictionary<Guid, IContentType>()
            : contentTypeService.GetMany(keys).Where(type => type.IsElement).ToDictionary(type => type.Key);
    }

    /// <summary>Sets property type and alias on every block; drops blocks of unknown types and values of unknown properties.</summary>
    /// <param name="value">Changed in place, the layout included.</param>
    public void Resolve<TLayout>(BlockValue<TLayout> value)
        where TLayout : IBlockLayoutItem, new()
    {
        IReadOnlyDictionary<Guid, IContentType> elementTypes = ElementTypes(value.ContentData.Concat(value.SettingsData));
        value.ContentData.RemoveAll(item => !Resolve(item, elementTypes));
        value.SettingsData.RemoveAll(item => !Resolve(item, elementTypes));

        HashSet<Guid> contentKeys = [.. value.ContentData.Select(item => item.Key)];
        HashSet<Guid> settingsKeys = [.. value.SettingsData.Select(item => item.Key)];
        value.SetLayouts(value.Layouts().Keep(layout => contentKeys.Contains(layout.ContentKey)));
        foreach (TLayout layout in value.Layouts().Flatten().Where(layout => layout.SettingsKey is { } key && !settingsKeys.Contains(key)))
            layout.SettingsKey = null;
    }

    private static bool Resolve(BlockItemData item, IReadOnlyDictionary<Guid, IContentType> elementTypes)
    {
        if (!elementTypes.TryGetValue(item.ContentTypeKey, out IContentType? elementType))
            return false;

        item.ContentTypeAlias = elementType.Alias;
        Dictionary<string, IPropertyType> propertyTypes = elementType.CompositionPropertyTypes
            .DistinctBy(type => type.Alias, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(type => type.Alias, StringComparer.OrdinalIgnoreCase);
        foreach (BlockPropertyValue value in item.Values)
            value.PropertyType = propertyTypes.GetValueOrDefault(value.Alias);

        item.Values = [.. item.Values.Where(value => value.PropertyType is not null)];
        return true;
    }
}
