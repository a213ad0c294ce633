using Microsoft.Extensions.Logging;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Cache;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.Editors;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Blocks;

/// <summary>Runs the editors of the properties inside blocks: on saving, on opening, and to find what they refer to.</summary>
internal sealed class BlockNestedValues(
    PropertyEditorCollection propertyEditors,
    IDataTypeConfigurationCache dataTypeConfigurations,
    DataValueReferenceFactoryCollection referenceFactories,
    ILogger<BlockNestedValues> logger)
{
    /// <summary>Turns posted values into stored ones, each by its own editor.</summary>
    /// <param name="value">What was posted, with property types resolved; changed in place.</param>
    /// <param name="current">What is stored now, so that editors of files know what they replace.</param>
    /// <param name="contentKey">Key of the content item that holds the blocks.</param>
    public void MapFromEditor(BlockValue value, BlockValue? current, Guid contentKey)
    {
        MapFromEditor(value.ContentData, current?.ContentData, contentKey);
        MapFromEditor(value.SettingsData, current?.SettingsData, contentKey);
    }

    /// <summary>Turns stored values into what the editors show, each by its own editor.</summary>
    /// <param name="value">What is stored, with property types resolved; changed in place.</param>
    public void MapToEditor(BlockValue value)
    {
        foreach (BlockPropertyValue nested in value.AllValues())
        {
            if (ValueEditor(nested) is not { } editor)
                continue;

            if (BlockStoredProperty.Create(nested) is { } property)
            {
                nested.Value = editor.ToEditor(property);
                continue;
            }

            logger.LogWarning("The stored value of {Alias} in a block does not suit its data type and is shown empty.", nested.Alias);
            nested.Value = null;
        }
    }

    /// <summary>Everything that the values inside the blocks refer to.</summary>
    public IEnumerable<UmbracoEntityReference> References(BlockValue value)
        => value.AllValues()
            .GroupBy(nested => nested.PropertyType!.PropertyEditorAlias)
            .SelectMany(References);

    /// <summary>The tags in the values inside the blocks.</summary>
    /// <param name="value">The blocks, with property types resolved.</param>
    /// <param name="languageId">Gives the language of a value's culture, <c>null</c> for an invariant one.</param>
    public IEnumerable<ITag> Tags(BlockValue value, Func<string?, int?> languageId)
        => value.AllValues().SelectMany(nested => ValueEditor(nested) is IDataValueTags tagged
            ? tagged.GetTags(nested.Value.ToSource(), Configuration(nested.PropertyType!), languageId(nested.Culture))
            : []);

    private IEnumerable<UmbracoEntityReference> References(IGrouping<string, BlockPropertyValue> nestedValues)
        => propertyEditors[nestedValues.Key] is { } editor
            ? referenceFactories.GetReferences(editor, nestedValues.Select(nested => nested.Value.ToSource()))
            : [];

    private void MapFromEditor(List<BlockItemData> items, List<BlockItemData>? currentItems, Guid contentKey)
    {
        foreach (BlockItemData item in items)
        {
            IList<BlockPropertyValue> current = currentItems?.Find(candidate => candidate.Key == item.Key)?.Values ?? [];
            foreach (BlockPropertyValue nested in item.Values)
                nested.Value = FromEditor(nested, current, contentKey);
        }
    }

    private object? FromEditor(BlockPropertyValue nested, IList<BlockPropertyValue> current, Guid contentKey)
    {
        if (propertyEditors[nested.PropertyType!.PropertyEditorAlias] is not { } editor)
            return nested.Value;

        object? configuration = Configuration(nested.PropertyType);
        object? stored = current.FirstOrDefault(candidate
            => candidate.Alias == nested.Alias && candidate.Culture.IsCulture(nested.Culture) && candidate.Segment == nested.Segment)?.Value;
        var posted = new ContentPropertyData(nested.Value, configuration)
        {
            ContentKey = contentKey,
            PropertyTypeKey = nested.PropertyType.Key,
        };
        return editor.GetValueEditor(configuration).FromEditor(posted, stored.ToSource());
    }

    private IDataValueEditor? ValueEditor(BlockPropertyValue nested)
        => propertyEditors[nested.PropertyType!.PropertyEditorAlias]?.GetValueEditor(Configuration(nested.PropertyType));

    private object? Configuration(IPropertyType propertyType) => dataTypeConfigurations.GetConfiguration(propertyType.DataTypeKey);
}
