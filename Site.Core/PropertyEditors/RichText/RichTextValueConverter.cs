using Microsoft.Extensions.Options;
using Site.Core.PropertyEditors.Blocks;
using Site.Core.PropertyEditors.Models;
using Umbraco.Cms.Core;
using Umbraco.Cms.Core.Configuration.Models;
using Umbraco.Cms.Core.Models.Blocks;
using Umbraco.Cms.Core.Models.DeliveryApi;
using Umbraco.Cms.Core.Models.PublishedContent;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.DeliveryApi;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Strings;

namespace Site.Core.PropertyEditors.RichText;

/// <summary>Publishes rich text: <see cref="RichTextContent"/> for views, markup with blocks or an element tree for the Delivery API.</summary>
internal sealed class RichTextValueConverter(
    IJsonSerializer jsonSerializer,
    RichTextMarkup markup,
    PublishedBlockFactory blockFactory,
    RichTextDelivery delivery,
    IOptionsMonitor<DeliveryApiSettings> settings)
    : PropertyValueConverterBase, IDeliveryApiPropertyValueConverter
{
    /// <inheritdoc />
    public override bool IsConverter(IPublishedPropertyType propertyType) => propertyType.EditorAlias == Constants.PropertyEditors.Aliases.RichText;

    /// <inheritdoc />
    public override Type GetPropertyValueType(IPublishedPropertyType propertyType) => typeof(IHtmlEncodedString);

    /// <inheritdoc />
    /// <remarks>Links and media change their addresses when other items move, and blocks depend on the culture.</remarks>
    public override PropertyCacheLevel GetPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public override bool? IsValue(object? value, PropertyValueLevel level)
        => level switch
        {
            PropertyValueLevel.Source => value is not null && (value is not string text || !string.IsNullOrWhiteSpace(text)) ? null : false,
            PropertyValueLevel.Inter => value is RichTextEditorValue,
            _ => value is not null,
        };

    /// <inheritdoc />
    public override object? ConvertSourceToIntermediate(IPublishedElement owner, IPublishedPropertyType propertyType, object? source, bool preview)
        => RichTextValueReader.Read(jsonSerializer, source);

    /// <inheritdoc />
    public override object? ConvertIntermediateToObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview)
        => inter is RichTextEditorValue value
            ? new RichTextContent(markup.ForPage(value.Markup), Blocks(propertyType, value, preview))
            : new RichTextContent(string.Empty, RichTextBlockModel.Empty);

    /// <inheritdoc />
    public PropertyCacheLevel GetDeliveryApiPropertyCacheLevel(IPublishedPropertyType propertyType) => PropertyCacheLevel.None;

    /// <inheritdoc />
    public Type GetDeliveryApiPropertyValueType(IPublishedPropertyType propertyType)
        => settings.CurrentValue.RichTextOutputAsJson ? typeof(IRichTextElement) : typeof(RichTextModel);

    /// <inheritdoc />
    public object? ConvertIntermediateToDeliveryApiObject(
        IPublishedElement owner,
        IPublishedPropertyType propertyType,
        PropertyCacheLevel referenceCacheLevel,
        object? inter,
        bool preview,
        bool expanding)
    {
        if (inter is not RichTextEditorValue value)
            return null;

        RichTextBlockModel blocks = Blocks(propertyType, value, preview);
        return settings.CurrentValue.RichTextOutputAsJson ? delivery.Tree(value.Markup, blocks) : delivery.Markup(value.Markup, blocks);
    }

    private RichTextBlockModel Blocks(IPublishedPropertyType propertyType, RichTextEditorValue value, bool preview)
        => value.Blocks is { } blocks
            ? new RichTextBlockModel([.. blockFactory.Create(blocks, propertyType, preview).Select(block
                => new RichTextBlockItem(block.Layout.ContentKey, block.Content, block.Layout.SettingsKey, block.Settings))])
            : RichTextBlockModel.Empty;
}
