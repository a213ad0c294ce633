using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Site.Core.PropertyEditors.Blocks;
using Site.Core.PropertyEditors.Blocks.Grid;
using Site.Core.PropertyEditors.Collections;
using Site.Core.PropertyEditors.Colors;
using Site.Core.PropertyEditors.Dates;
using Site.Core.PropertyEditors.Files;
using Site.Core.PropertyEditors.Json;
using Site.Core.PropertyEditors.Lists;
using Site.Core.PropertyEditors.Markdown;
using Site.Core.PropertyEditors.Pickers;
using Site.Core.PropertyEditors.RichText;
using Site.Core.PropertyEditors.Serialization;
using Site.Core.PropertyEditors.Sliders;
using Site.Core.PropertyEditors.Tags;
using Site.Core.PropertyEditors.Text;
using Site.Core.Security;
using Umbraco.Cms.Core.DeliveryApi;
using Umbraco.Cms.Core.DependencyInjection;
using Umbraco.Cms.Core.Media;
using Umbraco.Cms.Core.Notifications;
using Umbraco.Cms.Core.PropertyEditors;
using Umbraco.Cms.Core.PropertyEditors.ValueConverters;
using Umbraco.Cms.Core.Routing;
using Umbraco.Cms.Core.Security;
using Umbraco.Cms.Core.Serialization;
using Umbraco.Cms.Core.Templates;

namespace Site.Core.PropertyEditors;

/// <summary>Registers the property editors and value converters that stock Umbraco keeps outside its core.</summary>
public static class PropertyEditorsBuilderExtensions
{
    /// <summary>Adds editors, converters, JSON serializers and the HTML cleaner.</summary>
    /// <remarks>Needs Core's own registrations, the published caches, and for Delivery values Core's Delivery API builders.</remarks>
    public static IUmbracoBuilder AddPropertyEditors(this IUmbracoBuilder builder)
    {
        AddSerializers(builder.Services);
        AddMarkup(builder.Services);
        AddBlocks(builder.Services);
        AddPickersAndDelivery(builder.Services);
        AddDates(builder.Services);
        AddFiles(builder);
        AddEditors(builder.DataEditors());
        AddConverters(builder.PropertyValueConverters());
        Tolerate<CheckboxListValueConverter>(builder);
        Tolerate<ColorPickerValueConverter>(builder);
        Tolerate<FlexibleDropdownPropertyValueConverter>(builder);
        Tolerate<MultiNodeTreePickerValueConverter>(builder);
        Tolerate<TagsValueConverter>(builder);
        return builder;
    }

    private static void AddSerializers(IServiceCollection services)
    {
        services.AddSingleton<IJsonSerializerEncoderFactory, JsonSerializerEncoderFactory>();
        services.AddSingleton<IJsonSerializer, ContentJsonSerializer>();
        services.AddSingleton<IConfigurationEditorJsonSerializer, ConfigurationEditorJsonSerializer>();
        services.AddSingleton<IWebhookJsonSerializer, WebhookJsonSerializer>();
    }

    private static void AddMarkup(IServiceCollection services)
    {
        services.AddSingleton<IHtmlSanitizer, HtmlCleaner>();
        services.TryAddSingleton<HtmlLocalLinkParser>();
        services.TryAddSingleton<HtmlUrlParser>();
        services.TryAddSingleton(provider => new HtmlImageSourceParser(
            provider.GetRequiredService<IPublishedUrlProvider>(),
            provider.GetRequiredService<IImageUrlTokenGenerator>()));
        services.AddSingleton<RichTextMarkup>();
    }

    private static void AddBlocks(IServiceCollection services)
    {
        services.AddSingleton<BlockPropertyResolver>();
        services.AddSingleton<BlockNestedValues>();
        services.AddSingleton<BlockLanguages>();
        services.AddSingleton<BlockMerger>();
        services.AddSingleton<BlockEditing>();
        services.AddSingleton<BlockValidator>();
        services.AddSingleton<BlockIndexText>();
        services.AddSingleton<PublishedBlockFactory>();
        services.AddSingleton<IBlockValuePropertyIndexValueFactory, BlockValuePropertyIndexValueFactory>();
        services.AddSingleton<IRichTextPropertyIndexValueFactory, RichTextPropertyIndexValueFactory>();
    }

