using System.Text.Json.Nodes;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Models;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;

namespace Site.Core.PropertyEditors.Pickers;

/// <summary>Publishes what was picked from a data source of the backoffice as <see cref="EntityDataPickerValue"/>: the ids, and the source that knows them.</summary>
/// <remarks>Data sources are extensions of the backoffice; the server stores the ids (<c>{"ids":["…"]}</c>) without knowing what they mean.</remarks>
internal sealed class EntityDataPickerValueConverter : PropertyValueConverterBase
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.EntityDataPicker;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(EntityDataPickerValue);

    /// <inheritdoc />
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <inheritdoc />
    public override bool? IsValue(object? value, PropertyValueLevel level)
        => level switch
        {
            PropertyValueLevel.Source => base.IsValue(value, level) is false ? false : null,
            _ => value is string[] { Length: > 0 } or EntityDataPickerValue,
        };

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => source.ToSource() is string text
            && JsonNodes.TryParse(text) is JsonObject stored
            && stored["ids"] is JsonArray ids
            && ids.OfType<JsonValue>().Select(id => id.ToString()).Where(id => id.Length > 0).ToArray() is { Length: > 0 } picked
                ? picked
                : null;

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
        => inter is string[] ids
            ? new EntityDataPickerValue { Ids = ids, DataSource = propertyType.DataType.ConfigurationAs<EntityDataPickerConfiguration>()?.DataSource ?? string.Empty }
            : null;
}
