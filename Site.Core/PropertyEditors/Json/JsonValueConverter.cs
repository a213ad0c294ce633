using System.Text.Json;
using Site.Core.PropertyEditors.Serialization;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Extensions;

namespace Site.Core.PropertyEditors.Json;

/// <summary>Publishes JSON as <see cref="JsonDocument"/>, for editors of JSON values that no other converter knows, such as <c>Umbraco.Plain.Json</c>.</summary>
[DefaultPropertyValueConverter]
internal sealed class JsonValueConverter(PropertyEditorCollection propertyEditors) : PropertyValueConverterBase
{
    /// <summary>JSON that is nested deeper is not published: inside of blocks it could not be written any more.</summary>
    internal const int MaximumDepth = 16;

    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType)
        => propertyEditors.TryGet(propertyType.EditorAlias, out IDataEditor? editor) && editor.GetValueEditor().ValueType.InvariantEquals(ValueTypes.Json);

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(JsonDocument);

    /// <inheritdoc />
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.Element;

    /// <inheritdoc />
    public override bool? IsValue(object? value, PropertyValueLevel level)
        => level == PropertyValueLevel.Source ? (base.IsValue(value, level) is false ? false : null) : value is JsonDocument;

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
    {
        try
        {
            return source.ToSource() is string text && !string.IsNullOrWhiteSpace(text)
                ? JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = MaximumDepth })
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