    private static void AddPickersAndDelivery(IServiceCollection services)
    {
        services.AddSingleton<ApiRichTextLinks>();
        services.AddSingleton<IApiRichTextMarkupParser, ApiRichTextMarkupParser>();
        services.AddSingleton<IApiRichTextElementParser, ApiRichTextElementParser>();
        services.AddSingleton<RichTextDelivery>();
        services.AddSingleton<ApiMediaWithCropsBuilder>();
        services.AddSingleton<TreePickerValidator>();
        services.TryAddSingleton<ITagPropertyIndexValueFactory, TagPropertyIndexValueFactory>();
    }

    private static void AddDates(IServiceCollection services)
    {
        services.AddSingleton<IDateTimeUnspecifiedPropertyIndexValueFactory, DateTimePropertyIndexValueFactory>();
        services.AddSingleton<IDateTimeWithTimeZonePropertyIndexValueFactory, DateTimePropertyIndexValueFactory>();
        services.AddSingleton<IDateOnlyPropertyIndexValueFactory, DateTimePropertyIndexValueFactory>();
        services.AddSingleton<ITimeOnlyPropertyIndexValueFactory, DateTimePropertyIndexValueFactory>();
    }

    private static void AddFiles(IUmbracoBuilder builder)
    {
        builder.Services.AddSingleton<UploadedFiles>();
        builder.Services.AddSingleton<FilePropertyReader>();
        builder.Services.TryAddSingleton<UploadAutoFillProperties>();
        builder.MediaUrlGenerators().Add<FileUploadPropertyEditor>().Add<ImageCropperPropertyEditor>();
        builder.AddNotificationHandler<MediaSavingNotification, AutoFillFilePropertiesHandler>();
        builder.AddNotificationHandler<MediaDeletedNotification, DeletedFilesHandler>();
        builder.AddNotificationHandler<ContentDeletedNotification, DeletedFilesHandler>();
    }

    // Named one by one although Core's type loader would find most of them: what is registered is what is offered.
    private static void AddEditors(DataEditorCollectionBuilder editors)
        => editors
            .Add<TextBoxPropertyEditor>()
            .Add<TextAreaPropertyEditor>()
            .Add<EmailAddressPropertyEditor>()
            .Add<TrueFalsePropertyEditor>()
            .Add<MultipleTextStringPropertyEditor>()
            .Add<DropDownFlexiblePropertyEditor>()
            .Add<CheckBoxListPropertyEditor>()
            .Add<RadioButtonListPropertyEditor>()
            .Add<ColorPickerPropertyEditor>()
            .Add<SliderPropertyEditor>()
            .Add<ListViewPropertyEditor>()
            .Add<BlockListPropertyEditor>()
            .Add<BlockGridPropertyEditor>()
            .Add<SingleBlockPropertyEditor>()
            .Add<RichTextPropertyEditor>()
            .Add<MediaPicker3PropertyEditor>()
            .Add<MultiNodeTreePickerPropertyEditor>()
            .Add<MultiUrlPickerPropertyEditor>()
            .Add<TagsPropertyEditor>()
            .Add<DateTimePropertyEditor>()
            .Add<DateTimeUnspecifiedPropertyEditor>()
            .Add<DateTimeWithTimeZonePropertyEditor>()
            .Add<DateOnlyPropertyEditor>()
            .Add<TimeOnlyPropertyEditor>()
            .Add<FileUploadPropertyEditor>()
            .Add<ImageCropperPropertyEditor>()

            // Core brings these two, but members are not offered.
            .Exclude<MemberPickerPropertyEditor>()
            .Exclude<MemberGroupPickerPropertyEditor>();

    private static void AddConverters(PropertyValueConverterCollectionBuilder converters)
        => converters
            .Append<BlockListValueConverter>()
            .Append<BlockGridValueConverter>()
            .Append<SingleBlockValueConverter>()
            .Append<EntityDataPickerValueConverter>()
            .Append<JsonValueConverter>()
            .Append<RichTextValueConverter>()
            .Append<MediaPickerWithCropsValueConverter>()
            .Append<MultiUrlPickerValueConverter>()
            .Append<DateTimeJsonValueConverter>()
            .Append<ImageCropperValueConverter>()
            .Append<MarkdownValueConverter>();

    private static void Tolerate<TConverter>(IUmbracoBuilder builder)
        where TConverter : class, IPropertyValueConverter
    {
        builder.Services.AddSingleton<TConverter>();
        builder.PropertyValueConverters().Replace<TConverter, TolerantValueConverter<TConverter>>();
    }
}
